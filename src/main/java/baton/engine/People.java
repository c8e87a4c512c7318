package baton.engine;

import java.util.List;

import baton.engine.AttemptState.Mail;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/**
 * What people settle and say.
 *
 * @param items blockers, questions, decisions and approvals by id, settled ones included
 * @param open ids of those that nobody has settled
 * @param granted command patterns allowed during the session, as {@code agent} or {@code *}, a blank, and the pattern
 * @param mail words for agents that were not at work, by agent
 */
public record People(TreePMap<String, Item> items, TreePSet<String> open, TreePSet<String> granted,
        TreePMap<String, TreePVector<Mail>> mail) {
    static final People NONE = new People(TreePMap.empty(), TreePSet.empty(), TreePSet.empty(), TreePMap.empty());

    /** Something for a person. */
    public record Item(String id, Kind kind, String title, String text, List<String> options, String recommendation,
            List<String> gates, String agent, String task, String attempt, String call, State state, String answer,
            String by,
            long seq) {
        /** What sort of thing. */
        public enum Kind {
            BLOCKER, QUESTION, DECISION, APPROVAL
        }

        /** Whether it is settled, and how firmly. */
        public enum State {
            OPEN, ASSUMED, SETTLED
        }

        public Item {
            options = List.copyOf(options);
            gates = List.copyOf(gates);
        }

        public Item settled(String withAnswer, String who, State as) {
            return new Item(id, kind, title, text, options, recommendation, gates, agent, task, attempt, call, as,
                    withAnswer, who,
                    seq);
        }

        public boolean isOpen() {
            return state == State.OPEN;
        }
    }

    public People opened(Item item) {
        return new People(items.plus(item.id(), item), open.plus(item.id()), granted, mail);
    }

    public People settled(String id, String answer, String by, Item.State as) {
        var item = items.get(id);
        return item == null
                ? this
                : new People(items.plus(id, item.settled(answer, by, as)), open.minus(id), granted, mail);
    }

    public People granting(String pattern) {
        return new People(items, open, granted.plus(pattern), mail);
    }

    public People withMail(TreePMap<String, TreePVector<Mail>> changed) {
        return new People(items, open, granted, changed);
    }
}

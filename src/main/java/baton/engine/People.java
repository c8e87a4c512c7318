package baton.engine;

import java.util.LinkedHashSet;
import java.util.List;

import baton.engine.AttemptState.Mail;
import baton.engine.fact.PeopleEvent.MessageSaid;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/**
 * What people settle and say.
 *
 * @param items blockers, questions, decisions and approvals by id, settled ones included
 * @param open ids of those that nobody has settled
 * @param concerning ids of items by the task they concern; under the empty id those that concern everybody
 * @param granted command patterns allowed during the session, as {@code agent} or {@code *}, a blank, and the pattern
 * @param builtOn tasks that were accepted knowing the answer to a decision or question, by its id
 * @param mail words for agents and tasks that were not at work, by agent or, after a {@code #}, by task
 * @param unread words of people that nobody has read yet, by the number of the fact that said them
 */
public record People(TreePMap<String, Item> items, TreePSet<String> open,
        TreePMap<String, TreePVector<String>> concerning, TreePSet<String> granted,
        TreePMap<String, TreePSet<String>> builtOn, TreePMap<String, TreePVector<Mail>> mail,
        TreePMap<Long, MessageSaid> unread) {
    static final People NONE = new People(TreePMap.empty(), TreePSet.empty(), TreePMap.empty(), TreePSet.empty(),
            TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

    /**
     * Something for a person.
     *
     * @param about accepted tasks of which it asks whether they are done again
     */
    public record Item(String id, Kind kind, String title, String text, List<String> options, String recommendation,
            List<String> gates, List<String> about, String agent, String task, String attempt, String call, State state,
            String answer, String by, long seq) {
        /** What sort of thing. */
        public enum Kind {
            BLOCKER, QUESTION, DECISION, APPROVAL
        }

        /** Whether it is settled, and how firmly. */
        public enum State {
            OPEN, ASSUMED, SETTLED, WITHDRAWN
        }

        public Item {
            options = List.copyOf(options);
            gates = List.copyOf(gates);
            about = List.copyOf(about);
        }

        /** About no accepted task. */
        Item(String id, Kind kind, String title, String text, List<String> options, String recommendation,
                List<String> gates, String agent, String task, String attempt, String call, State state, String answer,
                String by, long seq) {
            this(id, kind, title, text, options, recommendation, gates, List.of(), agent, task, attempt, call, state,
                    answer, by, seq);
        }

        public Item settled(String withAnswer, String who, State as) {
            return new Item(id, kind, title, text, options, recommendation, gates, about, agent, task, attempt, call,
                    as, withAnswer, who, seq);
        }

        /** It asks what becomes of tasks that were accepted on an answer that holds no more. */
        public boolean asksForRework() {
            return !about.isEmpty() && title.startsWith(Origins.OVERTURNED);
        }

        /** An answer that agents build on. */
        boolean isBuiltOn() {
            return kind == Kind.DECISION || (kind == Kind.QUESTION && !asksForRework());
        }

        /** Everything that was said of the matter when it came up, in which words are looked for. */
        public String wholeText() {
            return title + "\n" + text + (kind == Kind.BLOCKER ? "\n" + recommendation : "");
        }

        public boolean isOpen() {
            return state == State.OPEN;
        }

        /** There is an answer to build on, given or assumed. */
        public boolean isAnswered() {
            return state == State.ASSUMED || state == State.SETTLED;
        }

        /** The tasks whose agents are told of the answer; one empty id where everybody is. */
        List<String> told() {
            if (kind == Kind.APPROVAL || title.equals(Origins.STOPPED) || asksForRework()) {
                return List.of();
            }
            var tasks = new LinkedHashSet<String>(gates);
            if (!call.isEmpty() || gates.isEmpty()) {
                tasks.add(call.isEmpty() ? "" : task);
            }
            return List.copyOf(tasks);
        }
    }

    /** Ids of what concerns a task, oldest first; the empty id stands for everybody. */
    public List<String> concerning(String task) {
        var ids = concerning.get(task);
        return ids == null ? List.of() : ids;
    }

    public People opened(Item item) {
        var known = concerning;
        for (var task : item.told()) {
            var ids = known.get(task);
            known = known.plus(task, (ids == null ? TreePVector.<String>empty() : ids).plus(item.id()));
        }
        return new People(items.plus(item.id(), item), open.plus(item.id()), known, granted, builtOn, mail, unread);
    }

    public People settled(String id, String answer, String by, Item.State as) {
        var item = items.get(id);
        return item == null
                ? this
                : new People(items.plus(id, item.settled(answer, by, as)), open.minus(id), concerning, granted,
                        builtOn, mail, unread);
    }

    public People granting(String pattern) {
        return new People(items, open, concerning, granted.plus(pattern), builtOn, mail, unread);
    }

    public People withMail(TreePMap<String, TreePVector<Mail>> changed) {
        return new People(items, open, concerning, granted, builtOn, changed, unread);
    }

    People saying(long message, MessageSaid said) {
        return new People(items, open, concerning, granted, builtOn, mail, unread.plus(message, said));
    }

    /** Without a message that was read, or taken back. */
    People knowing(long message) {
        return unread.containsKey(message)
                ? new People(items, open, concerning, granted, builtOn, mail, unread.minus(message))
                : this;
    }

    /** Tasks that were accepted knowing the answer, whatever became of them since. */
    public List<String> builtOn(String id) {
        var tasks = builtOn.get(id);
        return tasks == null ? List.of() : List.copyOf(tasks);
    }

    /** The attempt at the task was accepted, and knew the answers to these. */
    People building(String task, Iterable<String> ids) {
        var known = builtOn;
        for (var id : ids) {
            var item = items.get(id);
            if (item != null && item.isBuiltOn()) {
                known = known.plus(id, known.getOrDefault(id, TreePSet.empty()).plus(task));
            }
        }
        return new People(items, open, concerning, granted, known, mail, unread);
    }

    /** What this attempt itself asked of people. */
    List<String> askedBy(String task, String attempt) {
        return concerning(task).stream().filter(id -> {
            var item = items.get(id);
            return item != null && item.attempt().equals(attempt);
        }).toList();
    }
}

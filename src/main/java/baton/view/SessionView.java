package baton.view;

import java.util.Optional;

import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * What a session looks like after a fact; immutable, made by {@link Projector}.
 *
 * @param tally how many tasks stand how
 * @param gates by task id, or {@code run}
 * @param files by path
 * @param transcript a line for every fact worth telling; empty where only the boards were wanted
 */
public record SessionView(Head head, Ordered<TaskCard> tasks, TreePMap<Stand, Integer> tally, Ordered<AgentCard> agents,
        Ordered<InboxItem> inbox, Ordered<HandoffCard> handoffs, Ordered<GateCard> gates, Ordered<FileCard> files,
        Shared shared, PoolCard pool, Spend spend, PVector<TranscriptLine> transcript) {

    /** Before the first fact. */
    public static final SessionView EMPTY = new SessionView(Head.EMPTY, Ordered.none(), TreePMap.empty(),
            Ordered.none(), Ordered.none(), Ordered.none(), Ordered.none(), Ordered.none(), Shared.NOTHING,
            PoolCard.EMPTY, Spend.NONE, TreePVector.empty());

    public Optional<TaskCard> task(String id) {
        return tasks.get(id);
    }

    public int count(Stand stand) {
        return tally.getOrDefault(stand, 0);
    }

    /** The box of one attempt of the task in milliseconds; 0 for none. */
    public long boxMs(TaskCard task) {
        if (task.spec().timeBox().isPresent()) {
            return task.spec().timeBox().get().millis();
        }
        return head.settings().map(settings -> settings.limits().timeBoxMs()).orElse(0L);
    }

    SessionView with(Head changed) {
        return new SessionView(changed, tasks, tally, agents, inbox, handoffs, gates, files, shared, pool, spend,
                transcript);
    }

    SessionView with(TaskCard task) {
        var counts = tasks.get(task.id()).map(before -> counted(tally, before.stand(), -1)).orElse(tally);
        return new SessionView(head, tasks.with(task.id(), task), counted(counts, task.stand(), 1), agents, inbox,
                handoffs, gates, files, shared, pool, spend, transcript);
    }

    SessionView with(AgentCard agent) {
        return new SessionView(head, tasks, tally, agents.with(agent.id(), agent), inbox, handoffs, gates, files,
                shared, pool, spend, transcript);
    }

    SessionView with(InboxItem item) {
        return new SessionView(head, tasks, tally, agents, inbox.with(item.id(), item), handoffs, gates, files, shared,
                pool, spend, transcript);
    }

    SessionView with(HandoffCard handoff) {
        return new SessionView(head, tasks, tally, agents, inbox, handoffs.with(handoff.id(), handoff), gates, files,
                shared, pool, spend, transcript);
    }

    SessionView with(GateCard gate) {
        return new SessionView(head, tasks, tally, agents, inbox, handoffs, gates.with(gate.subject(), gate), files,
                shared, pool, spend, transcript);
    }

    SessionView with(FileCard file) {
        return new SessionView(head, tasks, tally, agents, inbox, handoffs, gates, files.with(file.path(), file),
                shared, pool, spend, transcript);
    }

    SessionView with(Shared changed) {
        return new SessionView(head, tasks, tally, agents, inbox, handoffs, gates, files, changed, pool, spend,
                transcript);
    }

    SessionView with(PoolCard changed) {
        return new SessionView(head, tasks, tally, agents, inbox, handoffs, gates, files, shared, changed, spend,
                transcript);
    }

    SessionView with(Spend changed) {
        return new SessionView(head, tasks, tally, agents, inbox, handoffs, gates, files, shared, pool, changed,
                transcript);
    }

    SessionView plus(TranscriptLine line) {
        return new SessionView(head, tasks, tally, agents, inbox, handoffs, gates, files, shared, pool, spend,
                transcript.plus(line));
    }

    private static TreePMap<Stand, Integer> counted(TreePMap<Stand, Integer> counts, Stand stand, int by) {
        return counts.plus(stand, counts.getOrDefault(stand, 0) + by);
    }
}

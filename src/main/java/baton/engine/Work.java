package baton.engine;

import java.util.List;
import java.util.Optional;

import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/**
 * Tasks, attempts and their clocks.
 *
 * @param tasks by id
 * @param order ids in the order they entered the work
 * @param dependents task or decision id to the tasks that wait for it
 * @param ready tasks that wait for a slot only
 * @param attempts those that have not ended, by id
 * @param returning parked attempts that may go on and wait for a slot, oldest first
 * @param deadlines what happens at which run time, earliest first
 * @param slotsUsed attempts at work
 * @param inFlight turns, tool calls and gates that run
 */
public record Work(TreePMap<String, TaskState> tasks, TreePVector<String> order,
        TreePMap<String, TreePSet<String>> dependents, ReadyTasks ready,
        TreePMap<String, AttemptState> attempts,
        TreePVector<String> returning, TreePSet<Deadline> deadlines, int slotsUsed, int inFlight,
        TreePMap<String, Integer> phaseLeft, Pool pool) {
    static final Work NONE = new Work(TreePMap.empty(), TreePVector.empty(), TreePMap.empty(), ReadyTasks.NONE,
            TreePMap.empty(),
            TreePVector.empty(), TreePSet.empty(), 0, 0, TreePMap.empty(), Pool.NONE);

    /** Something that happens at a run time. */
    public record Deadline(long elapsedMs, Kind kind, String id) implements Comparable<Deadline> {
        /** What happens. */
        public enum Kind {
            BOX_SOFT, BOX_HARD
        }

        @Override
        public int compareTo(Deadline other) {
            int by = Long.compare(elapsedMs, other.elapsedMs);
            by = by != 0 ? by : kind.compareTo(other.kind);
            return by != 0 ? by : id.compareTo(other.id);
        }
    }

    /** The stretch below the floor that is under way; the reason is empty where there is none. */
    public record Pool(String reason, int active, long sinceMs) {
        static final Pool NONE = new Pool("", 0, 0);

        public boolean isBelowFloor() {
            return !reason.isEmpty();
        }
    }

    public Optional<TaskState> task(String id) {
        return Optional.ofNullable(tasks.get(id));
    }

    public Optional<AttemptState> attempt(String id) {
        return Optional.ofNullable(attempts.get(id));
    }

    /** Tasks that name it among what they need, in the order of the work. */
    public List<TaskState> needing(String id) {
        return order.stream().flatMap(task -> task(task).stream())
                .filter(task -> task.spec().dependsOn().contains(id)).toList();
    }

    public Work withTask(TaskState task) {
        return new Work(tasks.plus(task.id(), task), order, dependents, ready, attempts, returning, deadlines,
                slotsUsed, inFlight,
                phaseLeft, pool);
    }

    public Work withOrder(TreePVector<String> changed) {
        return new Work(tasks, changed, dependents, ready, attempts, returning, deadlines, slotsUsed, inFlight,
                phaseLeft, pool);
    }

    public Work withDependents(TreePMap<String, TreePSet<String>> changed) {
        return new Work(tasks, order, changed, ready, attempts, returning, deadlines, slotsUsed, inFlight, phaseLeft,
                pool);
    }

    public Work withReady(ReadyTasks changed) {
        return new Work(tasks, order, dependents, changed, attempts, returning, deadlines, slotsUsed, inFlight,
                phaseLeft, pool);
    }

    public Work withAttempts(TreePMap<String, AttemptState> changed) {
        return new Work(tasks, order, dependents, ready, changed, returning, deadlines, slotsUsed, inFlight, phaseLeft,
                pool);
    }

    public Work withReturning(TreePVector<String> changed) {
        return new Work(tasks, order, dependents, ready, attempts, changed, deadlines, slotsUsed, inFlight, phaseLeft,
                pool);
    }

    public Work withDeadlines(TreePSet<Deadline> changed) {
        return new Work(tasks, order, dependents, ready, attempts, returning, changed, slotsUsed, inFlight, phaseLeft,
                pool);
    }

    public Work withSlotsUsed(int changed) {
        return new Work(tasks, order, dependents, ready, attempts, returning, deadlines, changed, inFlight, phaseLeft,
                pool);
    }

    public Work withInFlight(int changed) {
        return new Work(tasks, order, dependents, ready, attempts, returning, deadlines, slotsUsed, changed, phaseLeft,
                pool);
    }

    public Work withPhaseLeft(TreePMap<String, Integer> changed) {
        return new Work(tasks, order, dependents, ready, attempts, returning, deadlines, slotsUsed, inFlight, changed,
                pool);
    }

    public Work withPool(Pool changed) {
        return new Work(tasks, order, dependents, ready, attempts, returning, deadlines, slotsUsed, inFlight, phaseLeft,
                changed);
    }
}

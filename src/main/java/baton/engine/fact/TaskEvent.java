package baton.engine.fact;

import java.util.List;

import baton.plan.TaskSpec;

/** Facts about tasks; the task is the subject of the record. */
public sealed interface TaskEvent extends Event {
    /**
     * A job entered the work.
     *
     * @param by the plan, a person or an agent
     * @param brief the whole order in words, where there is more than the task says
     * @param parent the task on whose behalf an agent delegated it, or empty
     */
    record TaskAdded(TaskSpec task, String by, String brief, String parent) implements TaskEvent {
        /** A task that was not delegated. */
        public TaskAdded(TaskSpec task, String by) {
            this(task, by, "", "");
        }
    }

    /** Everything it needs is there; it waits for a slot only. */
    record TaskReady() implements TaskEvent {}

    /** It cannot start, or cannot go on; one sentence why. */
    record TaskWaiting(String reason) implements TaskEvent {}

    record TaskStarted() implements TaskEvent {}

    /** Percent is 0 to 100. */
    record TaskProgressed(int percent, String text, String nextUpdate) implements TaskEvent {}

    /** An agent says it is done; the gate decides. */
    record TaskClaimed(String summary, List<Evidence> evidence) implements TaskEvent {
        public TaskClaimed {
            evidence = List.copyOf(evidence);
        }
    }

    /** The gate agreed. {@code degraded} where a fall-back was taken. */
    record TaskAccepted(String summary, boolean degraded) implements TaskEvent {}

    /** No further attempt will be made. */
    record TaskFailed(String reason) implements TaskEvent {}

    record TaskCancelled(String reason, String by) implements TaskEvent {}

    /** No new attempt and no new turn until it is resumed. */
    record TaskPaused(String by) implements TaskEvent {}

    /** A paused task goes on; one that had ended, accepted or not, is brought back. Attempts made so far count no more. */
    record TaskResumed(String by) implements TaskEvent {}

    record TaskReprioritised(String priority, String by) implements TaskEvent {}

    /** Another agent does it from now on. */
    record TaskReassigned(String agent, String by) implements TaskEvent {}

    /** Others stand in its place; it never runs again itself. */
    record TaskSplit(List<String> into, String by) implements TaskEvent {
        public TaskSplit {
            into = List.copyOf(into);
        }
    }
}

package baton.engine.fact;

import java.util.List;

import baton.plan.TaskSpec;

/** Facts about tasks; the task is the subject of the record. */
public sealed interface TaskEvent extends Event {
    /** A job entered the work; {@code by} is the plan, a person or an agent. */
    record TaskAdded(TaskSpec task, String by) implements TaskEvent {}

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

    /** A person brought a failed or cancelled task back. */
    record TaskReopened(String by) implements TaskEvent {}

    record TaskReprioritised(String priority, String by) implements TaskEvent {}
}

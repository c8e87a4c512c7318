package baton.engine;

import baton.plan.TaskSpec;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/**
 * How one task stands.
 *
 * @param order place in the plan, counted from 0
 * @param priority class, 0 is the most urgent
 * @param waitsFor ids of tasks and decisions that must be settled first
 * @param attempts how many have started; they are never counted anew, because their numbers name them for good
 * @param attemptsBefore how many of them had been made when a person last brought the task back
 * @param handoffs ids of handoffs that the next attempt goes on from or is told of
 * @param reason why it waits or failed, or empty
 * @param readySince seq of the event that made it ready; 0 while it is not
 * @param children tasks that were delegated on its behalf, oldest first
 */
public record TaskState(TaskSpec spec, int order, int priority, Status status, TreePSet<String> waitsFor, int attempts,
        int attemptsBefore,
        TreePVector<String> handoffs, String continues, int progressPercent, String progressText, String summary,
        String reason, boolean degraded, long readySince, Origin origin, TreePVector<String> children) {

    /** The life of a task. */
    public enum Status {
        PENDING, READY, RUNNING, PARKED, ACCEPTED, FAILED, CANCELLED, SPLIT;

        /** Nothing more happens with it unless a person brings it back. */
        public boolean isEnd() {
            return this == ACCEPTED || this == FAILED || this == CANCELLED || this == SPLIT;
        }

        /** Somebody works at it, or would if there were a slot or an answer. */
        public boolean isMoving() {
            return this == READY || this == RUNNING || this == PARKED;
        }
    }

    /**
     * Where a task comes from.
     *
     * @param by the plan, a person or an agent
     * @param brief the order in words, or empty
     * @param parent the task on whose behalf it was delegated, or empty
     */
    public record Origin(String by, String brief, String parent) {}

    public String id() {
        return spec.id();
    }

    public TaskState withStatus(Status changed, String why) {
        return new TaskState(spec, order, priority, changed, waitsFor, attempts, attemptsBefore, handoffs, continues,
                progressPercent,
                progressText,
                summary, why, degraded, changed == Status.READY ? readySince : 0, origin, children);
    }

    public TaskState readyAt(long seq) {
        return new TaskState(spec, order, priority, Status.READY, waitsFor, attempts, attemptsBefore, handoffs,
                continues,
                progressPercent,
                progressText, summary, "", degraded, seq, origin, children);
    }

    public TaskState withPriority(int changed) {
        return new TaskState(spec, order, changed, status, waitsFor, attempts, attemptsBefore, handoffs, continues,
                progressPercent,
                progressText,
                summary, reason, degraded, readySince, origin, children);
    }

    public TaskState withWaitsFor(TreePSet<String> changed) {
        return new TaskState(spec, order, priority, status, changed, attempts, attemptsBefore, handoffs, continues,
                progressPercent,
                progressText,
                summary, reason, degraded, readySince, origin, children);
    }

    public TaskState withAttempts(int changed) {
        return new TaskState(spec, order, priority, status, waitsFor, changed, attemptsBefore, handoffs, continues,
                progressPercent,
                progressText,
                summary, reason, degraded, readySince, origin, children);
    }

    /** Brought back: all attempts made so far count no more against the limit. */
    public TaskState reopened() {
        return new TaskState(spec, order, priority, status, waitsFor, attempts, attempts, handoffs, continues,
                progressPercent, progressText, summary, reason, degraded, readySince, origin, children);
    }

    public TaskState withHandoff(String id) {
        return new TaskState(spec, order, priority, status, waitsFor, attempts, attemptsBefore, handoffs.plus(id),
                continues,
                progressPercent,
                progressText, summary, reason, degraded, readySince, origin, children);
    }

    public TaskState withoutHandoff(String id) {
        return new TaskState(spec, order, priority, status, waitsFor, attempts, attemptsBefore, handoffs.minus(id),
                continues.equals(id) ? "" : continues, progressPercent, progressText, summary, reason, degraded,
                readySince, origin, children);
    }

    /** The next attempt goes on from this handoff; empty for none. */
    public TaskState continuing(String handoff) {
        return new TaskState(spec, order, priority, status, waitsFor, attempts, attemptsBefore, handoffs, handoff,
                progressPercent,
                progressText,
                summary, reason, degraded, readySince, origin, children);
    }

    public TaskState withProgress(int percent, String text) {
        return new TaskState(spec, order, priority, status, waitsFor, attempts, attemptsBefore, handoffs, continues,
                percent, text,
                summary, reason,
                degraded, readySince, origin, children);
    }

    public TaskState accepted(String how, boolean asDegraded) {
        return new TaskState(spec, order, priority, Status.ACCEPTED, waitsFor, attempts, attemptsBefore, handoffs,
                continues, 100,
                progressText, how,
                "", asDegraded, 0, origin, children);
    }

    /** Reads differently from now on. */
    public TaskState withSpec(TaskSpec changed) {
        return new TaskState(changed, order, priority, status, waitsFor, attempts, attemptsBefore, handoffs, continues,
                progressPercent, progressText, summary, reason, degraded, readySince, origin, children);
    }

    /** A task was delegated on its behalf. */
    public TaskState withChild(String id) {
        return new TaskState(spec, order, priority, status, waitsFor, attempts, attemptsBefore, handoffs, continues,
                progressPercent, progressText, summary, reason, degraded, readySince, origin, children.plus(id));
    }
}

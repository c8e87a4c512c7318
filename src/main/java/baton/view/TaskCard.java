package baton.view;

import java.util.Optional;

import baton.plan.TaskSpec;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * One task on the board.
 *
 * @param reason why it stands as it does, one sentence, or empty
 * @param percent progress as its agent says, 0 to 100
 * @param note the agent's last words about it
 * @param summary what was claimed or accepted
 * @param attempts oldest first; the last one is the current one
 * @param gatesFailed claims that the gate turned down
 * @param pausedBy who holds it back, or empty
 * @param delegatedBy the task on whose behalf it was delegated, or empty
 * @param doubt the matter whose old answer it was accepted on, such as {@code D-3}, or empty
 */
public record TaskCard(TaskSpec spec, String priority, Stand stand, String reason, int percent, String note,
        String summary, PVector<AttemptCard> attempts, int gatesFailed, Spend spend,
        String pausedBy, String delegatedBy, String doubt) {

    static TaskCard added(TaskSpec spec, String parent) {
        return new TaskCard(spec, spec.priority(), Stand.WAITING, "", 0, "", "", TreePVector.empty(), 0, Spend.NONE, "",
                parent, "");
    }

    public String id() {
        return spec.id();
    }

    /** The attempt under way or last made. */
    public Optional<AttemptCard> lastAttempt() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
    }

    /** Work of all attempts, in milliseconds of run time. */
    public long workedMs(long nowMs) {
        return attempts.stream().mapToLong(attempt -> attempt.workedMs(nowMs)).sum();
    }

    TaskCard stands(Stand changed, String why) {
        return new TaskCard(spec, priority, changed, why, percent, note, summary, attempts, gatesFailed, spend,
                pausedBy, delegatedBy, doubt);
    }

    TaskCard withPriority(String changed) {
        return new TaskCard(spec, changed, stand, reason, percent, note, summary, attempts, gatesFailed, spend,
                pausedBy, delegatedBy, doubt);
    }

    TaskCard withProgress(int changedPercent, String changedNote) {
        return new TaskCard(spec, priority, stand, reason, changedPercent, changedNote, summary, attempts, gatesFailed,
                spend, pausedBy, delegatedBy, doubt);
    }

    TaskCard withSummary(String changed) {
        return new TaskCard(spec, priority, stand, reason, percent, note, changed, attempts, gatesFailed, spend,
                pausedBy, delegatedBy, doubt);
    }

    TaskCard withGateFailed() {
        return new TaskCard(spec, priority, stand, reason, percent, note, summary, attempts, gatesFailed + 1, spend,
                pausedBy, delegatedBy, doubt);
    }

    TaskCard withSpend(Spend changed) {
        return new TaskCard(spec, priority, stand, reason, percent, note, summary, attempts, gatesFailed, changed,
                pausedBy, delegatedBy, doubt);
    }

    TaskCard plus(AttemptCard attempt) {
        return withAttempts(attempts.plus(attempt));
    }

    /** With the last attempt replaced; a task without any stays as it is. */
    TaskCard withLast(AttemptCard attempt) {
        return attempts.isEmpty() ? this : withAttempts(attempts.with(attempts.size() - 1, attempt));
    }

    private TaskCard withAttempts(PVector<AttemptCard> changed) {
        return new TaskCard(spec, priority, stand, reason, percent, note, summary, changed, gatesFailed, spend,
                pausedBy, delegatedBy, doubt);
    }

    /** Reads differently from now on. */
    TaskCard withSpec(TaskSpec changed) {
        return new TaskCard(changed, priority, stand, reason, percent, note, summary, attempts, gatesFailed, spend,
                pausedBy, delegatedBy, doubt);
    }

    /** It was accepted on an answer to this matter that holds no more; empty where that is over. */
    TaskCard withDoubt(String matter) {
        return new TaskCard(spec, priority, stand, reason, percent, note, summary, attempts, gatesFailed, spend,
                pausedBy, delegatedBy, matter);
    }

    TaskCard withPause(String by) {
        return new TaskCard(spec, priority, stand, reason, percent, note, summary, attempts, gatesFailed, spend, by,
                delegatedBy, doubt);
    }
}

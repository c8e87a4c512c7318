package baton.engine;

import java.util.Optional;

import baton.engine.fact.SessionEvent.SessionResult;

/**
 * What a session knows: the fold of its facts. Immutable; every change gives a new one that shares what stays.
 *
 * @param setup what the session was opened with
 * @param work tasks, attempts and their clocks
 * @param people blockers, questions, decisions, approvals and messages
 * @param shared handoffs, findings, contracts and artifacts
 * @param totals running sums
 * @param course where the record stands and whether the session goes on
 */
public record SessionState(Setup setup, Work work, People people, Shared shared, Totals totals, Course course) {
    /** Before the first input. */
    public static final SessionState EMPTY = new SessionState(Setup.NONE, Work.NONE, People.NONE, Shared.NONE,
            Totals.NONE,
            Course.START);

    public boolean isOpen() {
        return course.nextSeq() > 1;
    }

    /** The end of the last process, where that was the last thing that happened. */
    public Optional<SessionResult> result() {
        return course.result();
    }

    /** Whose next attempt of a task it is: whoever the last one handed it to, else who made that one, else whom the plan names. */
    public String agentFor(TaskState task) {
        var handoff = shared.handoffs().get(task.continues());
        if (handoff != null) {
            return handoff.to().isEmpty() ? handoff.from() : handoff.to();
        }
        return task.spec().agent().isEmpty() ? Origins.RULE : task.spec().agent();
    }

    /** An orchestrator at work on something that nobody delegated; so a chain of delegations ends after one step. */
    public boolean mayDelegate(AttemptState attempt) {
        return setup.isOrchestrator(attempt.agent())
                && work.task(attempt.task()).orElseThrow().origin().parent().isEmpty();
    }

    public SessionState with(Setup changed) {
        return new SessionState(changed, work, people, shared, totals, course);
    }

    public SessionState with(Work changed) {
        return new SessionState(setup, changed, people, shared, totals, course);
    }

    public SessionState with(People changed) {
        return new SessionState(setup, work, changed, shared, totals, course);
    }

    public SessionState with(Shared changed) {
        return new SessionState(setup, work, people, changed, totals, course);
    }

    public SessionState with(Totals changed) {
        return new SessionState(setup, work, people, shared, changed, course);
    }

    public SessionState with(Course changed) {
        return new SessionState(setup, work, people, shared, totals, changed);
    }
}

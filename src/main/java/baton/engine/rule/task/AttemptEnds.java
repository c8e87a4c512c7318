package baton.engine.rule.task;

import baton.engine.AttemptState;
import baton.engine.Origins;
import baton.engine.Working;
import baton.engine.fact.AttemptEvent.AttemptEnded;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SharingEvent.HandoffCreated;
import baton.engine.fact.TaskEvent.TaskAccepted;
import baton.engine.fact.TaskEvent.TaskFailed;
import baton.engine.fact.TaskEvent.TaskReady;
import baton.engine.fact.TaskEvent.TaskWaiting;
import baton.engine.rule.gate.Reviews;
import baton.engine.rule.people.Inbox;

/** The ways an attempt ends, and what becomes of its task and of the tasks that need it. */
public final class AttemptEnds {
    private AttemptEnds() {}

    /**
     * Ends an attempt that did not reach its aim; a successor follows while the task has attempts left.
     *
     * <p>There is always a handoff: the one the agent made, or one written from the record; so a person who brings a failed
     * task back does not begin at nothing.
     */
    public static void end(Working working, AttemptState attempt, End end, String reason) {
        InFlight.cancel(working, attempt.id(), reason);
        var task = working.state().work().task(attempt.task()).orElseThrow();
        int attemptsMax = working.state().setup().settings().limits().attemptsMax();
        boolean again = attempt.number() - task.attemptsBefore() < attemptsMax && end != End.CANCELLED;
        if (end != End.CANCELLED && task.continues().isEmpty()) {
            var note = Handoffs.fromRecord(working, attempt, reason);
            working.record(new Subject(attempt.agent(), attempt.task(), attempt.number()),
                    new HandoffCreated(working.nextId("H"), attempt.agent(), "", note, true));
        }
        close(working, attempt, end, reason);
        if (again) {
            working.record(new Subject("", attempt.task(), 0), new TaskReady());
        } else if (end != End.CANCELLED) {
            fail(working, attempt.task(), reason + triesOf(attempt.number()));
        }
    }

    /** The attempt is over, and so is whatever it asked of people. */
    static void close(Working working, AttemptState attempt, End end, String reason) {
        Inbox.withdraw(working, attempt);
        working.causedBy(working.record(attempt.subject(), new AttemptEnded(end, reason)));
    }

    private static String triesOf(int attempts) {
        return attempts == 1 ? "" : " (attempt " + attempts + ", the last)";
    }

    /** No further attempt; whoever needs the task is told by name, nobody else is touched. */
    static void fail(Working working, String task, String reason) {
        working.causedBy(working.record(new Subject("", task, 0), new TaskFailed(reason)));
        tellDependents(working, task, "failed");
        Reviews.withoutVerdict(working, task, reason);
        Phases.completeIfDone(working, task);
    }

    /** Whoever still waits for the task learns what became of it. */
    static void tellDependents(Working working, String task, String fate) {
        var dependents = working.state().work().dependents().get(task);
        if (dependents == null) {
            return;
        }
        for (var dependent : dependents) {
            var state = working.state().work().task(dependent);
            if (state.isPresent() && !state.get().status().isEnd()) {
                working.record(new Subject("", dependent, 0), new TaskWaiting("needs " + task + ", which " + fate));
            }
        }
    }

    /** The gate agreed: the attempt ends, the task is accepted, and what needed it gets a handoff and may start. */
    public static void accept(Working working, AttemptState attempt, String summary) {
        boolean degraded = attempt.modelIndex() > 0;
        close(working, attempt, End.ACCEPTED, "");
        working.causedBy(working.record(new Subject(attempt.agent(), attempt.task(), attempt.number()),
                new TaskAccepted(summary, degraded)));
        passOn(working, attempt, summary);
        Readiness.release(working, attempt.task());
        Phases.completeIfDone(working, attempt.task());
    }

    private static void passOn(Working working, AttemptState attempt, String summary) {
        var dependents = working.state().work().dependents().get(attempt.task());
        if (dependents == null) {
            return;
        }
        for (var dependent : dependents) {
            var task = working.state().work().task(dependent);
            if (task.isPresent() && !task.get().status().isEnd()) {
                var note = Handoffs.ofAccepted(attempt, summary);
                working.record(new Subject(attempt.agent(), dependent, 0),
                        new HandoffCreated(working.nextId("H"), attempt.agent(),
                                recipient(task.get().spec().agent()), note, true));
            }
        }
    }

    private static String recipient(String agent) {
        return agent.isEmpty() ? Origins.RULE : agent;
    }
}

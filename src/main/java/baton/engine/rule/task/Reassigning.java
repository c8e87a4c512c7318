package baton.engine.rule.task;

import java.util.Optional;

import baton.engine.AttemptState;
import baton.engine.TaskState;
import baton.engine.Working;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SharingEvent.HandoffCreated;
import baton.engine.fact.TaskEvent.TaskReady;
import baton.engine.fact.TaskEvent.TaskReassigned;

/** Giving a task to another agent, with what was done so far. */
public final class Reassigning {
    private Reassigning() {}

    /** Carries it out, or says why not; empty where it was done. An attempt under way ends with a handoff to the new agent. */
    public static String reassign(Working working, String id, String called, String by) {
        var task = working.state().work().task(id);
        if (task.isEmpty() || task.get().status().isEnd()) {
            return "there is no such task, or it has ended";
        }
        var agent = Assignment.find(working.state(), called);
        if (agent.isEmpty()) {
            return Assignment.nobody(working.state(), called);
        }
        if (working.state().agentFor(task.get()).equals(agent.get())) {
            return "it is a task of " + agent.get() + " already";
        }
        Stopping.withdraw(working, id, "the task goes to " + agent.get());
        var attempt = working.state().work().attempt(id + "/" + task.get().attempts());
        working.causedBy(working.record(new Subject("", id, 0), new TaskReassigned(agent.get(), by)));
        attempt.ifPresent(known -> handOver(working, known, agent.get(), by));
        return "";
    }

    private static void handOver(Working working, AttemptState attempt, String agent, String by) {
        var reason = "reassigned to " + agent + " by " + by;
        InFlight.cancel(working, attempt.id(), reason);
        var now = working.state().work().attempt(attempt.id()).orElseThrow();
        working.record(attempt.subject(), new HandoffCreated(working.nextId("H"), attempt.agent(), agent,
                Handoffs.fromRecord(working, now, reason), true));
        AttemptEnds.close(working, now, End.HANDED_OFF, reason);
        working.record(new Subject("", attempt.task(), 0), new TaskReady());
    }

    /** Ends the attempt of a task that gives way to its parts; the note says what is there. Empty where nobody works at it. */
    public static Optional<HandoffNote> giveWay(Working working, TaskState task, String reason) {
        var attempt = working.state().work().attempt(task.id() + "/" + task.attempts());
        if (attempt.isEmpty()) {
            return Optional.empty();
        }
        InFlight.cancel(working, attempt.get().id(), reason);
        var now = working.state().work().attempt(attempt.get().id()).orElseThrow();
        var note = Handoffs.fromRecord(working, now, reason);
        AttemptEnds.close(working, now, End.HANDED_OFF, reason);
        return Optional.of(note);
    }
}

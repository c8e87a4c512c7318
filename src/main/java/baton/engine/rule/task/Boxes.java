package baton.engine.rule.task;

import baton.engine.AttemptState;
import baton.engine.Command.ExtendBox;
import baton.engine.Work.Deadline;
import baton.engine.Working;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.AttemptEvent.TimeboxExtended;
import baton.engine.fact.AttemptEvent.TimeboxHard;
import baton.engine.fact.AttemptEvent.TimeboxSoft;
import baton.engine.rule.people.Refusals;

/** Time boxes: a soft limit, one closing turn, a hard limit after the grace, and always a handoff. */
public final class Boxes {
    private Boxes() {}

    /** Applies the earliest deadline where it is due; false where none is. */
    public static boolean applyDue(Working working) {
        var deadlines = working.state().work().deadlines();
        if (deadlines.isEmpty() || deadlines.first().elapsedMs() > working.elapsedMs()) {
            return false;
        }
        var due = deadlines.first();
        var attempt = working.state().work().attempt(due.id()).orElseThrow();
        working.causedBy(0);
        if (due.kind() == Deadline.Kind.BOX_SOFT) {
            startGrace(working, attempt);
        } else {
            working.causedBy(working.record(attempt.subject(), new TimeboxHard()));
            AttemptEnds.end(working, attempt, End.TIME_BOX, "the time box and its grace are over");
        }
        return true;
    }

    /** From now on there is a closing turn, and a hard limit. */
    static void startGrace(Working working, AttemptState attempt) {
        long grace = working.state().setup().settings().limits().graceMs();
        working.record(attempt.subject(), new TimeboxSoft(working.elapsedMs() + Math.max(1, grace)));
    }

    /** Gives the running attempt of a task more time; refused where there is none or it has no box. */
    public static void extend(Working working, ExtendBox command) {
        var task = working.state().work().task(command.task());
        var attempt = task.flatMap(known -> working.state().work().attempt(known.id() + "/" + known.attempts()));
        if (attempt.isEmpty() || command.byMs() <= 0
                || (attempt.get().softAtMs() == 0 && attempt.get().boxLeftMs() == 0)) {
            Refusals.refuse(working, "add time to " + command.task(), "no attempt with a time box is under way there");
            return;
        }
        long from = Math.max(attempt.get().softAtMs(), working.elapsedMs());
        working.record(attempt.get().subject(),
                new TimeboxExtended(command.byMs(), from + command.byMs(), command.by()));
    }
}

package baton.engine;

import java.util.ArrayList;
import java.util.List;

import baton.engine.AttemptState.Closing;
import baton.engine.AttemptState.Mail;
import baton.engine.AttemptState.Phase;
import baton.engine.TaskState.Status;
import baton.engine.Work.Deadline;
import baton.engine.fact.AttemptEvent;
import baton.engine.fact.AttemptEvent.AttemptContinued;
import baton.engine.fact.AttemptEvent.AttemptEnded;
import baton.engine.fact.AttemptEvent.AttemptParked;
import baton.engine.fact.AttemptEvent.AttemptStarted;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.AttemptEvent.TimeboxExtended;
import baton.engine.fact.AttemptEvent.TimeboxHard;
import baton.engine.fact.AttemptEvent.TimeboxSoft;
import baton.engine.fact.RecordedEvent;
import org.pcollections.TreePVector;

/** Folds facts about attempts and their boxes. */
final class AttemptFold {
    private AttemptFold() {}

    static SessionState evolve(SessionState state, RecordedEvent recorded, AttemptEvent event) {
        if (event instanceof AttemptStarted started) {
            return started(state, recorded, started);
        }
        var attempt = Attempts.require(state, recorded.subject());
        return switch (event) {
            case AttemptStarted ignored -> state;
            case AttemptParked parked -> parked(state, attempt, parked);
            case AttemptContinued continued -> continued(state, attempt, continued);
            case TimeboxSoft soft -> soft(state, attempt, soft);
            case TimeboxHard ignored -> withoutDeadlines(state, attempt);
            case TimeboxExtended extended -> extended(state, attempt, extended);
            case AttemptEnded ended -> ended(ended.end() == End.ACCEPTED ? built(state, attempt) : state, attempt);
        };
    }

    private static SessionState started(SessionState state, RecordedEvent recorded, AttemptStarted started) {
        var subject = recorded.subject();
        var mail = state.people().mail();
        TreePVector<Mail> inbox = TreePVector.empty();
        for (var box : List.of(subject.agent(), PeopleFold.taskBox(subject.task()))) {
            var waiting = mail.get(box);
            inbox = waiting == null ? inbox : inbox.plusAll(waiting);
            mail = mail.minus(box);
        }
        var attempt = AttemptState.started(Attempts.id(subject), subject, started.softAtMs(), started.continues(),
                TreePVector.from(started.concerns()), inbox);
        var task = state.work().task(subject.task()).orElseThrow();
        var work = state.work().withAttempts(state.work().attempts().plus(attempt.id(), attempt))
                .withSlotsUsed(state.work().slotsUsed() + 1).withReady(working(state, subject.agent(), 1))
                .withTask(task.withAttempts(subject.attempt()).continuing(""));
        if (started.softAtMs() > 0) {
            work = work.withDeadlines(work.deadlines().plus(softDeadline(attempt.id(), started.softAtMs())));
        }
        return state.with(work).with(state.people().withMail(mail));
    }

    private static SessionState parked(SessionState state, AttemptState attempt, AttemptParked parked) {
        var change = attempt.change();
        change.phase = Phase.PARKED;
        change.hold = parked.hold();
        change.boxLeftMs = parked.boxLeftMs();
        change.softAtMs = 0;
        change.hardAtMs = 0;
        var calm = withoutDeadlines(state, attempt);
        var task = calm.work().task(attempt.task()).orElseThrow();
        TaskLife.TABLE.require(task.id(), task.status(), Status.PARKED);
        var work = Attempts.put(calm.work(), change.done()).withSlotsUsed(calm.work().slotsUsed() - 1)
                .withReady(working(calm, attempt.agent(), -1))
                .withTask(task.withStatus(Status.PARKED, parked.reason()));
        return calm.with(work).with(calm.totals().withParked(calm.totals().parked() + 1));
    }

    private static SessionState continued(SessionState state, AttemptState attempt, AttemptContinued continued) {
        var change = attempt.change();
        change.phase = Phase.ACTIVE;
        change.softAtMs = continued.softAtMs();
        var task = state.work().task(attempt.task()).orElseThrow();
        TaskLife.TABLE.require(task.id(), task.status(), Status.RUNNING);
        var work = Attempts.put(state.work(), change.done()).withSlotsUsed(state.work().slotsUsed() + 1)
                .withReady(working(state, attempt.agent(), 1))
                .withReturning(state.work().returning().minus(attempt.id()))
                .withTask(task.withStatus(Status.RUNNING, ""));
        if (continued.softAtMs() > 0) {
            work = work.withDeadlines(work.deadlines().plus(softDeadline(attempt.id(), continued.softAtMs())));
        }
        return state.with(work).with(state.totals().withParked(state.totals().parked() - 1));
    }

    private static SessionState soft(SessionState state, AttemptState attempt, TimeboxSoft soft) {
        var change = attempt.change();
        change.closing = Closing.WANTED;
        change.hardAtMs = soft.hardAtMs();
        var calm = withoutDeadlines(state, attempt);
        var hard = new Deadline(soft.hardAtMs(), Deadline.Kind.BOX_HARD, attempt.id());
        return calm.with(Attempts.put(calm.work(), change.done()).withDeadlines(calm.work().deadlines().plus(hard)));
    }

    private static SessionState extended(SessionState state, AttemptState attempt, TimeboxExtended extended) {
        var change = attempt.change();
        change.closing = Closing.NO;
        change.hardAtMs = 0;
        change.softAtMs = attempt.phase() == Phase.PARKED ? 0 : extended.softAtMs();
        change.boxLeftMs = attempt.phase() == Phase.PARKED
                ? attempt.boxLeftMs() + extended.byMs()
                : attempt.boxLeftMs();
        var calm = withoutDeadlines(state, attempt);
        var work = Attempts.put(calm.work(), change.done());
        return calm.with(attempt.phase() == Phase.PARKED
                ? work
                : work.withDeadlines(work.deadlines().plus(softDeadline(attempt.id(), extended.softAtMs()))));
    }

    private static SessionState ended(SessionState state, AttemptState attempt) {
        var calm = withoutDeadlines(state, attempt);
        boolean parked = attempt.phase() == Phase.PARKED;
        var work = calm.work().withAttempts(calm.work().attempts().minus(attempt.id()))
                .withReturning(calm.work().returning().minus(attempt.id()))
                .withSlotsUsed(calm.work().slotsUsed() - (parked ? 0 : 1))
                .withReady(working(calm, attempt.agent(), parked ? 0 : -1));
        return calm.with(work).with(calm.totals().withParked(calm.totals().parked() - (parked ? 1 : 0)));
    }

    /** What it knew of answers, its task rests on. */
    private static SessionState built(SessionState state, AttemptState attempt) {
        var people = state.people();
        return state.with(people.building(attempt.task(), attempt.concerns())
                .building(attempt.task(), people.askedBy(attempt.task(), attempt.id())));
    }

    private static ReadyTasks working(SessionState state, String agent, int change) {
        return state.work().ready().working(agent, change, state.setup());
    }

    private static SessionState withoutDeadlines(SessionState state, AttemptState attempt) {
        var gone = new ArrayList<Deadline>();
        gone.add(softDeadline(attempt.id(), attempt.softAtMs()));
        gone.add(new Deadline(attempt.hardAtMs(), Deadline.Kind.BOX_HARD, attempt.id()));
        return state.with(state.work().withDeadlines(state.work().deadlines().minusAll(gone)));
    }

    private static Deadline softDeadline(String attempt, long atMs) {
        return new Deadline(atMs, Deadline.Kind.BOX_SOFT, attempt);
    }
}

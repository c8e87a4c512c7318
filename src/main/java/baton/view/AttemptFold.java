package baton.view;

import java.util.function.UnaryOperator;

import baton.engine.fact.AttemptEvent;
import baton.engine.fact.AttemptEvent.AttemptContinued;
import baton.engine.fact.AttemptEvent.AttemptEnded;
import baton.engine.fact.AttemptEvent.AttemptParked;
import baton.engine.fact.AttemptEvent.AttemptStarted;
import baton.engine.fact.AttemptEvent.Hold;
import baton.engine.fact.AttemptEvent.TimeboxExtended;
import baton.engine.fact.AttemptEvent.TimeboxHard;
import baton.engine.fact.AttemptEvent.TimeboxSoft;
import baton.engine.fact.RecordedEvent.Subject;
import baton.view.AttemptCard.Slot;

/** What facts about attempts change in the view: the task's card, the agent's card and the pool. */
final class AttemptFold {
    private AttemptFold() {}

    static SessionView apply(SessionView view, Subject subject, AttemptEvent fact) {
        long nowMs = view.head().runMs();
        return switch (fact) {
            case AttemptStarted started -> started(view, subject, started, nowMs);
            case AttemptParked parked -> parked(view, subject, parked, nowMs);
            case AttemptContinued continued -> continued(view, subject, nowMs);
            case TimeboxSoft soft -> last(view, subject, attempt -> attempt.doing("closing turn"));
            case TimeboxHard hard -> last(view, subject, attempt -> attempt.doing("stopping at the hard limit"));
            case TimeboxExtended extended -> view;
            case AttemptEnded ended -> ended(view, subject, ended, nowMs);
        };
    }

    private static SessionView started(SessionView view, Subject subject, AttemptStarted fact, long nowMs) {
        var attempt = AttemptCard.started(subject.attempt(), subject.agent(), fact.model(), nowMs);
        var tasks = TaskFold.change(view, subject, task -> task.stands(Stand.AT_WORK, "").plus(attempt));
        return agent(tasks, subject.agent(), agent -> agent.starts(subject.task())).with(view.pool().changedBy(1));
    }

    private static SessionView parked(SessionView view, Subject subject, AttemptParked fact, long nowMs) {
        var tasks = TaskFold.change(view, subject, task -> task.stands(stand(fact.hold()), fact.reason()));
        int freed = holdsSlot(view, subject) ? -1 : 0;
        return last(tasks, subject, attempt -> attempt.parked(fact.reason(), nowMs))
                .with(view.pool().changedBy(freed));
    }

    private static Stand stand(Hold hold) {
        return switch (hold) {
            case PERSON, PROVIDER, REVIEW -> Stand.PARKED;
            case PAUSE -> Stand.PAUSED;
            case OTHERS -> Stand.WATCHING;
        };
    }

    private static SessionView continued(SessionView view, Subject subject, long nowMs) {
        var tasks = TaskFold.change(view, subject, task -> task.stands(Stand.AT_WORK, ""));
        int taken = holdsSlot(view, subject) ? 0 : 1;
        return last(tasks, subject, attempt -> attempt.continued(nowMs)).with(view.pool().changedBy(taken));
    }

    private static SessionView ended(SessionView view, Subject subject, AttemptEnded fact, long nowMs) {
        int freed = holdsSlot(view, subject) ? -1 : 0;
        var tasks = last(view, subject, attempt -> attempt.ended(fact.end(), fact.reason(), nowMs));
        var settled = TaskFold.change(tasks, subject,
                task -> task.stand().isUnderWay() ? task.stands(Stand.WAITING, fact.reason()) : task);
        return agent(settled, subject.agent(), agent -> agent.ends(subject.task()))
                .with(view.pool().changedBy(freed));
    }

    private static boolean holdsSlot(SessionView view, Subject subject) {
        return view.task(subject.task()).flatMap(TaskCard::lastAttempt)
                .filter(attempt -> attempt.slot() == Slot.HELD).isPresent();
    }

    /** Changes the attempt the fact is about; a fact about any other than the last one changes nothing. */
    static SessionView last(SessionView view, Subject subject, UnaryOperator<AttemptCard> how) {
        return TaskFold.change(view, subject, task -> task.lastAttempt()
                .filter(attempt -> attempt.number() == subject.attempt())
                .map(attempt -> task.withLast(how.apply(attempt))).orElse(task));
    }

    static SessionView agent(SessionView view, String id, UnaryOperator<AgentCard> how) {
        if (id.isEmpty()) {
            return view;
        }
        return view.with(how.apply(view.agents().get(id).orElse(AgentCard.named(id, id))));
    }
}

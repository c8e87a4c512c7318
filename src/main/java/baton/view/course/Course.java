package baton.view.course;

import baton.engine.fact.AttemptEvent;
import baton.engine.fact.PeopleEvent;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SharingEvent.HandoffCreated;
import baton.engine.fact.ToolEvent.ToolRequested;
import baton.view.SessionView;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * What happened when, in run time.
 *
 * @param marks what a person may want to jump to, in order
 * @param stretches of work and of waiting by task, in order; the last one may still be open
 * @param costs the tokens used after each answer, in order
 */
public record Course(PVector<Mark> marks, TreePMap<String, PVector<Stretch>> stretches, PVector<Sample> costs) {
    public static final Course EMPTY = new Course(TreePVector.empty(), TreePMap.empty(), TreePVector.empty());

    /** Something worth jumping to. */
    public record Mark(Kind kind, String id, long seq, long runMs) {}

    /** What a mark is. */
    public enum Kind {
        BLOCKER, DECISION, HANDOFF
    }

    /**
     * A stretch of one task's time; {@code toMs} is negative while it lasts.
     *
     * @param kind whether somebody worked or the task waited for a person
     */
    public record Stretch(Doing kind, int attempt, long fromMs, long toMs) {
        public long endMs(long nowMs) {
            return toMs < 0 ? Math.max(nowMs, fromMs) : toMs;
        }
    }

    /** What a task's time went into. */
    public enum Doing {
        WORK, WAIT
    }

    /** A running sum at a time. */
    public record Sample(long runMs, long tokens) {}

    /** The course after one more fact; {@code view} has the fact folded in. */
    public Course after(SessionView view, RecordedEvent event) {
        long nowMs = view.head().runMs();
        String task = event.subject().task();
        return switch (event.event()) {
            case AttemptEvent fact -> attempt(task, event.subject().attempt(), fact, nowMs);
            case PeopleEvent.BlockerRaised raised -> marked(Kind.BLOCKER, raised.id(), event, nowMs);
            case PeopleEvent.DecisionOpened opened -> marked(Kind.DECISION, opened.id(), event, nowMs);
            case PeopleEvent.QuestionAsked asked -> marked(Kind.DECISION, asked.id(), event, nowMs);
            case ToolRequested asked -> marked(Kind.DECISION, asked.approval(), event, nowMs);
            case HandoffCreated created -> marked(Kind.HANDOFF, created.id(), event, nowMs);
            case baton.engine.fact.TurnEvent.TurnCompleted done -> new Course(marks, stretches,
                    costs.plus(new Sample(nowMs, view.spend().usage().totalTokens())));
            default -> this;
        };
    }

    private Course marked(Kind kind, String id, RecordedEvent event, long nowMs) {
        return new Course(marks.plus(new Mark(kind, id, event.seq(), nowMs)), stretches, costs);
    }

    private Course attempt(String task, int attempt, AttemptEvent fact, long nowMs) {
        return switch (fact) {
            case AttemptEvent.AttemptStarted started -> turns(task, Doing.WORK, attempt, nowMs);
            case AttemptEvent.AttemptContinued continued -> turns(task, Doing.WORK, attempt, nowMs);
            case AttemptEvent.AttemptParked parked -> turns(task, Doing.WAIT, attempt, nowMs);
            case AttemptEvent.AttemptEnded ended -> with(task, closed(of(task), nowMs));
            case AttemptEvent.TimeboxSoft soft -> this;
            case AttemptEvent.TimeboxHard hard -> this;
            case AttemptEvent.TimeboxExtended extended -> this;
        };
    }

    private Course turns(String task, Doing kind, int attempt, long nowMs) {
        return with(task, closed(of(task), nowMs).plus(new Stretch(kind, attempt, nowMs, -1)));
    }

    private Course with(String task, PVector<Stretch> changed) {
        return new Course(marks, stretches.plus(task, changed), costs);
    }

    private static PVector<Stretch> closed(PVector<Stretch> of, long nowMs) {
        if (of.isEmpty() || of.get(of.size() - 1).toMs() >= 0) {
            return of;
        }
        var last = of.get(of.size() - 1);
        return of.with(of.size() - 1, new Stretch(last.kind(), last.attempt(), last.fromMs(), nowMs));
    }

    /** The stretches of one task, oldest first. */
    public PVector<Stretch> of(String task) {
        var known = stretches.get(task);
        return known == null ? TreePVector.empty() : known;
    }
}

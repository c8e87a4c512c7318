package baton.view;

import baton.engine.fact.AttemptEvent;
import baton.engine.fact.ChangeEvent;
import baton.engine.fact.GateEvent;
import baton.engine.fact.LimitEvent;
import baton.engine.fact.PeopleEvent;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent;
import baton.engine.fact.SessionEvent.SessionForked;
import baton.engine.fact.SessionEvent.SessionResumed;
import baton.engine.fact.SharingEvent;
import baton.engine.fact.TaskEvent;
import baton.engine.fact.ToolEvent;
import baton.engine.fact.TurnEvent;

/** Folds facts into views, one at a time; what a fact costs does not depend on how many tasks there are. */
public final class Projector {
    private Projector() {}

    /** The view after one more fact, with its line in the transcript. Facts must come in the order of the record. */
    public static SessionView apply(SessionView view, RecordedEvent event) {
        var after = boards(view, event);
        var head = after.head();
        return after.plus(new TranscriptLine(event.seq(), event.atMs(), head.runMs(), Sentences.of(after, event)));
    }

    /** The view after one more fact, without a transcript. */
    public static SessionView boards(SessionView view, RecordedEvent event) {
        var timed = pass(view, event);
        return switch (event.event()) {
            case SessionEvent fact -> SessionFold.apply(timed, event.subject(), fact);
            case TaskEvent fact -> TaskFold.apply(timed, event.subject(), fact);
            case AttemptEvent fact -> AttemptFold.apply(timed, event.subject(), fact);
            case TurnEvent fact -> WorkFold.apply(timed, event.subject(), fact);
            case ToolEvent fact -> WorkFold.apply(timed, event.subject(), fact);
            case PeopleEvent fact -> PeopleFold.apply(timed, event.subject(), fact);
            case SharingEvent fact -> SharingFold.apply(timed, event.subject(), fact);
            case GateEvent fact -> GateFold.apply(timed, event.subject(), fact);
            case LimitEvent fact -> LimitFold.apply(timed, fact);
            case ChangeEvent fact -> ChangeFold.apply(timed, fact);
        };
    }

    /** Lets the time since the fact before pass, except where no process ran in between. */
    private static SessionView pass(SessionView view, RecordedEvent event) {
        var head = view.head();
        boolean gap = head.lastSeq() == 0 || head.result().isPresent()
                || event.event() instanceof SessionForked
                || (event.event() instanceof SessionResumed resumed && resumed.isNewProcess());
        long passedMs = gap ? 0 : Math.max(0, event.atMs() - head.lastAtMs());
        return view.with(head.at(event.seq(), event.atMs(), passedMs)).with(view.pool().afterMs(passedMs));
    }
}

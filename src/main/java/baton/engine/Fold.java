package baton.engine;

import baton.engine.fact.AttemptEvent;
import baton.engine.fact.ChangeEvent;
import baton.engine.fact.GateEvent;
import baton.engine.fact.LimitEvent;
import baton.engine.fact.PeopleEvent;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent;
import baton.engine.fact.SharingEvent;
import baton.engine.fact.TaskEvent;
import baton.engine.fact.ToolEvent;
import baton.engine.fact.TurnEvent;

/** The fold: one recorded fact over a state gives the next state. Decides nothing and asks for nothing. */
public final class Fold {
    private Fold() {}

    /**
     * The state after a fact.
     *
     * @throws IllegalStateException where the record has a gap, or the fact is impossible in this state
     */
    public static SessionState evolve(SessionState state, RecordedEvent recorded) {
        if (recorded.seq() != state.course().nextSeq()) {
            throw new IllegalStateException(
                    "event " + recorded.seq() + " where " + state.course().nextSeq() + " was due");
        }
        var next = state.with(state.course().afterSeq(recorded.seq()));
        return switch (recorded.event()) {
            case SessionEvent event -> SessionFold.evolve(next, recorded, event);
            case TaskEvent event -> TaskFold.evolve(next, recorded, event);
            case AttemptEvent event -> AttemptFold.evolve(next, recorded, event);
            case TurnEvent event -> TurnFold.evolve(next, recorded, event);
            case ToolEvent event -> ToolFold.evolve(next, recorded, event);
            case PeopleEvent event -> PeopleFold.evolve(next, recorded, event);
            case SharingEvent event -> SharingFold.evolve(next, recorded, event);
            case GateEvent event -> GateFold.evolve(next, recorded, event);
            case LimitEvent event -> LimitFold.evolve(next, event);
            case ChangeEvent event -> ChangeFold.evolve(next, event);
        };
    }
}

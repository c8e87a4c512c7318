package baton.engine.rule.conversation;

import java.util.List;

import baton.engine.AttemptState;
import baton.engine.Effect.Brief;
import baton.engine.SessionState;
import baton.engine.fact.HandoffNote;

/** The same request as typed values, for models that do not read prose. */
public final class Briefs {
    private Briefs() {}

    public static Brief of(SessionState state, AttemptState attempt, boolean closing) {
        var task = state.work().task(attempt.task()).orElseThrow().spec();
        List<HandoffNote> handoffs = attempt.concerns().stream().map(id -> state.shared().handoffs().get(id))
                .filter(handoff -> handoff != null).map(handoff -> handoff.note()).toList();
        return new Brief(task, state.setup().agent(attempt.agent()).name(), attempt.number(), attempt.turns() + 1,
                closing,
                List.copyOf(attempt.missing()), List.copyOf(attempt.answers()), List.copyOf(attempt.changes().values()),
                handoffs,
                state.setup().plan().goal());
    }
}

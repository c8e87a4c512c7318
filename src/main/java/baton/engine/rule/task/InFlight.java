package baton.engine.rule.task;

import baton.engine.Effect.Cancel;
import baton.engine.OpenCall;
import baton.engine.Working;
import baton.engine.fact.GateEvent.GateLost;
import baton.engine.fact.ToolEvent.ToolCancelled;
import baton.engine.fact.TurnEvent.TurnCancelled;

/** Stops what runs for an attempt, and records that it was stopped. */
public final class InFlight {
    private InFlight() {}

    /** Cancels turn, gate and running calls; queued and waiting calls are left as they are. */
    public static void cancel(Working working, String attemptId, String reason) {
        var found = working.state().work().attempt(attemptId);
        if (found.isEmpty()) {
            return;
        }
        var attempt = found.get();
        attempt.turn().ifPresent(turn -> {
            working.record(attempt.subject(), new TurnCancelled(turn.id(), reason));
            working.ask(new Cancel(turn.id()));
        });
        if (!attempt.gate().isEmpty()) {
            working.record(attempt.subject(), new GateLost(attempt.gate()));
            working.ask(new Cancel(attempt.gate()));
        }
        attempt.calls().values().stream().filter(OpenCall::isRunning).sorted().forEach(call -> {
            working.record(attempt.subject(), new ToolCancelled(call.id(), reason));
            working.ask(new Cancel(call.id()));
        });
    }
}

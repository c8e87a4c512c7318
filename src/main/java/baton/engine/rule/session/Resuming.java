package baton.engine.rule.session;

import baton.engine.AttemptState;
import baton.engine.Command.Resume;
import baton.engine.Course.RunGate;
import baton.engine.OpenCall;
import baton.engine.Origins;
import baton.engine.Working;
import baton.engine.fact.GateEvent.GateLost;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent.SessionResumed;
import baton.engine.fact.ToolEvent.ToolLost;
import baton.engine.fact.TurnEvent.TurnLost;
import baton.engine.rule.call.Calls;
import baton.engine.rule.gate.PhaseGates;
import baton.engine.rule.people.Inbox;
import baton.engine.rule.turn.Requests;

/** A new process goes on: what was open is lost or runs again, driven by the record alone. */
public final class Resuming {
    private Resuming() {}

    public static void resume(Working working, Resume command) {
        var attempts = working.state().work().attempts().values();
        int turns = (int) attempts.stream().filter(attempt -> attempt.turn().isPresent()).count();
        int calls = (int) attempts.stream().flatMap(attempt -> attempt.calls().values().stream())
                .filter(call -> call.isRunning() && !call.repeatable()).count();
        var modelsBefore = working.state().setup().settings().models();
        working.causedBy(working.record(Subject.SESSION,
                new SessionResumed(command.settings(), turns, calls, command.changes())));
        Toolkits.record(working);
        for (var attempt : attempts) {
            reopen(working, attempt);
            Requests.takeModels(working, attempt.id(), modelsBefore);
        }
        PhaseGates.lose(working);
        PhaseGates.again(working);
        if (working.state().course().runGate().state() == RunGate.State.RUNNING) {
            working.record(Subject.SESSION, new GateLost(Origins.RUN_GATE));
        }
        for (var id : working.state().people().open()) {
            Inbox.settleInAdvance(working, id);
        }
    }

    private static void reopen(Working working, AttemptState attempt) {
        attempt.turn().ifPresent(turn -> working.record(attempt.subject(), new TurnLost(turn.id())));
        if (!attempt.gate().isEmpty()) {
            working.record(attempt.subject(), new GateLost(attempt.gate()));
        }
        for (var call : attempt.calls().values().stream().filter(OpenCall::isRunning).sorted().toList()) {
            if (call.repeatable()) {
                working.ask(Calls.effect(working, attempt, call));
            } else {
                working.record(attempt.subject(), new ToolLost(call.id()));
            }
        }
        working.touch(attempt.id());
    }
}

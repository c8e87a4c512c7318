package baton.engine.rule.task;

import baton.engine.Working;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent.PhaseStarted;
import baton.engine.rule.gate.PhaseGates;

/** Notes where phases begin and end; barriers between them stand in the tasks' own dependencies, and the gates at their ends in {@link PhaseGates}. */
final class Phases {
    private Phases() {}

    static void start(Working working, String phase) {
        if (!phase.isEmpty() && working.state().course().next("phase " + phase) == 1) {
            working.record(Subject.SESSION, new PhaseStarted(phase));
        }
    }

    static void completeIfDone(Working working, String task) {
        var phase = working.state().work().task(task).orElseThrow().spec().phase();
        var left = working.state().work().phaseLeft().get(phase);
        if (!phase.isEmpty() && left != null && left == 0) {
            PhaseGates.completed(working, phase);
        }
    }
}

package baton.view;

import java.util.List;

import baton.engine.fact.CheckResult;
import baton.engine.fact.GateEvent;
import baton.engine.fact.GateEvent.GateFailed;
import baton.engine.fact.GateEvent.GateLost;
import baton.engine.fact.GateEvent.GatePassed;
import baton.engine.fact.GateEvent.GateStarted;
import baton.engine.fact.GateEvent.ReviewGiven;
import baton.engine.fact.GateEvent.ReviewRequested;
import baton.engine.fact.RecordedEvent.Subject;

/** What gates change in the view. */
final class GateFold {
    private GateFold() {}

    static SessionView apply(SessionView view, Subject subject, GateEvent fact) {
        String about = subject.task().isEmpty() ? fact.gate() : subject.task();
        var gate = view.gates().get(about).orElse(GateCard.of(about));
        return switch (fact) {
            case GateStarted started -> view.with(gate.checking());
            case GatePassed passed -> view.with(gate.passed());
            case GateFailed failed -> failed(view.with(gate.failed(failed.results())), subject, failed.results());
            case GateLost lost -> view;
            case ReviewRequested requested -> view;
            case ReviewGiven given -> view;
        };
    }

    /** The agent is told and goes on, unless a further fact says otherwise. */
    private static SessionView failed(SessionView view, Subject subject, List<CheckResult> results) {
        return TaskFold.change(view, subject, task -> {
            var counted = task.withGateFailed();
            return counted.stand() == Stand.CLAIMED
                    ? counted.stands(Stand.AT_WORK, Wording.broken(results))
                    : counted;
        });
    }
}

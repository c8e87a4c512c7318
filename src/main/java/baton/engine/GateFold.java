package baton.engine;

import java.util.List;

import baton.engine.Course.RunGate;
import baton.engine.Shared.Review;
import baton.engine.fact.CheckResult;
import baton.engine.fact.GateEvent;
import baton.engine.fact.GateEvent.GateFailed;
import baton.engine.fact.GateEvent.GateLost;
import baton.engine.fact.GateEvent.GatePassed;
import baton.engine.fact.GateEvent.GateStarted;
import baton.engine.fact.GateEvent.ReviewGiven;
import baton.engine.fact.GateEvent.ReviewRequested;
import baton.engine.fact.RecordedEvent;
import org.pcollections.TreePVector;

/** Folds facts about gates. */
final class GateFold {
    private GateFold() {}

    static SessionState evolve(SessionState state, RecordedEvent recorded, GateEvent event) {
        if (event.gate().equals(Origins.RUN_GATE)) {
            return run(state, event);
        }
        if (event.gate().startsWith(Origins.PHASE_GATE)) {
            return phase(state, event);
        }
        if (event instanceof ReviewRequested requested && state.people().items().containsKey(event.gate())) {
            return ofDecision(state, requested);
        }
        var attempt = Attempts.require(state, recorded.subject());
        return switch (event) {
            case GateStarted started -> opened(state, attempt, started.gate());
            case GatePassed ignored -> closed(state, attempt, List.of());
            case GateFailed failed -> failed(state, attempt, failed.results());
            case GateLost ignored -> closed(state, attempt, List.copyOf(attempt.missing()));
            case ReviewRequested requested -> asked(state, attempt, requested);
            case ReviewGiven given -> given(state, attempt, given);
        };
    }

    private static SessionState opened(SessionState state, AttemptState attempt, String gate) {
        var change = attempt.change();
        change.gate = gate;
        return state.with(Attempts.put(state.work(), change.done()).withInFlight(state.work().inFlight() + 1));
    }

    private static SessionState closed(SessionState state, AttemptState attempt, List<String> missing) {
        var change = attempt.change();
        change.gate = "";
        change.missing = TreePVector.from(missing);
        int freed = attempt.gate().isEmpty() ? 0 : 1;
        return state.with(Attempts.put(state.work(), change.done()).withInFlight(state.work().inFlight() - freed));
    }

    private static SessionState failed(SessionState state, AttemptState attempt, List<CheckResult> results) {
        var missing = results.stream().filter(result -> result.verdict() != CheckResult.Verdict.PASSED)
                .map(CheckResult::name).toList();
        var closed = closed(state, attempt, missing);
        var change = Attempts.require(closed, attempt.subject()).change();
        change.claims = attempt.claims() + 1;
        return closed.with(Attempts.put(closed.work(), change.done())).with(closed.totals().counting(0, 0, 1));
    }

    /** The claim waits, and the gate runs no more until the verdict is there. */
    private static SessionState asked(SessionState state, AttemptState attempt, ReviewRequested requested) {
        var free = closed(state, attempt, List.copyOf(attempt.missing()));
        var known = Attempts.require(free, attempt.subject());
        var change = known.change();
        var call = known.calls().get(requested.call());
        if (call == null) {
            throw new IllegalStateException("no open claim " + requested.call());
        }
        change.calls = known.calls().plus(call.id(), call.waitingFor(requested.review()));
        var review = new Review(requested.review(), requested.gate(), requested.reviewer(), requested.check(),
                attempt.id(), requested.call(), requested.results());
        return free.with(Attempts.put(free.work(), change.done())).with(free.shared().withReview(review))
                .with(PeopleFold.numbered(free.course(), requested.review()));
    }

    /** Nothing waits for it but what is settled by a rule. */
    private static SessionState ofDecision(SessionState state, ReviewRequested requested) {
        var review = new Review(requested.review(), requested.gate(), requested.reviewer(), requested.check(), "", "",
                List.of());
        return state.with(state.shared().withReview(review))
                .with(PeopleFold.numbered(state.course(), requested.review()));
    }

    private static SessionState given(SessionState state, AttemptState attempt, ReviewGiven given) {
        var change = attempt.change();
        for (var call : attempt.calls().values()) {
            if (call.waitsFor().equals(given.review())) {
                change.calls = change.calls.plus(call.id(), call.decidedHere());
            }
        }
        return state.with(Attempts.put(state.work(), change.done()));
    }

    /** Tasks behind the phase wait for its gate like for a task. */
    private static SessionState phase(SessionState state, GateEvent event) {
        var course = state.course();
        int ended = course.phaseGates().get(event.gate()) == RunGate.State.RUNNING ? 1 : 0;
        var freed = state.with(state.work().withInFlight(state.work().inFlight() - ended));
        return switch (event) {
            case GateStarted ignored -> freed.with(course.withPhaseGate(event.gate(), RunGate.State.RUNNING))
                    .with(freed.work().withInFlight(freed.work().inFlight() + 1));
            case GatePassed ignored -> TaskFold.settle(
                    freed.with(course.withPhaseGate(event.gate(), RunGate.State.PASSED)), event.gate());
            case GateFailed ignored -> freed.with(course.withPhaseGate(event.gate(), RunGate.State.FAILED))
                    .with(freed.totals().counting(0, 0, 1));
            case GateLost ignored -> freed.with(course.withPhaseGate(event.gate(), RunGate.State.NOT_RUN));
            case ReviewRequested ignored -> state;
            case ReviewGiven ignored -> state;
        };
    }

    /** A verdict on the whole says nothing any more where work was added while it was reached. */
    private static SessionState run(SessionState state, GateEvent event) {
        var course = state.course();
        boolean running = course.runGate().state() == RunGate.State.RUNNING;
        int ended = running ? 1 : 0;
        return switch (event) {
            case GateStarted ignored -> state.with(course.withRunGate(RunGate.State.RUNNING, List.of()))
                    .with(state.work().withInFlight(state.work().inFlight() + 1));
            case GatePassed passed ->
                state.with(course.withRunGate(settled(state, RunGate.State.PASSED), passed.results()))
                        .with(state.work().withInFlight(state.work().inFlight() - ended));
            case GateFailed failed ->
                state.with(course.withRunGate(settled(state, RunGate.State.FAILED), failed.results()))
                        .with(state.work().withInFlight(state.work().inFlight() - ended))
                        .with(state.totals().counting(0, 0, 1));
            case ReviewRequested ignored -> state;
            case ReviewGiven ignored -> state;
            case GateLost ignored -> state.with(course.withRunGate(RunGate.State.NOT_RUN, List.of()))
                    .with(state.work().withInFlight(state.work().inFlight() - ended));
        };
    }

    private static RunGate.State settled(SessionState state, RunGate.State verdict) {
        return state.totals().left() == 0 ? verdict : RunGate.State.NOT_RUN;
    }
}

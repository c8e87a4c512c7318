package baton.engine.fact;

import java.util.List;

/** Facts about gates; the id is {@code T-3/1!1} for the first claim of an attempt, or {@code run}. */
public sealed interface GateEvent extends Event {
    String gate();

    record GateStarted(String gate, List<String> checks) implements GateEvent {
        public GateStarted {
            checks = List.copyOf(checks);
        }
    }

    record GatePassed(String gate, List<CheckResult> results) implements GateEvent {
        public GatePassed {
            results = List.copyOf(results);
        }
    }

    record GateFailed(String gate, List<CheckResult> results) implements GateEvent {
        public GateFailed {
            results = List.copyOf(results);
        }
    }

    /** Running when the process died; it runs again. */
    record GateLost(String gate) implements GateEvent {}
}

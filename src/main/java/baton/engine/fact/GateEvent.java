package baton.engine.fact;

import java.util.List;

/** Facts about gates and their reviews; the id is {@code T-3/1!1} for the first claim of an attempt, or {@code run}. */
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

    /** How a review ended. */
    enum ReviewVerdict {
        ACCEPTED, REJECTED,
        /** Whoever was asked could not give one. */
        NOT_GIVEN
    }

    /**
     * The gate's other checks hold, and another agent is asked; the claim waits for the verdict.
     *
     * @param review id of the task by which it is given
     * @param check the check's words
     * @param call the claim
     * @param results what held before
     */
    record ReviewRequested(String gate, String review, String reviewer, String check, String call,
            List<CheckResult> results) implements GateEvent {
        public ReviewRequested {
            results = List.copyOf(results);
        }
    }

    record ReviewGiven(String gate, String review, String reviewer, ReviewVerdict verdict, String text)
            implements
                GateEvent {}

    /** Running when the process died; it runs again. */
    record GateLost(String gate) implements GateEvent {}
}

package baton.engine;

import java.util.List;
import java.util.Optional;

import baton.engine.fact.CheckResult;
import baton.engine.fact.SessionEvent.SessionResult;
import org.pcollections.TreePMap;

/**
 * Where the record stands and whether the session goes on.
 *
 * @param counters last number given per kind of id
 * @param exhausted the budget limit that was reached, or empty
 * @param providerTroubles providers that cannot be asked, and why
 * @param runGate where the gate in front of the end stands
 * @param pauses what people hold back
 * @param phaseGates where the gates at the ends of phases stand, by their ids; those that have not been looked at are absent
 */
public record Course(long nextSeq, TreePMap<String, Integer> counters, String exhausted, String warned,
        TreePMap<String, String> providerTroubles,
        RunGate runGate, Optional<SessionResult> result, Pauses pauses, TreePMap<String, RunGate.State> phaseGates) {
    static final Course START = new Course(1, TreePMap.empty(), "", "", TreePMap.empty(),
            RunGate.NOT_RUN, Optional.empty(), Pauses.NONE, TreePMap.empty());

    /** The checks in front of the end of the run. */
    public record RunGate(State state, List<CheckResult> results) {
        static final RunGate NOT_RUN = new RunGate(State.NOT_RUN, List.of());

        /** Where it stands. */
        public enum State {
            NOT_RUN, RUNNING, PASSED, FAILED
        }

        public RunGate {
            results = List.copyOf(results);
        }
    }

    public Course afterSeq(long seq) {
        return new Course(seq + 1, counters, exhausted, warned, providerTroubles, runGate, result, pauses, phaseGates);
    }

    /** The number after the last one given for ids with this prefix. */
    public int next(String prefix) {
        var last = counters.get(prefix);
        return last == null ? 1 : last + 1;
    }

    public Course using(String prefix, int number) {
        var last = counters.get(prefix);
        return last != null && last >= number
                ? this
                : new Course(nextSeq, counters.plus(prefix, number), exhausted, warned, providerTroubles, runGate,
                        result, pauses, phaseGates);
    }

    public Course withExhausted(String limit) {
        return new Course(nextSeq, counters, limit, warned, providerTroubles, runGate, result, pauses, phaseGates);
    }

    public Course withWarned(String limit) {
        return new Course(nextSeq, counters, exhausted, limit, providerTroubles, runGate, result, pauses, phaseGates);
    }

    public Course withProviderTroubles(TreePMap<String, String> changed) {
        return new Course(nextSeq, counters, exhausted, warned, changed, runGate, result, pauses, phaseGates);
    }

    public Course withRunGate(RunGate.State state, List<CheckResult> results) {
        return new Course(nextSeq, counters, exhausted, warned, providerTroubles, new RunGate(state, results), result,
                pauses, phaseGates);
    }

    /** What the checks in front of the end said was about less than there is now. */
    Course withMoreWork() {
        return switch (runGate.state()) {
            case NOT_RUN, RUNNING -> this;
            case PASSED, FAILED -> withRunGate(RunGate.State.NOT_RUN, List.of());
        };
    }

    public Course withResult(Optional<SessionResult> changed) {
        return new Course(nextSeq, counters, exhausted, warned, providerTroubles, runGate, changed, pauses, phaseGates);
    }

    public Course withPauses(Pauses changed) {
        return new Course(nextSeq, counters, exhausted, warned, providerTroubles, runGate, result, changed, phaseGates);
    }

    /** What the gate said was about less than there is now; it is looked at when the phase has ended again. */
    Course withoutPhaseGate(String gate) {
        return new Course(nextSeq, counters, exhausted, warned, providerTroubles, runGate, result, pauses,
                phaseGates.minus(gate));
    }

    public Course withPhaseGate(String gate, RunGate.State state) {
        return new Course(nextSeq, counters, exhausted, warned, providerTroubles, runGate, result, pauses,
                phaseGates.plus(gate, state));
    }
}

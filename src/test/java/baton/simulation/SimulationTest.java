package baton.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import baton.engine.fact.SessionEvent.Status;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@code -Dbaton.simulation.seed=N} runs one seed alone, which is how a failure is looked into. */
class SimulationTest {
    private static final int SEEDS = 60;
    private static final int SEEDS_DEEP = 1_000;
    private static final List<String> STEERED = List.of("ChangeAccepted", "ChangeRejected", "SessionPaused",
            "TaskPaused", "TaskReassigned", "TaskResumed", "TaskSplit", "delegated", "waits OTHERS", "waits PAUSE");

    @Test
    void whateverModelsAndPeopleDoTheRulesHoldAndEveryRunEnds() {
        var only = Long.getLong("baton.simulation.seed");
        long first = only == null ? 1 : only;
        long last = only == null ? (Boolean.getBoolean("baton.deep") ? SEEDS_DEEP : SEEDS) : only;
        var failures = new ArrayList<String>();
        var ends = new TreeMap<Status, Integer>();
        var seen = new TreeMap<String, Integer>();
        for (long seed = first; seed <= last; seed++) {
            var simulation = new Simulation(seed);
            try {
                ends.merge(simulation.run().status(), 1, Integer::sum);
                simulation.seen().forEach(name -> seen.merge(name, 1, Integer::sum));
            } catch (AssertionError | RuntimeException e) {
                failures.add("seed " + seed + ", step " + simulation.steps + ": " + e
                        + (only == null ? "" : "\n" + simulation.tail(40)));
            }
        }
        assertEquals("", String.join("\n", failures));
        assertTrue(only != null || ends.size() >= 4, "the seeds reach many kinds of ends: " + ends);
        assertTrue(only != null || seen.keySet().containsAll(STEERED), "the seeds steer in every way: " + seen);
    }

    @Test
    void aSeedGivesTheSameRunEveryTime() {
        var one = new Simulation(42);
        var other = new Simulation(42);
        assertEquals(one.run(), other.run());
        assertEquals(one.steps, other.steps);
    }
}

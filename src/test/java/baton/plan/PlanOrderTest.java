package baton.plan;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PlanOrderTest {
    private final PlanDraft draft = new PlanDraft("a plan", "plan.md");

    @Test
    void withoutAnyWordOnTimeTheDocumentDecides() {
        task("T-2", "a");
        task("T-1", "b");

        assertEquals(List.of("T-2", "T-1"), PlanOrder.of(draft.toPlan()));
    }

    @Test
    void theOpeningComesFirstThenThePhasesThenTheDates() {
        phase("one");
        phase("two");
        draft.tasks.add(timed("T-1", "two", ""));
        draft.tasks.add(timed("T-2", "one", "2026-03-05"));
        draft.tasks.add(timed("T-3", "one", "from 2026-03-02"));
        var opening = new TaskDraft("T-4", "Read everything", "a");
        opening.kind = TaskSpec.Kind.OPENING;
        draft.tasks.add(opening.toTask());

        assertEquals(List.of("T-4", "T-3", "T-2", "T-1"), PlanOrder.of(draft.toPlan()));
    }

    @Test
    void aSoftEdgePutsAllOfOneAgentBehindAnotherAlsoThroughAnArtefact() {
        task("T-1", "kitchen");
        task("T-2", "garden");
        task("T-3", "table");
        soft("garden", "Vegetables");
        soft("Vegetables", "kitchen");
        soft("kitchen", "table");

        assertEquals(List.of("T-2", "T-1", "T-3"), PlanOrder.of(draft.toPlan()));
    }

    @Test
    void aSoftEdgeAgainstThePhasesGivesWay() {
        phase("one");
        phase("two");
        draft.tasks.add(timed("T-1", "one", ""));
        draft.tasks.add(timed("T-2", "two", ""));
        soft("T-2", "T-1");

        assertEquals(List.of("T-1", "T-2"), PlanOrder.of(draft.toPlan()));
    }

    @Test
    void aCircleOfSoftEdgesLosesNobody() {
        task("T-1", "a");
        task("T-2", "b");
        task("T-3", "c");
        soft("b", "c");
        soft("c", "b");
        soft("c", "a");

        assertEquals(List.of("T-3", "T-1", "T-2"), PlanOrder.of(draft.toPlan()));
    }

    @Test
    void whatBindsIsLeftToTheEngine() {
        task("T-1", "a");
        task("T-2", "b");
        draft.edges.add(new Edge("T-2", "T-1", "", Edge.Kind.TASK, true, Edge.Source.TEXT, Place.NOWHERE));

        assertEquals(List.of("T-1", "T-2"), PlanOrder.of(draft.toPlan()));
    }

    @Test
    void tenThousandTasksOfAChainOfAgentsAreOrderedWhole() {
        IntStream.range(0, 10_000).forEach(i -> task("T-" + i, "agent-" + i % 500));
        IntStream.range(0, 499).forEach(i -> soft("agent-" + (i + 1), "agent-" + i));

        var order = PlanOrder.of(draft.toPlan());

        assertEquals("T-499", order.getFirst());
        assertEquals(10_000, order.size());
        assertEquals("T-9500", order.getLast());
    }

    private void task(String id, String agent) {
        draft.tasks.add(TaskSpec.of(id, "Job " + id, agent));
    }

    private static TaskSpec timed(String id, String phase, String start) {
        var task = new TaskDraft(id, "Job " + id, "a");
        task.phase = phase;
        task.start = start;
        return task.toTask();
    }

    private void phase(String id) {
        draft.phases.add(new Phase(id, id, Phase.Mode.PARALLEL, List.of(), false, Place.NOWHERE));
    }

    private void soft(String from, String to) {
        draft.edges.add(new Edge(from, to, "", Edge.Kind.AGENT, false, Edge.Source.MERMAID, Place.NOWHERE));
    }
}

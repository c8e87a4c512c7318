package baton.plan;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PlanGraphTest {

    @Test
    void layersStandRightBehindWhatTheyWaitFor() {
        var graph = graph("A", "B", "C:A,B", "D:C", "E:A");
        assertEquals(List.of(List.of("A", "B"), List.of("C", "E"), List.of("D")), graph.layers());
        assertEquals(List.of("A", "B"), graph.dependenciesOf("C"));
        assertEquals(List.of("C", "E"), graph.dependentsOf("A"));
        assertEquals(List.of(), graph.unreachable());
        assertEquals(List.of(), graph.cycle());
    }

    @Test
    void aCycleIsGivenAsTheWayAroundIt() {
        var graph = graph("A", "B:A,D", "C:B", "D:C", "E:D", "F");
        assertEquals(List.of("B", "C", "D", "B"), graph.cycle());
        assertEquals(List.of("B", "C", "D", "E"), graph.unreachable());
        assertEquals(List.of(List.of("A", "F")), graph.layers());
    }

    @Test
    void aTaskThatWaitsForItselfIsACycle() {
        assertEquals(List.of("A", "A"), graph("A:A").cycle());
    }

    @Test
    void onlyBindingEdgesBetweenTasksThatRunCount() {
        var draft = draft("A", "B", "C");
        draft.edges.add(edge("A", "B", Edge.Kind.TASK, true));
        draft.edges.add(edge("B", "C", Edge.Kind.TASK, false));
        draft.edges.add(edge("A", "C", Edge.Kind.AGENT, true));
        draft.edges.add(edge("A", "nobody", Edge.Kind.TASK, true));
        var graph = PlanGraph.of(draft.toPlan());
        assertEquals(List.of(List.of("A", "C"), List.of("B")), graph.layers());
    }

    @Test
    void theCriticalPathIsTheChainThatTakesLongest() {
        var draft = draft("A", "B:A", "C:A", "D:B,C");
        var slow = TaskDraft.from(draft.tasks.get(2));
        slow.timeBox = Optional.of(new TaskSpec.Minutes(30));
        draft.tasks.set(2, slow.toTask());
        var graph = PlanGraph.of(draft.toPlan());
        assertEquals(List.of("A", "C", "D"),
                graph.criticalPath(task -> task.timeBox().map(TaskSpec.Minutes::minutes).orElse(10)));
    }

    @Test
    void aLongChainNeedsNoDeepStack() {
        var draft = new PlanDraft("p", "p.md");
        for (int i = 0; i < 20_000; i++) {
            var task = new TaskDraft("T" + i, "t", "a");
            if (i > 0) {
                task.dependsOn.add("T" + (i - 1));
            }
            draft.tasks.add(task.toTask());
        }
        assertEquals(20_000, PlanGraph.of(draft.toPlan()).layers().size());
    }

    private static Edge edge(String from, String to, Edge.Kind kind, boolean binding) {
        return new Edge(from, to, "", kind, binding, Edge.Source.TEXT, Place.NOWHERE);
    }

    private static PlanGraph graph(String... tasks) {
        return PlanGraph.of(draft(tasks).toPlan());
    }

    /** Each task as "id" or "id:needed,needed". */
    private static PlanDraft draft(String... tasks) {
        var draft = new PlanDraft("p", "p.md");
        for (String written : tasks) {
            String[] parts = written.split(":", -1);
            var task = new TaskDraft(parts[0], parts[0], "a");
            if (parts.length > 1) {
                task.dependsOn.addAll(List.of(parts[1].split(",", -1)));
            }
            draft.tasks.add(task.toTask());
        }
        return draft;
    }
}

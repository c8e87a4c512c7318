package baton.plan;

import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlanLintTest {

    private final PlanDraft draft = new PlanDraft("p", "p.md");

    @Test
    void aCompletePlanHasNothingToSay() {
        agent("a", 1);
        task("T-1", "a", 2);
        task("T-2", "a", 3).dependsOn.add("T-1");
        assertEquals(List.of(), check());
    }

    @Test
    void aPlanWithoutAgentsIsRefusedAndNothingElseIsSaid() {
        task("T-1", "a", 2);
        assertEquals(List.of(Problem.error("no-agents", new Place("p.md", 0), "no agents found",
                "Give each agent a heading with its name and a line for its task.")), check());
    }

    @Test
    void anOutputThatLeadsOutOfTheWorkspaceIsSaidBeforeARun() {
        agent("a", 1);
        task("T-1", "a", 2).outputs.addAll(List.of("a/../b.md", "../c.md", "d/../../e.md"));
        assertEquals(List.of("p.md:2: T-1 writes ../c.md, which leads out of the workspace",
                "p.md:2: T-1 writes d/../../e.md, which leads out of the workspace"),
                lines(Problem.Severity.WARNING));
    }

    @Test
    void idsGivenTwiceAreRefusedWithBothPlaces() {
        agent("a", 1);
        agent("a", 4);
        task("T-1", "a", 2);
        task("T-1", "a", 9);
        assertEquals(List.of("p.md:4: agent id \"a\" is given twice, first at p.md:1",
                "p.md:9: task id \"T-1\" is given twice, first at p.md:2"), lines(Problem.Severity.ERROR));
    }

    @Test
    void aCycleNamesItsWayAndWhatIsStuckBehindIt() {
        agent("a", 1);
        task("T-1", "a", 2).dependsOn.add("T-2");
        task("T-2", "a", 3).dependsOn.add("T-1");
        task("T-3", "a", 4).dependsOn.add("T-2");
        assertEquals(List.of("p.md:2: these tasks wait for each other: T-1 → T-2 → T-1"),
                lines(Problem.Severity.ERROR));
        assertEquals(List.of("p.md:2: can never start because of the cycle: T-3"), lines(Problem.Severity.WARNING));
    }

    @Test
    void anAgentThatNobodyIsRefusesThePlan() {
        agent("a", 1);
        task("T-1", "b", 2);
        assertEquals(List.of("p.md:2: T-1 is given to \"b\", and nobody is that"), lines(Problem.Severity.ERROR));
    }

    @Test
    void theRestAreWarnings() {
        agent("a", 1);
        agent("b", 2);
        task("T-1", "", 3);
        task("T-2", "a", 4).dependsOn.add("T-9");
        var bare = task("T-3", "a", 5);
        bare.outputs.clear();
        bare.acceptance.clear();
        task("T-4", "a", 6).outputs.add("shared.md");
        task("T-5", "b", 7).outputs.add("shared.md");
        task("T-6", PlanLint.ORCHESTRATOR, 8);
        draft.edges.add(new Edge("T-1", "T-8", "", Edge.Kind.TASK, true, Edge.Source.TEXT, new Place("p.md", 9)));
        assertEquals(List.of("task-without-agent", "dangling-dependency", "dangling-edge", "task-open-ended",
                "task-without-owner", "output-owned-twice"), check().stream().map(Problem::code).toList());
        assertTrue(check().stream().allMatch(problem -> problem.severity() == Problem.Severity.WARNING));
    }

    @Test
    void aFloorThatCannotHoldIsSaid() {
        agent("a", 1);
        task("T-1", "a", 2);
        task("T-2", "a", 3);
        assertEquals(List.of("pool-bounds", "pool-floor"), codesWithLimits(3, 2));
        assertEquals(List.of("pool-floor-tail"), codesWithLimits(2, 2));
        assertEquals(List.of(), codesWithLimits(1, 2));
    }

    @Test
    void onePathWithTwoOwnersIsSaid() {
        for (String id : List.of("a", "b")) {
            draft.agents.add(new AgentSpec(id, id, List.of(), "", "", List.of(),
                    List.of(new AgentSpec.OwnedArea("src/**", "")), List.of(), List.of(), List.of(),
                    new Place("p.md", 1)));
        }
        assertEquals(List.of("no-tasks", "path-owned-twice"), check().stream().map(Problem::code).toList());
    }

    private List<String> codesWithLimits(int min, int max) {
        draft.limits = new PlanLimits(OptionalInt.of(min), OptionalInt.of(max), OptionalInt.empty());
        return check().stream().map(Problem::code).toList();
    }

    private List<String> lines(Problem.Severity severity) {
        return check().stream().filter(problem -> problem.severity() == severity).map(Problem::oneLine).toList();
    }

    private List<Problem> check() {
        draft.tasks.clear();
        tasks.forEach(task -> draft.tasks.add(task.toTask()));
        return PlanLint.check(draft.toPlan());
    }

    private final List<TaskDraft> tasks = new java.util.ArrayList<>();

    private void agent(String id, int line) {
        draft.agents.add(AgentSpec.named(id, id, new Place("p.md", line)));
    }

    private TaskDraft task(String id, String agent, int line) {
        var task = new TaskDraft(id, "title of " + id, agent);
        task.place = new Place("p.md", line);
        task.outputs.add(id + ".md");
        task.acceptance.add("it is there");
        tasks.add(task);
        return task;
    }
}

package baton.plan;

import java.util.List;

import baton.plan.PlanDifference.Kind;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What two readings of one plan differ in, as a person would say it. */
class PlanDifferenceTest {
    private static TaskDraft task(String id, String title, int line, String... needs) {
        var draft = new TaskDraft(id, title, "writer");
        draft.dependsOn.addAll(List.of(needs));
        draft.place = new Place("plan.md", line);
        return draft;
    }

    private static Plan plan(TaskDraft... tasks) {
        var draft = new PlanDraft("Tides", "plan.md");
        draft.agents.add(AgentSpec.named("writer", "writer", new Place("plan.md", 2)));
        for (var task : tasks) {
            draft.tasks.add(task.toTask());
        }
        return draft.toPlan();
    }

    @Test
    void linesAndNumbersThatOnlyMovedAreNoDifference() {
        var before = plan(task("T-1", "Gather", 5), task("T-2", "Write", 9, "T-1"));
        var now = plan(task("T-1", "Ask around", 5), task("T-2", "Gather", 9), task("T-3", "Write", 14, "T-2"));
        assertEquals(List.of(), PlanDifference.between(before, before));
        assertEquals(List.of(new PlanDifference(Kind.ADDED, "task \"Ask around\" of writer", new Place("plan.md", 5),
                List.of())), PlanDifference.between(before, now));
    }

    @Test
    void whatIsChangedIsNamedByItsFieldsAndWhatIsGoneByWhereItStood() {
        var boxed = task("T-2", "Write all", 9);
        boxed.acceptance.add("names every port");
        var differences = PlanDifference.between(
                plan(task("T-1", "Gather", 5), task("T-2", "Write", 9, "T-1"), task("T-3", "Print", 12)),
                plan(task("T-1", "Gather", 6), boxed));
        assertEquals(List.of(
                new PlanDifference(Kind.CHANGED, "task T-2 \"Write all\"", new Place("plan.md", 9),
                        List.of("title", "criteria", "needs")),
                new PlanDifference(Kind.REMOVED, "task T-3 \"Print\"", new Place("plan.md", 12), List.of())),
                differences);
    }

    @Test
    void peopleDecisionsAndGatesCountAsWell() {
        var before = new PlanDraft("Tides", "plan.md");
        before.agents.add(AgentSpec.named("writer", "writer", new Place("plan.md", 2)));
        before.gates.add(new Gate("Done", Gate.Scope.RUN, "", List.of(new Gate.Check("it builds", "make", "")),
                new Place("plan.md", 20)));
        var now = new PlanDraft("Tides", "plan.md");
        now.goal = "Print them";
        now.agents.add(AgentSpec.named("printer", "printer", new Place("plan.md", 3)));
        now.decisions.add(new PlannedDecision("D-1", "Paper", "Which paper?", List.of(), "", List.of(),
                new Place("plan.md", 30)));
        now.gates.add(new Gate("Done", Gate.Scope.RUN, "", List.of(), new Place("plan.md", 22)));
        assertEquals(List.of("ADDED agent printer", "REMOVED agent writer", "ADDED decision \"Paper\"",
                "CHANGED gate \"Done\"", "CHANGED the goal"),
                PlanDifference.between(before.toPlan(), now.toPlan()).stream()
                        .map(difference -> difference.kind() + " " + difference.what()).toList());
    }
}

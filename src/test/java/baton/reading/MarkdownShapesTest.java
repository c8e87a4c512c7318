package baton.reading;

import java.io.IOException;
import java.util.List;

import baton.plan.LoadedPlan;
import baton.plan.Plan;
import baton.plan.PlanGraph;
import baton.plan.TaskSpec;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class MarkdownShapesTest {

    @Test
    void aListOfTasksWithIdsKeepsItsOrderByMarksIdsAndPhases() throws IOException {
        LoadedPlan loaded = TreeShapesTest.read("tasks-with-ids.md");
        Plan plan = loaded.plan();
        assertEquals(List.of(), plan.agents());
        assertEquals(List.of("T001 - Lay out the folders", "T002 + Configure the linter",
                "T003 + Read the gauge in src/gauge/reader.py", "T004 + Keep readings in src/store/readings.py",
                "T005 + Log faults in src/faults.py", "T006 + Contract test in tests/test_bell.py",
                "T007 + Ring the bell in src/bell.py", "T008 + Describe the bell in docs/bell.md",
                "T009 + Run the quick start"), plan.tasks().stream().map(MarkdownShapesTest::brief).toList());
        assertEquals(List.of("T005>T008", "T005>T009", "T006>T007", "T003>T007", "T004>T007"),
                TreeShapesTest.edges(plan));
        assertEquals(
                List.of(List.of("T002"), List.of("T003"), List.of("T004", "T005"), List.of("T007"),
                        List.of("T008"), List.of("T009")),
                PlanGraph.of(withoutTest(plan)).layers());
        assertEquals(List.of("src/gauge/reader.py"), plan.task("T003").orElseThrow().outputs());
        assertEquals("US1", plan.task("T006").orElseThrow().track());
        assertFalse(loaded.isRefused());
    }

    /** The plan without T006, which stands in a layer of its own beside others. */
    private static Plan withoutTest(Plan plan) {
        var draft = new baton.plan.PlanDraft(plan.name(), plan.source());
        plan.tasks().stream().filter(task -> !task.id().equals("T006")).forEach(draft.tasks::add);
        return draft.toPlan();
    }

    @Test
    void aUserStoryIsItsTasksWithTheCriteriaTheyServe() throws IOException {
        Plan plan = TreeShapesTest.read("story.md").plan();
        assertEquals("As a passenger, I want to choose my seat, so that I can sit with my family.", plan.goal());
        assertEquals(List.of("S-1 - Store seats and holds", "S-2 + Show the deck plan",
                "S-3 + Write the end-to-end test"), plan.tasks().stream().map(MarkdownShapesTest::brief).toList());
        TaskSpec deck = plan.task("S-2").orElseThrow();
        assertEquals(List.of("Free seats are shown on a plan of the deck", "The ticket names the seat"),
                deck.acceptance());
        assertEquals(List.of("Draw the deck", "Mark free seats"), deck.deliverables());
        assertEquals(3, plan.task("S-3").orElseThrow().acceptance().size());
        assertEquals(List.of(List.of("S-2"), List.of("S-3")), PlanGraph.of(plan).layers());
    }

    @Test
    void aBlueprintIsItsTasksInOrderAndItsValidationAGate() throws IOException {
        Plan plan = TreeShapesTest.read("blueprint.md").plan();
        assertEquals(List.of("Task-1 + CREATE src/lost/models.py", "Task-2 + Serve the search"),
                plan.tasks().stream().map(MarkdownShapesTest::brief).toList());
        assertEquals(List.of("src/desk/api.py", "tests/test_search.py"),
                plan.task("Task-2").orElseThrow().outputs());
        assertEquals(List.of(List.of("Task-1"), List.of("Task-2")), PlanGraph.of(plan).layers());
        assertEquals(List.of("ruff check src/", "mypy src/"),
                plan.gates().getFirst().checks().stream().map(check -> check.command()).toList());
        assertEquals(List.of("src/desk/items.py"), plan.context().stream().map(one -> one.path()).toList());
    }

    @Test
    void aTableWithOwnersAndDependenciesIsAPlan() throws IOException {
        LoadedPlan loaded = TreeShapesTest.read("tables.md");
        Plan plan = loaded.plan();
        assertEquals(List.of("Stock clerk", "Dispatcher", "press-officer"),
                plan.agents().stream().map(agent -> agent.name()).toList());
        assertEquals(List.of("A1 + Count the boxes", "A2 + Book the vans", "A3 + Pack the glass plates",
                "A4 + Tell the readers"), plan.tasks().stream().map(MarkdownShapesTest::brief).toList());
        assertEquals(List.of("A1>A2", "A1>A3", "A2>A3"), TreeShapesTest.edges(plan));
        assertEquals(List.of("out/boxes.csv"), plan.task("A1").orElseThrow().outputs());
        assertEquals(List.of("Nothing rattles"), plan.task("A3").orElseThrow().acceptance());
        assertFalse(loaded.isRefused());
    }

    @Test
    void aTableOfWavesIsATeamWithItsOrder() throws IOException {
        Plan plan = TreeShapesTest.read("waves.md").plan();
        assertEquals(List.of("surveyor", "stone-expert", "roof-expert", "report-writer"), TreeShapesTest.ids(plan));
        assertEquals(List.of("wave-0", "wave-1", "wave-2"), plan.phases().stream().map(phase -> phase.id()).toList());
        assertEquals(List.of(List.of("T-1"), List.of("T-2", "T-3"), List.of("T-4")), PlanGraph.of(plan).layers());
        assertEquals(List.of("out/report.md"), plan.task("T-4").orElseThrow().outputs());
    }

    @Test
    void aChainOfArrowsOrdersOnlyWhomThePlanKnows() throws IOException {
        Plan plan = TreeShapesTest.read("chains.md").plan();
        assertEquals(List.of("scout", "lamp-expert", "rope-expert", "night-writer"), TreeShapesTest.ids(plan));
        assertEquals(List.of("T-1>T-2", "T-1>T-3", "T-2>T-4", "T-3>T-4"), TreeShapesTest.edges(plan));
    }

    @Test
    void tasksInFrontMatterAreAPlan() throws IOException {
        Plan plan = TreeShapesTest.read("front-matter.md").plan();
        assertEquals(List.of("carpenter", "booker", "painter"), TreeShapesTest.ids(plan));
        assertEquals(List.of("stage + Build the stage", "music + Book three bands", "poster + Paint the poster"),
                plan.tasks().stream().map(MarkdownShapesTest::brief).toList());
        assertEquals(List.of("stage>poster", "music>poster"), TreeShapesTest.edges(plan));
        assertEquals(1, plan.task("poster").orElseThrow().acceptance().size());
        assertEquals(4, plan.task("stage").orElseThrow().place().line());
    }

    static String brief(TaskSpec task) {
        return task.id() + (task.runs() ? " + " : " - ") + task.title();
    }
}

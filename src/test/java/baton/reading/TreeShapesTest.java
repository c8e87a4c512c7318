package baton.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import baton.plan.LoadedPlan;
import baton.plan.Plan;
import baton.plan.PlanGraph;
import baton.plan.Problem;
import baton.plan.TaskSpec;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TreeShapesTest {

    @Test
    void tasksWithSubtasksAndTagsAreReadWithTheirOrder() throws IOException {
        LoadedPlan loaded = read("tasks.json");
        Plan plan = loaded.plan();
        assertEquals("Harbour desk", plan.name());
        assertEquals("A desk for the harbour master", plan.goal());
        assertEquals(List.of("press-officer"), ids(plan));
        assertEquals(List.of("1 orchestrator - Lay out the harbour data", "2 orchestrator + Serve berth bookings",
                "2.1 orchestrator + Write tests", "2.2 orchestrator + Booking calls",
                "3 orchestrator + Show the quay map", "3.1 orchestrator + Write tests",
                "90071992547409931234 press-officer + Publish the release notes",
                "next-season/1 orchestrator - Plan winter moorings"),
                plan.tasks().stream()
                        .map(task -> task.id() + " " + task.agent() + (task.runs() ? " + " : " - ") + task.title())
                        .toList());
        assertEquals(List.of(List.of("2.1", "3.1"), List.of("2.2", "3"), List.of("2"),
                List.of("90071992547409931234")), PlanGraph.of(plan).layers());
        TaskSpec bookings = plan.task("2").orElseThrow();
        assertEquals(List.of("Contract tests pass"), bookings.acceptance());
        assertEquals(List.of("Book, change and cancel.", "Every call is idempotent. Times are UTC 🚂."),
                bookings.contract());
        assertEquals(5, bookings.place().line());
        assertFalse(loaded.isRefused());
    }

    @Test
    void aTaskThatIsDoneIsNoReasonToWait() throws IOException {
        Plan plan = read("tasks.json").plan();
        assertEquals(List.of(), PlanGraph.of(plan).dependenciesOf("3.1"));
    }

    @Test
    void theOldFormWithoutTagsIsTheSamePlan() {
        Plan plan = text("old.json", """
                {"tasks": [{"id": 7, "title": "Count", "status": "pending", "dependencies": []},
                           {"id": 8, "title": "Report", "status": "pending", "dependencies": [7]}]}
                """).plan();
        assertEquals(List.of("7>8"), edges(plan));
        assertEquals(List.of(), ids(plan));
    }

    @Test
    void aKeyGivenTwiceInJsonIsAnErrorThatNamesBothLines() {
        LoadedPlan loaded = text("twice.json", """
                {"tasks": [{"id": 1, "title": "a", "status": "pending",
                  "title": "b"}]}
                """);
        assertTrue(loaded.isRefused());
        assertEquals("twice.json:2: \"title\" stands here and on line 1", loaded.problems().getFirst().oneLine());
    }

    @Test
    void aCrewInTwoFilesIsOnePlanInWhicheverOrder() throws IOException {
        for (var files : List.of(List.of("agents.yaml", "tasks.yaml"), List.of("tasks.yaml", "agents.yaml"))) {
            LoadedPlan loaded = read(files.toArray(String[]::new));
            Plan plan = loaded.plan();
            assertEquals(List.of("tide_reader", "chart_writer"), ids(plan));
            assertEquals(List.of("read_tides tide_reader", "draw_chart chart_writer", "explain_chart chart_writer"),
                    plan.tasks().stream().map(task -> task.id() + " " + task.agent()).toList());
            assertEquals(List.of("read_tides>draw_chart", "draw_chart>explain_chart", "read_tides>explain_chart"),
                    edges(plan));
            assertEquals(List.of("out/chart.md"), plan.task("draw_chart").orElseThrow().outputs());
            assertEquals(List.of("A table of high and low water with its sources"),
                    plan.task("read_tides").orElseThrow().acceptance());
            assertTrue(codes(loaded).contains("variable-open"), loaded.problems().toString());
            assertFalse(loaded.isRefused());
        }
    }

    @Test
    void tasksOfACrewAloneNameTheirAgents() throws IOException {
        assertEquals(List.of("tide_reader", "chart_writer"), ids(read("tasks.yaml").plan()));
    }

    @Test
    void aRecipeIsAnAgentForEachOfItsParts() throws IOException {
        LoadedPlan loaded = read("recipe.yaml", "fire.yaml");
        Plan plan = loaded.plan();
        assertEquals("Harbour safety round", plan.name());
        assertEquals(List.of("fire_inspection", "quay_inspection"), ids(plan));
        assertEquals(
                List.of("fire_inspection fire_inspection Inspect the fire safety of the halls.",
                        "quay_inspection quay_inspection Looks at ladders, rails and lights",
                        "T-3 orchestrator Run both inspections and write one page with the five gravest findings."),
                plan.tasks().stream().map(task -> task.id() + " " + task.agent() + " " + task.title()).toList());
        assertEquals(List.of(List.of("fire_inspection", "quay_inspection"), List.of("T-3")),
                PlanGraph.of(plan).layers());
        assertEquals(List.of("read_plan"), plan.agents().getFirst().tools());
        assertEquals(List.of("./sub/quay.yaml"), plan.task("quay_inspection").orElseThrow().inputs());
        assertFalse(loaded.isRefused());
    }

    @Test
    void theFormIsKnownByWhatStandsInside() throws IOException {
        byte[] tasks = bytes("tasks.json");
        for (String name : List.of("-", "notes.txt", "plan.md", "work.yaml")) {
            assertEquals(8, PlanReader.read(List.of(new SourceDocument(name, tasks))).plan().tasks().size(), name);
        }
        byte[] recipe = bytes("recipe.yaml");
        assertEquals(2, PlanReader.read(List.of(new SourceDocument("-", recipe))).plan().agents().size());
    }

    @Test
    void whatOnlyLooksLikeAFormInventsNothing() {
        for (String text : List.of("{\"name\": \"x\", \"version\": \"1\", \"dependencies\": {\"a\": \"1\"}}",
                "title: x\ndescription: y\n", "services:\n  web:\n    image: a\n", "{}", "tasks:\n  - a\n")) {
            LoadedPlan loaded = text("other.yaml", text);
            assertEquals(List.of(), loaded.plan().tasks(), text);
            assertTrue(loaded.isRefused(), text);
        }
    }

    static LoadedPlan read(String... names) throws IOException {
        List<SourceDocument> documents = new ArrayList<>();
        for (String name : names) {
            documents.add(new SourceDocument(name, bytes(name)));
        }
        return PlanReader.read(documents);
    }

    private static byte[] bytes(String name) throws IOException {
        try (var stream = TreeShapesTest.class.getResourceAsStream("/plans/shapes/" + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        }
    }

    static LoadedPlan text(String name, String text) {
        return PlanReader.read(List.of(new SourceDocument(name, text.getBytes(StandardCharsets.UTF_8))));
    }

    static List<String> ids(Plan plan) {
        return plan.agents().stream().map(agent -> agent.id()).toList();
    }

    static List<String> edges(Plan plan) {
        return plan.edges().stream().map(edge -> edge.from() + ">" + edge.to()).toList();
    }

    static List<String> codes(LoadedPlan loaded) {
        return loaded.problems().stream().map(Problem::code).distinct().toList();
    }
}

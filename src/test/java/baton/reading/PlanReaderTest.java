package baton.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;

import baton.plan.Edge;
import baton.plan.LoadedPlan;
import baton.plan.Plan;
import baton.plan.PlanLimits;
import baton.plan.Problem;
import baton.plan.TaskSpec;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlanReaderTest {

    @Test
    void agentsInSectionsAndInAQueueAreReadWithTheirWork() throws IOException {
        Plan plan = read("exhibition.md").plan();
        assertEquals("Opening the Harbour Museum's New Wing", plan.name());
        assertEquals("A complete plan for the first exhibition, ready for the board", plan.goal());
        assertEquals(
                List.of("collection-curator", "visitor-researcher", "safety-inspector", "route-planner", "text-writer",
                        "press-officer"),
                plan.agents().stream().map(agent -> agent.id()).toList());
        assertEquals(List.of("T-1 collection-curator 20 [reports/objects.md] 3",
                "T-2 visitor-researcher 20 [reports/visitors.md] 2",
                "T-3 safety-inspector 20 [reports/safety.md] 1", "T-4 route-planner 0 [] 0", "T-5 text-writer 0 [] 0",
                "T-6 press-officer 0 [] 0"),
                plan.tasks().stream().map(PlanReaderTest::brief).toList());
        assertEquals("Choose forty objects from the depot list", plan.tasks().getFirst().title());
        assertEquals(List.of("Read", "Grep", "mcp__catalogue__search"), plan.tasks().getFirst().tools());
        assertEquals(List.of("depot/objects.csv", "notes/donors.md"), plan.tasks().getFirst().inputs());
    }

    @Test
    void arrowsBetweenAgentsWithOneTaskBindTheTasks() throws IOException {
        assertEquals(List.of("T-1>T-4", "T-3>T-4", "T-2>T-5", "T-5>T-6"),
                edges(read("exhibition.md").plan()));
        assertEquals(List.of("T-1>T-3", "T-3>T-5", "T-2>T-5", "T-4>T-5"), edges(read("newsletter.md").plan()));
    }

    @Test
    void limitsAreThoseOfTheRunAndNotOfItsSubject() throws IOException {
        assertEquals(new PlanLimits(OptionalInt.of(3), OptionalInt.of(3), OptionalInt.of(20)),
                read("exhibition.md").plan().limits());
        assertEquals(new PlanLimits(OptionalInt.empty(), OptionalInt.of(2), OptionalInt.of(30)),
                read("newsletter.md").plan().limits());
    }

    @Test
    void theRestOfTheDocumentIsUnderstoodToo() throws IOException {
        LoadedPlan loaded = read("exhibition.md");
        Plan plan = loaded.plan();
        assertEquals(List.of("desk/status.json", "desk/findings.md"),
                plan.files().stream().map(file -> file.path()).toList());
        assertEquals(List.of("Object list with rooms", "Panel texts"),
                plan.deliverables().stream().map(deliverable -> deliverable.text()).toList());
        assertEquals(List.of("all six people have handed in their work", "the board summary is written"),
                plan.completion());
        assertEquals(List.of("somebody is not done in time"),
                plan.playbook().stream().map(entry -> entry.when()).toList());
        assertEquals(List.of("depot/objects.csv", "notes/donors.md", "building/floor-plan.pdf"),
                plan.context().stream().map(document -> document.path()).toList());
        assertEquals(List.of("round-1", "round-2"), plan.phases().stream().map(phase -> phase.id()).toList());
        assertFalse(plan.phases().stream().anyMatch(phase -> phase.barrier()));
        assertEquals(List.of(), loaded.coverage().notUnderstood());
        assertEquals(loaded.coverage().linesTotal(), loaded.coverage().linesUnderstood());
    }

    @Test
    void aNodeThatNobodyOwnsIsAnArtefactAndNoTask() throws IOException {
        Plan plan = read("exhibition.md").plan();
        assertEquals(List.of("route-planner>Board Summary", "press-officer>Board Summary"),
                plan.edges().stream().filter(edge -> edge.kind() == Edge.Kind.ARTIFACT && !edge.binding())
                        .map(edge -> edge.from() + ">" + edge.to()).toList());
        assertEquals(6, plan.tasks().size());
    }

    @Test
    void fieldsMayStandInTablesParagraphsOrPlainItems() throws IOException {
        Plan plan = read("newsletter.md").plan();
        assertEquals(List.of("T-1 list-cleaner 0 [out/clean.csv] 1", "T-2 consent-auditor 45 [out/consent.md] 2",
                "T-3 template-designer 0 [out/template.html] 0", "T-4 archive-keeper 0 [out/archive/] 0",
                "T-5 deliverability-tester 0 [out/delivery.md] 0"),
                plan.tasks().stream().map(PlanReaderTest::brief).toList());
        assertEquals("high", plan.task("T-5").orElseThrow().priority());
    }

    @ParameterizedTest
    @ValueSource(strings = {"article.md", "readme.md"})
    void whatIsNoPlanInventsNothing(String name) throws IOException {
        LoadedPlan loaded = read(name);
        assertEquals(Plan.empty(loaded.plan().name(), name), loaded.plan());
        assertEquals(List.of("no-agents"), loaded.problems().stream().map(Problem::code).toList());
        assertTrue(loaded.isRefused());
    }

    @Test
    void aBarrierNeedsTheDocumentsWord() {
        String agents = "\n### cook-agent\n- Task: cook\n- Output: a.md\n";
        assertTrue(text("# P\n## Phase 1\nWait for all agents before the next phase starts.\n" + agents).plan().phases()
                .getFirst().barrier());
        assertFalse(
                text("# P\n## Phase 1\nDo not wait for all agents.\n" + agents).plan().phases().getFirst().barrier());
    }

    @Test
    void tasksTakeWhatTheirPhaseSaysForAll() {
        var loaded = text(
                "# P\n## Phase 1: agents\n- Success criteria: two sources are named\n\n### cook-agent\n- Task: cook\n");
        assertEquals(List.of("two sources are named"), loaded.plan().tasks().getFirst().acceptance());
        assertTrue(loaded.problems().stream().anyMatch(problem -> problem.code().equals("task-inherits")));
    }

    @Test
    void dependenciesInLabelsReachAgentsTasksPhasesAndFiles() {
        var loaded = text("""
                # P
                ## Phase 1 agents
                ### data-collector
                - Task: collect
                - Output: out/raw.csv
                ### source-checker
                - Task: check
                - Output: out/check.md
                ## Phase 2 agents
                ### report-writer
                - Task: write
                - Depends on: data-collector and source-checker
                ### chart-drawer
                - Task: draw
                - Inputs: out/raw.csv
                ### last-editor
                - Task: edit
                - Depends on: all of phase 2, the weather
                """);
        assertEquals(List.of("T-1>T-3", "T-2>T-3", "T-3>T-5", "T-4>T-5", "T-1>T-4"), edges(loaded.plan()));
        assertEquals(List.of("P.md:16: T-5 \"edit\" depends on \"weather\", which nothing in the plan is"),
                loaded.problems().stream().filter(problem -> problem.code().equals("dangling-dependency"))
                        .map(Problem::oneLine)
                        .toList());
    }

    @Test
    void filesThatTwoTasksReadFromEachOtherDoNotRefuseThePlan() {
        var loaded = text("# P", "## Agents", "### a-writer", "- Task: a", "- Inputs: b.md", "- Output: a.md",
                "### b-writer", "- Task: b", "- Inputs: a.md", "- Output: b.md");
        assertEquals(List.of("T-2>T-1"), edges(loaded.plan()));
        assertTrue(loaded.problems().stream().anyMatch(problem -> problem.code().equals("artifact-circle")));
        assertFalse(loaded.isRefused());
    }

    @Test
    void aCycleInTheGraphRefusesThePlanAndNamesTheWay() {
        var loaded = text("# P", "## Agents", "### a-writer", "- Task: a", "### b-writer", "- Task: b", "",
                "## Dependencies", "- a-writer depends on b-writer", "- b-writer depends on a-writer");
        assertEquals(List.of("P.md:3: these tasks wait for each other: T-1 → T-2 → T-1"),
                loaded.problems().stream().filter(Problem::isError).map(Problem::oneLine).toList());
    }

    @Test
    void oneAgentUnderTwoSpellingsIsOneAndSeveralDocumentsMakeOnePlan() throws IOException {
        var team = document("team.md",
                "# Team\n## Agents\n### Agent 1: Data Engineer\n- **Task**: load\n- **Output**: a.md\n");
        var graph = document("graph.md",
                "# Order", "```mermaid", "graph TD", " A1[Agent 1: Data] --> B[Report Writer Agent]",
                "```", "## Follow-up queue", "- **Report Writer**: writes it up");
        Plan plan = PlanReader.read(List.of(team, graph)).plan();
        assertEquals(List.of("data-engineer", "report-writer"),
                plan.agents().stream().map(agent -> agent.id()).toList());
        assertEquals(List.of("T-1>T-2"), edges(plan));
        assertEquals("Team", plan.name());
    }

    @Test
    void aJobThatIsNamedTwiceRunsOnce() {
        var loaded = text("# P", "## Agents", "### tide-watcher", "- Task: Watch the tide", "", "## Queue of agents",
                "1. **tide-watcher**: watch the tide");
        assertEquals(List.of(true, false), loaded.plan().tasks().stream().map(TaskSpec::runs).toList());
        assertEquals(List.of("T-2"), loaded.plan().tasks().getFirst().sameAs());
    }

    @Test
    void contradictoryLimitsAreListedWithTheReadingChosen() {
        var loaded = text(
                "# P\nAlways keep 4 agents running.\n\nKeep 6 agents active.\n## Agents\n### a-writer\n- Task: a\n");
        assertEquals(OptionalInt.of(4), loaded.plan().limits().agentsMax());
        assertTrue(loaded.problems().stream().map(Problem::oneLine)
                .anyMatch(line -> line.equals("P.md:4: the most agents is 6 here and 4 at P.md:2; 4 counts")));
    }

    @Test
    void everyReadingMistakeOfAllDocumentsIsReportedAtOnce() {
        var loaded = PlanReader
                .read(List.of(document("a.md", ""), new SourceDocument("b.md", new byte[]{0, 0, 0, 1, 2})));
        assertEquals(List.of("text-empty", "text-binary"), loaded.problems().stream().map(Problem::code).toList());
        assertTrue(loaded.isRefused());
    }

    @Test
    void mutilatedDocumentsNeverMakeTheReaderFail() throws IOException {
        var random = new Random(3);
        for (String name : List.of("exhibition.md", "newsletter.md")) {
            byte[] sound = bytes(name);
            for (int round = 0; round < (Boolean.getBoolean("baton.deep") ? 2_000 : 150); round++) {
                byte[] broken = mutilated(sound, random);
                LoadedPlan loaded = PlanReader.read(List.of(new SourceDocument("x.md", broken)));
                assertTrue(loaded.coverage().linesUnderstood() <= loaded.coverage().linesTotal());
            }
        }
    }

    private static byte[] mutilated(byte[] sound, Random random) {
        byte[] copy = sound.clone();
        int cut = random.nextInt(copy.length);
        int length = random.nextInt(Math.max(1, (copy.length - cut) / 4));
        for (int i = 0; i < random.nextInt(12); i++) {
            copy[random.nextInt(copy.length)] = "#*`-|[](){}:\n >&\t1a\u0080".getBytes(StandardCharsets.UTF_8)[random
                    .nextInt(20)];
        }
        var text = new String(copy, StandardCharsets.ISO_8859_1);
        return (text.substring(0, cut) + text.substring(cut + length)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String brief(TaskSpec task) {
        return task.id() + " " + task.agent() + " " + task.timeBox().map(TaskSpec.Minutes::minutes).orElse(0) + " "
                + task.outputs() + " " + task.acceptance().size();
    }

    private static List<String> edges(Plan plan) {
        return plan.edges().stream().filter(edge -> edge.binding()).map(edge -> edge.from() + ">" + edge.to()).toList();
    }

    private static LoadedPlan text(String... lines) {
        return PlanReader.read(List.of(document("P.md", lines)));
    }

    private static SourceDocument document(String name, String... lines) {
        return new SourceDocument(name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static LoadedPlan read(String... names) throws IOException {
        List<SourceDocument> documents = new ArrayList<>();
        for (String name : names) {
            documents.add(new SourceDocument(name, bytes(name)));
        }
        return PlanReader.read(documents);
    }

    private static byte[] bytes(String name) throws IOException {
        try (var stream = PlanReaderTest.class.getResourceAsStream("/plans/" + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        }
    }
}

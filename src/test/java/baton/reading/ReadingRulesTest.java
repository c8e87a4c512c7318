package baton.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

import baton.plan.ContextDocument;
import baton.plan.Edge;
import baton.plan.Gate;
import baton.plan.LoadedPlan;
import baton.plan.Plan;
import baton.plan.Problem;
import baton.plan.TaskSpec;
import baton.reading.found.Merging;
import baton.reading.found.ReadingOptions;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Rules of reading, each shown on a few lines. */
class ReadingRulesTest {

    private static final String TEAM = """
            # Regatta

            ## Agents

            ### Agent 1: Course & Weather
            **Tasks**:
            1. Mark the course

            ### Agent 2: Boat Safety
            **Tasks**:
            1. Check every life jacket
            2. Count the boats

            """;

    @ParameterizedTest
    @ValueSource(strings = {
        "# Quill\n\n## Dependencies\n- commonmark 0.22\n- picocli 4.7\n\n## Tasks\nRun `make` first.\n",
        "# How agents work\n\nAn agent plans, acts and observes.\n\n- **Planning**: the agent thinks\n- **Acting**: it calls tools\n",
        "# Notes\n\n```yaml\nservices:\n  - name: web\n    owner: root\n```\n\n```js\n// Agent 1: starts here\nrun()\n```\n",
        "# Recipe\n\n## Week 1\n1. Feed the starter\n2. Wait\n\n## Week 2\n- [ ] Bake\n",
        "# Changelog\n\n## 2.1\n- Agent names may hold blanks\n- Tasks can be cancelled\n"})
    void whatIsNoPlanInventsNothing(String text) {
        LoadedPlan loaded = read(text);
        assertEquals(Plan.empty(loaded.plan().name(), "P.md"), loaded.plan());
        assertTrue(loaded.problems().stream().anyMatch(problem -> problem.code().equals("no-agents")));
    }

    @Test
    void oneAgentHasManySpellings() {
        Plan plan = read(TEAM + """
                ## Week 1
                - Agent 1: Draw the chart
                - Weather Agent: Ask for the forecast
                - Print the list (Agent 2)
                - Call the harbour → @Boat-Safety
                """).plan();
        assertEquals(List.of("course-weather", "boat-safety"),
                plan.agents().stream().map(agent -> agent.id()).toList());
        assertEquals(
                List.of("course-weather Draw the chart", "course-weather Ask for the forecast",
                        "boat-safety Print the list", "boat-safety Call the harbour"),
                plan.tasks().stream().filter(task -> task.phase().equals("week-1"))
                        .map(task -> task.agent() + " " + task.title()).toList());
    }

    @Test
    void aSlipInAGraphIsSaidWithItsLineAndWhatWasMeant() {
        LoadedPlan loaded = read(TEAM + "```mermaid\ngraph TD\n  A[Course & Weather] --> B[Boat Safty]\n```\n");
        assertEquals(
                List.of("P.md:16: \"Boat Safty\" is no agent and no task, so this arrow holds nobody back "
                        + "Did you mean \"boat safety\"?"),
                said(loaded, "name-near-miss"));
        assertEquals(1, loaded.plan().edges().size());
        assertFalse(loaded.plan().edges().getFirst().binding());
    }

    @Test
    void twoSectionsOfOneNameAreOneAgentAndThatIsSaid() {
        LoadedPlan loaded = read("# P\n## Agents\n### tide-reader\n- Task: read\n### tide-reader\n- Task: write\n");
        assertEquals(1, loaded.plan().agents().size());
        assertEquals(List.of("P.md:5: \"tide-reader\" is described a second time, first at P.md:3; the two are taken"
                + " for one agent Give one of them another name, or join the two sections."),
                said(loaded, "agent-twice"));
    }

    @Test
    void mentionsOfOneJobInDifferentPlacesRunOnceAndTakeWhatTheOtherSays() {
        Plan plan = read("""
                # Regatta
                ## Phase 1 (Weeks 1-4)
                **Parallel tracks:**
                - Track A: Starting signals (Signal-Agent)
                - Track B: Rescue boats (Rescue-Agent)

                ## Delegation templates
                ### Template 1
                ```
                @Signal-Agent

                **Task:** Prepare the starting signals
                **Sprint:** Week 2
                **Acceptance Criteria:**
                - heard across the bay

                **Output Location:** /signals/
                ```
                """).plan();
        TaskSpec signals = plan.tasks().getFirst();
        assertEquals(List.of("T-3"), signals.sameAs());
        assertEquals(List.of("heard across the bay"), signals.acceptance());
        assertEquals(List.of(true, true, false), plan.tasks().stream().map(TaskSpec::runs).toList());
        assertEquals(4, plan.templates().getFirst().slots().size());
    }

    @Test
    void jobsAtDifferentTimesAreDifferentJobs() {
        Plan plan = read(
                TEAM + "## Week 1\n- Agent 2: Count the buoys\n\n## Week 3\n- Agent 2: Count the buoys again\n").plan();
        assertTrue(plan.tasks().stream().allMatch(TaskSpec::runs));
    }

    @Test
    void aDoubtfulMergeIsDecidedByTheOption() {
        String text = TEAM + """
                ## Your first actions
                1. **Hand out at once:**
                   - Life jackets for children → @Boat-Safety
                """;
        assertEquals(List.of(false, true, false), List.of(Merging.ASK, Merging.STRICT, Merging.LOOSE).stream()
                .map(merging -> read(text, merging).plan().tasks().getLast().runs()).toList());
        assertEquals(1, said(read(text, Merging.ASK), "merge-doubtful").size());
        assertEquals(List.of("T-4"), read(text, Merging.LOOSE).plan().task("T-2").orElseThrow().sameAs());
    }

    @Test
    void aListSaysWhatTheNearestTitleSays() {
        Plan plan = read(TEAM + """
                ## Synchronization points
                ### Week 1 checkpoint
                - Agent 1: course is marked
                ### Every commit triggers
                - spelling
                ## Before marking a task complete
                **Safety:**
                - [ ] two people have looked
                ## Numbers that count
                """).plan();
        assertEquals(List.of("course-weather"), plan.checkpoints().getFirst().criteria().stream()
                .map(criterion -> criterion.agent()).toList());
        assertEquals(List.of(Gate.Scope.COMMIT, Gate.Scope.TASK), plan.gates().stream().map(Gate::scope).toList());
        assertEquals(3, plan.tasks().size());
        assertEquals(List.of(), plan.phases());
    }

    @Test
    void anArrowThroughAnArtefactBindsSingleTasks() {
        Plan plan = read("""
                # P
                ## Agents
                ### chart-maker
                - Task: draw
                ### route-planner
                - Task: plan
                ```mermaid
                graph TD
                  A[chart-maker] --> C[Sea Chart]
                  C --> B[route-planner]
                ```
                """).plan();
        assertEquals(List.of("T-1"), plan.task("T-2").orElseThrow().dependsOn());
        assertEquals(List.of(Edge.Kind.ARTIFACT, Edge.Kind.ARTIFACT), plan.edges().stream().map(Edge::kind).toList());
    }

    @Test
    void whetherContextFilesAreThereIsAskedOfTheCaller() {
        var options = new ReadingOptions(Merging.ASK, path -> path.endsWith(".csv")
                ? ContextDocument.Existence.PRESENT
                : ContextDocument.Existence.ABSENT);
        Plan plan = PlanReader.read(List.of(document("""
                # P
                ## Agents
                ### cook-agent
                - Task: cook
                - Inputs: `menu.csv`, `rules.md`
                """)), options).plan();
        assertEquals(List.of(ContextDocument.Existence.PRESENT, ContextDocument.Existence.ABSENT),
                plan.context().stream().map(ContextDocument::exists).toList());
    }

    @Test
    void whatTheListOfAnAgentLeadsToIsSaidForEachOfItsJobs() {
        LoadedPlan loaded = read("""
                # P
                ## Day 1-2
                ### Agent 1 (Harbour) will:
                ```yaml
                Morning:
                - Sweep the pier
                Afternoon:
                - Paint the rail

                Output: a pier to be proud of
                ```
                """);
        assertEquals(List.of("Morning a pier to be proud of", "Afternoon a pier to be proud of"), loaded.plan().tasks()
                .stream().map(task -> task.start() + " " + String.join("", task.deliverables())).toList());
        assertEquals(1, said(loaded, "task-inherits").size());
    }

    private static List<String> said(LoadedPlan loaded, String code) {
        return loaded.problems().stream().filter(problem -> problem.code().equals(code))
                .map(problem -> problem.oneLine() + (hinted(problem) ? " " + problem.hint() : "")).toList();
    }

    private static boolean hinted(Problem problem) {
        return !problem.hint().isEmpty();
    }

    private static LoadedPlan read(String text) {
        return read(text, Merging.ASK);
    }

    private static LoadedPlan read(String text, Merging merging) {
        return PlanReader.read(List.of(document(text)), new ReadingOptions(merging, ReadingOptions.USUAL.files()));
    }

    private static SourceDocument document(String text) {
        return new SourceDocument("P.md", text.getBytes(StandardCharsets.UTF_8));
    }
}

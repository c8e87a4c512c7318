package baton.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

import baton.plan.Plan;
import baton.plan.PlanLimits;
import baton.plan.PlannedQuestion;
import baton.plan.TaskSpec;
import baton.reading.document.Topic;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The smaller things that lines, tables and keys say of tasks and of the whole plan. */
class FieldsOfTasksTest {

    @ParameterizedTest
    @ValueSource(strings = {"Compare with `in/old.csv` and write `out/new.md`",
        "Compare with `in/old.csv`, then save the difference to `out/new.md`",
        "Mit `in/old.csv` vergleichen, dann den Unterschied speichern in `out/new.md`",
        "Comparer avec `in/old.csv` et écrire le reste dans `out/new.md`"})
    void aFileThatALineWritesIsItsOutputAndTheOthersAreRead(String line) {
        TaskSpec task = read("# Barn\n\n## Agents\n\n### Agent 1: Counter\n**Tasks**:\n1. " + line
                + "\n\n### Agent 2: Painter\n**Tasks**:\n1. Paint the door\n").tasks().getFirst();
        assertEquals(List.of("out/new.md"), task.outputs());
        assertEquals(List.of("in/old.csv"), task.inputs());
    }

    @Test
    void aColumnOfPathsIsWhatIsWrittenAndCriteriaInOneCellAreSeveral() {
        Plan plan = read("""
                # Drama

                | Task | Who | What exists afterwards | Done when |
                |------|-----|------------------------|-----------|
                | Cut the novel | script-agent | `drama/outline.md` | fifty pages long; read by two people |
                | List every noise | sound-agent | `drama/noises.csv` | $4,300 is enough |
                """);
        assertEquals(List.of(List.of("drama/outline.md"), List.of("drama/noises.csv")),
                plan.tasks().stream().map(TaskSpec::outputs).toList());
        assertEquals(List.of(List.of("fifty pages long", "read by two people"), List.of("$4,300 is enough")),
                plan.tasks().stream().map(TaskSpec::acceptance).toList());
    }

    @Test
    void theCriteriaOfAFileThatIsOneTaskAreItsOwn() {
        TaskSpec task = read("""
                ---
                id: task-17
                title: Show delayed ferries
                assignee: display-agent
                ---

                ## Acceptance Criteria
                - [ ] #1 A delay is shown
                - [ ] #2 A cancelled ferry is red
                """).tasks().getFirst();
        assertEquals(List.of("A delay is shown", "A cancelled ferry is red"), task.acceptance());
    }

    @Test
    void whatGoesIntoAFileIsItsPurpose() {
        Plan plan = read("""
                # Sweep

                | Agent | Task |
                |-------|------|
                | trees-agent | Pick out trees that lean |

                A finding that endangers people goes to `sweep/URGENT.md` at once.
                """);
        assertEquals(List.of("sweep/URGENT.md: A finding that endangers people goes to"),
                plan.files().stream().map(file -> file.path() + ": " + file.purpose()).toList());
    }

    @Test
    void keysAtTheHeadOfADocumentSayWhatTitlesSayElsewhere() {
        Plan plan = read("""
                ---
                project: Touch map
                limits:
                  parallel: 2
                  minutes_per_task: 40
                team:
                  - name: Cartographer
                  - name: Tester
                steps:
                  - {id: lines, do: Draw the lines, by: Cartographer, result: map/lines.svg}
                  - {id: trial, do: Find the way, by: Tester, needs: lines, minutes: 60}
                questions:
                  - Who pays for the plate?
                red_flags: [two plates differ]
                metrics: {errors: under 3}
                decisions:
                  - question: Which paper?
                    options: [thick, thin]
                    recommendation: thick
                risks:
                  - problem: the press breaks
                    solution: print next door
                ---

                # Touch map
                """);
        assertEquals(new PlanLimits(OptionalInt.empty(), OptionalInt.of(2), OptionalInt.of(40)), plan.limits());
        assertEquals(List.of("map/lines.svg"), plan.tasks().getFirst().outputs());
        assertEquals(60, plan.tasks().get(1).timeBox().orElseThrow().minutes());
        assertEquals(List.of("Who pays for the plate?"),
                plan.questions().stream().map(PlannedQuestion::text).toList());
        assertEquals(List.of("two plates differ"), plan.redFlags());
        assertEquals("errors under 3", plan.metrics().getFirst().name() + " " + plan.metrics().getFirst().target());
        assertEquals("Which paper? thick", plan.decisions().getFirst().title() + " "
                + plan.decisions().getFirst().recommendation());
        assertEquals("the press breaks", plan.playbook().getFirst().when());
    }

    @Test
    void aDelegationOfLinesWithoutBlankLinesKeepsAllItsSlotsAndTheNameAboveIt() {
        Plan plan = read("""
                # Atlas

                ## Desk
                - **Map-Agent** → base maps
                - **Text-Agent** → portraits

                ## Delegation templates

                **A. Base map**

                ```text
                @Map-Agent
                Task: Base map
                Priority: High
                Deliverables:
                - map as SVG
                - index as CSV
                Acceptance Criteria:
                - every street is there
                Dependencies: none
                ```
                """);
        assertEquals("Base map", plan.templates().getFirst().name());
        assertEquals(List.of("Task", "Priority", "Deliverables", "Acceptance Criteria", "Dependencies"),
                plan.templates().getFirst().slots().stream().map(slot -> slot.name()).toList());
    }

    @Test
    void aWordThatIsATitleSaysNothingInsideALongerOne() {
        assertTrue(Topic.in("integration").contains(Topic.CHECKPOINTS));
        assertEquals(List.of(), List.copyOf(Topic.in("integration subagents")));
    }

    private static Plan read(String text) {
        return PlanReader.read(List.of(new SourceDocument("P.md", text.getBytes(StandardCharsets.UTF_8)))).plan();
    }
}

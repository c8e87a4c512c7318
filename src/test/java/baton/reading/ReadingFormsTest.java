package baton.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

import baton.plan.AgentSpec;
import baton.plan.Gate;
import baton.plan.Phase;
import baton.plan.Plan;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Forms in which people write teams and their work, each on a few lines. */
class ReadingFormsTest {

    @Test
    void oneLineCountsUpTheAgents() {
        Plan plan = read("""
                # Kiln
                We use three agents: the Potter, the Glazer (colours) and the Stoker.
                ## Day 1
                **Potter**
                - Throw ten bowls

                **Stoker**
                - Stack the kiln
                """);
        assertEquals(List.of("Potter", "Glazer", "Stoker"), names(plan));
        assertEquals(List.of("Potter: Throw ten bowls", "Stoker: Stack the kiln"), jobs(plan));
    }

    @Test
    void sentenceAboutAgentsNamesNobody() {
        assertEquals(List.of(), names(read("""
                # Notes
                What we learned about agents: plan early, write down every result and stop in time.
                ## Day 1
                - Read
                """)));
    }

    @Test
    void fenceHoldsTheTeamAndItsJobs() {
        Plan plan = read("""
                # Kiln
                ```yaml
                agents:
                  clay:
                    name: Clay agent
                    focus: bowls
                  fire:
                    name: Fire agent
                    focus: wood
                tasks:
                  - key: C1
                    what: Throw ten bowls
                    who: clay
                  - key: F1
                    what: Fire them
                    who: fire
                    needs: [C1]
                ```
                """);
        assertEquals(List.of("Clay agent", "Fire agent"), names(plan));
        assertEquals(List.of("clay: Throw ten bowls", "fire: Fire them"), jobs(plan));
        assertEquals(List.of("C1"), plan.task("F1").orElseThrow().dependsOn());
    }

    @Test
    void itemsHoldTheLabelsOfTheirAgents() {
        Plan plan = read("""
                # Kiln
                * worker `clay`
                  * job: throw ten bowls
                  * write to: `kiln/bowls.md`
                * worker `fire`
                  * job: fire them
                  * after: clay
                """);
        assertEquals(List.of("clay: throw ten bowls", "fire: fire them"), jobs(plan));
        assertEquals(List.of("kiln/bowls.md"), plan.task("T-1").orElseThrow().outputs());
        assertEquals(List.of("T-1"), plan.task("T-2").orElseThrow().dependsOn());
    }

    @Test
    void countedStepsNameWhoDoesThemAndWhatTheyNeed() {
        Plan plan = read("""
                # Kiln
                The agents: Potter and Stoker.

                **Step 1** (Potter): Throw ten bowls.

                **Step 2** (Stoker): Fire them.
                Depends on: Step 1
                """);
        assertEquals(List.of("Potter: Throw ten bowls.", "Stoker: Fire them."), jobs(plan));
        assertEquals(List.of("T-1"), plan.task("T-2").orElseThrow().dependsOn());
    }

    @Test
    void framesOfADiagramAreAgentsWithJobs() {
        Plan plan = read("""
                # Kiln
                ```mermaid
                flowchart TB
                  subgraph P["Clay Agent"]
                    a["Throw ten bowls"]
                  end
                  subgraph S["Fire Agent"]
                    b["Fire the bowls"]
                  end
                  a --> b
                ```
                """);
        assertEquals(List.of("clay-agent: Throw ten bowls", "fire-agent: Fire the bowls"), jobs(plan));
        assertEquals(List.of("T-1"), plan.task("T-2").orElseThrow().dependsOn());
    }

    @Test
    void tagsOfAPromptAreLabels() {
        Plan plan = read("""
                <agents>
                  <agent name="clay-maker">Knows clay.</agent>
                  <agent name="kiln-stoker">Knows fire.</agent>
                </agents>

                <plan>
                1. clay-maker: throw ten bowls
                2. kiln-stoker: fire them (needs 1)
                </plan>
                """);
        assertEquals(List.of("clay-maker: throw ten bowls", "kiln-stoker: fire them"), jobs(plan));
        assertEquals(List.of("T-1"), plan.task("T-2").orElseThrow().dependsOn());
    }

    @Test
    void tablesOfHtmlAreTables() {
        Plan plan = read("""
                # Kiln
                <table>
                <tr><th>Agent</th><th>Task</th><th>After</th></tr>
                <tr><td>clay-agent</td><td>Throw ten bowls</td><td></td></tr>
                <tr><td>fire-agent</td><td>Fire them</td><td>clay-agent</td></tr>
                </table>
                """);
        assertEquals(List.of("clay-agent: Throw ten bowls", "fire-agent: Fire them"), jobs(plan));
        assertEquals(List.of("T-1"), plan.task("T-2").orElseThrow().dependsOn());
    }

    @Test
    void columnOfNamesIsTheAgentsWhateverItsHeadSays() {
        Plan plan = read("""
                # Kiln
                | # | Potter | Piece | Result |
                |---|--------|-------|--------|
                | 1 | `bowl-maker` | Ten small bowls | `bowls.md` |
                | 2 | `cup-maker` | Four big cups | `cups.md` |
                """);
        assertEquals(List.of("bowl-maker: Ten small bowls", "cup-maker: Four big cups"), jobs(plan));
    }

    @Test
    void aJobsLineNamesTheFilesItWrites() {
        Plan plan = read("""
                # Kiln
                ## Agents
                ### Agent 1: Potter
                **Tasks**:
                1. Throw ten bowls from `clay.csv` → `kiln/bowls.md`
                2. Glaze them (output: `kiln/glaze.md`)
                3. Take them to Mia → the shop
                """);
        assertEquals(
                List.of("Throw ten bowls from clay.csv [clay.csv] [kiln/bowls.md]", "Glaze them [] [kiln/glaze.md]",
                        "Take them to Mia → the shop [] []"),
                plan.tasks().stream().map(task -> task.title() + " " + task.inputs() + " " + task.outputs()).toList());
    }

    @Test
    void phaseThatComesAfterAnotherIsCompleteIsABarrier() {
        Plan plan = read("""
                # Kiln
                The agents: Potter and Stoker.
                ### Wave 1 (parallel)
                **Potter**
                - Throw ten bowls
                ### Wave 2 (after wave 1 is complete)
                **Stoker**
                - Fire them
                """);
        assertEquals(List.of(false, true), plan.phases().stream().map(Phase::barrier).toList());
    }

    @Test
    void severalChainsStandInOneLine() {
        Plan plan = read("""
                # Kiln
                ## Agents
                ### clay-maker
                - Task: throw bowls
                ### wood-cutter
                - Task: cut wood
                ### kiln-stoker
                - Task: fire them
                ## Order
                `clay-maker` → `kiln-stoker`, `wood-cutter` → `kiln-stoker`
                """);
        assertEquals(List.of(List.of(), List.of(), List.of("T-1", "T-2")),
                plan.tasks().stream().map(task -> task.dependsOn()).toList());
    }

    @Test
    void boxesInATableOrInFrontOfLinesAreChecks() {
        Plan plan = read("""
                # Kiln
                ## Agents
                ### clay-maker
                - Task: throw bowls
                ## Before the kiln is lit
                | Area | Check | OK |
                |------|-------|----|
                | Clay | Every bowl is dry | ☐ |
                | Fire | The wood is dry | ☑ |
                ## Opening check
                ⬜ the shop is swept
                ☑ the door is open
                """);
        assertEquals(List.of(List.of("Every bowl is dry", "The wood is dry"),
                List.of("the shop is swept", "the door is open")),
                plan.gates().stream().map(gate -> gate.checks().stream().map(Gate.Check::text).toList()).toList());
    }

    @Test
    void phasesMayBeCountedInParts() {
        Plan plan = read("""
                # Kiln
                ## Agents
                ### clay-maker
                - Task: throw bowls
                ## Phase 3.1: Clay
                - clay-maker: knead
                ## Phase 3.2: Fire
                - clay-maker: help
                """);
        assertEquals(List.of("phase-3-1", "phase-3-2"), plan.phases().stream().map(Phase::id).toList());
    }

    private static List<String> names(Plan plan) {
        return plan.agents().stream().map(AgentSpec::name).toList();
    }

    private static List<String> jobs(Plan plan) {
        return plan.tasks().stream().map(task -> task.agent() + ": " + task.title()).toList();
    }

    private static Plan read(String text) {
        return PlanReader.read(List.of(new SourceDocument("P.md", text.getBytes(StandardCharsets.UTF_8)))).plan();
    }
}

package baton.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

import baton.plan.Cadence;
import baton.plan.Checkpoint;
import baton.plan.Gate;
import baton.plan.Metric;
import baton.plan.Plan;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Points at which agents meet, checks, figures and rhythms, told apart by their form. */
class MeetingsAndChecksTest {

    @Test
    void aTitleBelowOneAboutCheckpointsNamesOne() {
        assertEquals(List.of("Friday, first week: Course=chart drawn, =the mayor agrees"), checkpoints("""
                ## Reviews

                **Friday, first week**
                - Course: chart drawn
                - the mayor agrees
                """));
    }

    @Test
    void theEndOfSomethingIsAPointWhereAgentsSayWhatIsThen() {
        assertEquals(List.of("End of sprint 1: Course=chart drawn, Safety=boats counted"), checkpoints("""
                ### End of sprint 1
                - Course: chart drawn
                - Safety: boats counted
                """));
    }

    @Test
    void oneLineHoldsSeveralPointsOrOneWithItsName() {
        assertEquals(List.of("day 10 – weights agreed: =day 10 – weights agreed",
                "day 20 – ship loaded: =day 20 – ship loaded"), checkpoints("""
                        ## Course of it

                        *Meeting points:* day 10 – weights agreed; day 20 – ship loaded.

                        ## Notes
                        - nothing
                        """));
        assertEquals(List.of("Checkpoint after stage one: =prices agreed, =cold rooms free"),
                checkpoints("## Course of it\n\nCheckpoint after stage one: prices agreed, cold rooms free.\n"));
    }

    @Test
    void meetingsAtADayOfTheirOwnArePointsAndOthersARhythm() {
        assertEquals(List.of("Evening of day 1: the outline is agreed: =the outline is agreed"), checkpoints("""
                ## Evening meetings
                - **Evening of day 1**: the outline is agreed
                """));
        Plan plan = read("""
                ## Meetings
                - every Monday 9:00: what changed
                - every Thursday 16:00: open disputes
                """);
        assertEquals(List.of("every Monday 9:00", "every Thursday 16:00"),
                plan.cadences().stream().map(Cadence::every).toList());
        assertEquals(List.of(), plan.checkpoints());
    }

    @Test
    void keysOfDataAreNoPoints() {
        assertEquals(List.of(), checkpoints("""
                ## Integration Points
                ```yaml
                DATABASE:
                  - table: "visits"
                ```
                """));
    }

    @Test
    void boxesAreChecksWhateverTheTitleCounts() {
        assertEquals(List.of("every race adds up", "two people have read it"), checks("""
                ## Before polls close
                ✅ **Numbers**
                - [ ] every race adds up

                ## What you check before a milestone is closed
                - [ ] two people have read it
                """));
        assertEquals(List.of("cada músico tiene cama"),
                checks("## Fase final\n\nCuando todo esté listo:\n- [ ] cada músico tiene cama\n"));
        assertEquals(List.of(), checks("## Someday\n- [ ] A ferris wheel?\n"));
    }

    @Test
    void aTaskIsFinishedOnlyIfItsChecksHold() {
        Plan plan = read("## A task is finished only if\n1. it runs\n2. it is tested\n");
        assertEquals(List.of(Gate.Scope.TASK), plan.gates().stream().map(Gate::scope).toList());
        assertEquals(2, plan.gates().getFirst().checks().size());
    }

    @Test
    void figuresWithTargetsAreMetricsInTablesAndLists() {
        assertEquals(List.of("Fruit lost < 3 %", "Lorries waiting at most 20 minutes"), metrics("""
                ## What decides

                | Number | Goal | How |
                |--------|------|-----|
                | Fruit lost | < 3 % | weighed |
                | Lorries waiting | at most 20 minutes | gate log |
                """));
        assertEquals(List.of("Pages on time = 100 %", "Corrections < 2"),
                metrics("## Fine\n- Pages on time = 100 %\n- Corrections < 2\n"));
        assertEquals(List.of("Glossary hits above 98 %", "Retakes below 2 %"),
                metrics("## How we know it\n- Glossary hits above 98 %\n- Retakes below 2 %\n"));
        assertEquals(List.of("Delay under 90 seconds", "Visitors 50,000"),
                metrics("## On Monday\n- **Delay**: under 90 seconds\n- **Visitors**: 50,000\n"));
    }

    @Test
    void aTitleThatEndsWithUntilStandsOverChecks() {
        assertEquals(List.of("the licence is there"),
                checks("## Doors that stay shut until\n- the licence is there\n"));
        assertEquals(List.of("die Lizenz da ist"), checks("## Geöffnet wird nur wenn\n- die Lizenz da ist\n"));
    }

    @Test
    void levelsWithATimeInEachLineAreSeverities() {
        assertEquals(List.of("P1 10 minutes [Course]", "P2 1 hour []"), read("""
                ## Severity levels
                - P1: nobody is at sea, Agent 1 answers within 10 minutes
                - P2: a buoy is lost, answered within 1 hour
                """).severities().stream().map(one -> one.level() + " " + one.responseTime() + " " + one.agents())
                .toList());
    }

    @Test
    void theCountInTheTitleOfADocumentIsHeldAgainstThoseListed() {
        assertEquals(List.of("agent-count"), PlanReader.read(List.of(new SourceDocument("P.md", """
                # Regatta: plan with three agents

                ## Agents

                ### Agent 1: Course
                **Tasks**:
                1. Mark the course

                ### Agent 2: Safety
                **Tasks**:
                1. Count the boats
                """.getBytes(StandardCharsets.UTF_8)))).problems().stream().map(problem -> problem.code())
                .filter("agent-count"::equals).toList());
    }

    @Test
    void goalsInSentencesAndFactsAreNoMetrics() {
        assertEquals(List.of(), metrics("## Facts\n- Budget: 86,000 EUR\n- Length: 16 weeks\n"));
        assertEquals(List.of(), metrics("""
                ## Areas

                | Area | Goal |
                |------|------|
                | Harbour | everybody finds the way to the boats |
                """));
        assertEquals(List.of(), metrics("## Numbers\n- Course: reads the feed\n- Safety: under 3 boats\n"));
    }

    @Test
    void levelsAndRulesForConflictsStandInTables() {
        Plan plan = read("""
                ## How bad is it?

                | Level | Meaning | Answer within | Who jumps |
                |-------|---------|---------------|-----------|
                | Blocker | no start | 30 minutes | Course, Safety |

                ## Last word

                | About | Owner | Asked | Decides |
                |-------|-------|-------|---------|
                | Days | Course | Safety | Course |
                """);
        assertEquals(List.of("Blocker no start 30 minutes [Course, Safety]"), plan.severities().stream()
                .map(one -> one.level() + " " + one.description() + " " + one.responseTime() + " " + one.agents())
                .toList());
        assertEquals(List.of("Days Course [Safety] Course"), plan.conflictRules().stream()
                .map(one -> one.resource() + " " + one.owner() + " " + one.reviewers() + " " + one.decisionMaker())
                .toList());
    }

    private static List<String> checkpoints(String text) {
        return read(text).checkpoints().stream().map(MeetingsAndChecksTest::words).toList();
    }

    private static String words(Checkpoint point) {
        return point.name() + ": "
                + String.join(", ", point.criteria().stream().map(one -> one.agent() + "=" + one.text()).toList());
    }

    private static List<String> checks(String text) {
        return read(text).gates().stream().flatMap(gate -> gate.checks().stream()).map(Gate.Check::text).toList();
    }

    private static List<String> metrics(String text) {
        return read(text).metrics().stream().map(MeetingsAndChecksTest::words).toList();
    }

    private static String words(Metric metric) {
        return metric.name() + " " + metric.target();
    }

    private static Plan read(String text) {
        String whole = """
                # Regatta

                ## Agents

                ### Agent 1: Course
                **Tasks**:
                1. Mark the course

                ### Agent 2: Safety
                **Tasks**:
                1. Count the boats

                """ + text;
        return PlanReader.read(List.of(new SourceDocument("P.md", whole.getBytes(StandardCharsets.UTF_8)))).plan();
    }
}

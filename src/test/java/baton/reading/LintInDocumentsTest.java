package baton.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

import baton.plan.Problem;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What lint says of whole documents, and where it holds its tongue. */
class LintInDocumentsTest {
    private static final String TEAM = """
            # Tide mill

            ## Agent 1: Wheel
            **Tasks**:
            1. Measure the wheel shaft

            ## Agent 2: Sluice
            **Tasks**:
            1. Draw the sluice gate

            """;

    private static List<String> said(String code, String... texts) {
        var documents = new java.util.ArrayList<SourceDocument>();
        for (String text : texts) {
            documents.add(new SourceDocument("p" + (documents.size() + 1) + ".md",
                    text.getBytes(StandardCharsets.UTF_8)));
        }
        return PlanReader.read(documents).problems().stream().filter(problem -> problem.code().equals(code))
                .map(Problem::oneLine).toList();
    }

    @Test
    void standInsThatNobodyIsToMakeAreSaid() {
        String text = TEAM + "## %s\nThese unblock the others:\n- Mock tide table%s\n- Mock weather feed\n";
        assertEquals(List.of("p1.md:11: \"Mock services\" lists 2, and no agent is to make them; nobody does"),
                said("stand-ins-unowned", text.formatted("Mock services", "")));
        assertEquals(List.of(), said("stand-ins-unowned", text.formatted("Mock services", " (Agent 2)")));
        assertEquals(List.of(), said("stand-ins-unowned", text.formatted("Mock exam", "")));
    }

    @Test
    void yamlThatIsOneTextIsSaid() {
        String text = TEAM + "## On every change\n```%s\n# each time:\n%s\n```\n";
        assertEquals(List.of("p1.md:14: to a program this YAML is one text and no list of 2: numbers make no list; "
                + "here it is read as a list all the same"),
                said("yaml-is-text", text.formatted("yaml", "1. Grease the shaft\n2. Count the paddles")));
        assertEquals(List.of(), said("yaml-is-text", text.formatted("yaml", "- Grease the shaft\n- Count")));
        assertEquals(List.of(), said("yaml-is-text", text.formatted("", "1. Grease the shaft\n2. Count")));
        assertEquals(List.of(), said("yaml-is-text", text.formatted("yaml", "steps:\n1. Grease\n2. Count")));
    }

    @Test
    void fewIdsOfTheirOwnAreSaidWhereDependenciesGoById() {
        String queue = """
                ## Queue
                | ID | Task | Agent | Depends on |
                |----|------|-------|------------|
                | WH-1 | Order the oak | Agent 1 | %s |
                """;
        assertEquals(1, said("few-own-ids", TEAM + queue.formatted("WH-9")).size());
        assertEquals(List.of(), said("few-own-ids", TEAM + queue.formatted("")));
    }

    @Test
    void aSystemIsWhatStandsBehindTheVerbAndNotWhatItIsDoneWith() {
        String work = """
                # The first days
                **Agent 1**
                - Set up Redis clusters
                - Deploy mill cluster with Autopilot
                - Set up Big Load Balancer
                - Set up WebSocket connections

                **Agent 2**
                - Configure HubSpot CRM connection
                - RTPEngine Deployment
                - Monitoring Setup
                """;
        assertEquals(List.of("p2.md:3: no agent's description speaks of Redis, HubSpot, RTPEngine; the agents named "
                + "beside them get the work without being asked for it"), said("system-unowned", TEAM, work));
        assertEquals(List.of(), said("system-unowned", TEAM + work.replace("# The", "## The")));
    }

    @Test
    void aRecommendationThatKeepsOneOptionForTheRestCombinesNothing() {
        String decision = TEAM + """
                ## Decisions needed
                ### 1. Gears
                **Decision needed**: wood or iron
                - **Option A**: Wood %s
                - **Option B**: Iron for %s
                - **Recommendation**: Wood for the slow gears, iron for the fast ones
                """;
        assertEquals(List.of(), said("recommendation-combines", decision.formatted("everywhere", "fast gears")));
        assertEquals(1, said("recommendation-combines", decision.formatted("for all gears", "fast gears")).size());
    }

    @Test
    void aMilestoneIsReachedAndNotMade() {
        String gantt = """
                # Refit
                ```mermaid
                gantt
                    dateFormat YYYY-MM-DD
                    section Hull agent
                    Sand the hull :h1, 2036-01-05, 5d
                    section Engine agent
                    Mend the pumps :e1, 2036-01-05, 5d
                    Sea trial :milestone, m1, after h1 e1, 0d
                ```
                """;
        assertEquals(List.of(), said("node-without-owner", gantt));
    }

    @Test
    void phasesWithPointsInTheirNumbersAreOrderedAsTheyStand() {
        String text = """
                # Tasks
                ## Phase 3.1: Setup
                - [ ] T001 Create the folders
                - [ ] T002 Configure the linter

                ## Phase 3.2: Tests
                - [ ] T003 Write the first test

                ## Dependencies
                - T001 blocks T002, T003
                """;
        assertEquals(List.of(), said("work-before-need", text));
    }

    @Test
    void anAuthorWhoNeverWritesOutputsIsNotWarnedOfEachTask() {
        var quiet = PlanReader.read(List.of(new SourceDocument("p.md", TEAM.getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of(Problem.Severity.NOTE, Problem.Severity.NOTE), quiet.problems().stream()
                .filter(problem -> problem.code().equals("task-open-ended")).map(Problem::severity).toList());
        var mixed = PlanReader.read(List.of(new SourceDocument("p.md", (TEAM + "2. List the teeth → `out/teeth.md`\n")
                .replace("wheel shaft", "wheel shaft → `out/shaft.md`").getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of(Problem.Severity.WARNING), mixed.problems().stream()
                .filter(problem -> problem.code().equals("task-open-ended")).map(Problem::severity).toList());
    }

    @Test
    void aCheckpointThatNamesItsPhaseIsNoRiddle() {
        String text = """
                # Mill
                ## Agent 1: Wheel
                **Phase 1 tasks**:
                1. Measure the shaft

                ## Agent 2: Sluice
                **Phase 2 tasks**:
                1. Draw the gate

                ## Synchronization points
                ### Week 1 checkpoint%s
                - Agent 1: Shaft measured
                - Agent 2: Gate sketched
                """;
        assertEquals(1, said("checkpoint-before-phase", text.formatted("")).size());
        assertEquals(List.of(), said("checkpoint-before-phase", text.formatted(" (end of phase 2)")));
    }

    @Test
    void aNumberThatNoAgentHasIsSaid() {
        assertEquals(List
                .of("p1.md:12: \"agent 7\" is named here, and the agents are agent 1, agent 2; what is said of it is"
                        + " left out"),
                said("agent-number-unknown", TEAM + "## Needs\n- Agent 2 depends on Agent 7\n"));
        assertEquals(List.of(), said("agent-number-unknown", TEAM + "## Needs\n- Agent 2 depends on Agent 1\n"));
        assertEquals(List.of(), said("agent-number-unknown",
                TEAM.replace("Agent 1: ", "").replace("Agent 2: ", "") + "Ask travel agent 7.\n"));
    }

    @Test
    void whatOneAgentHandsOnAndNobodyTakesIsTakenForOutside() {
        String graph = TEAM + """
                ```mermaid
                graph LR
                    A1[Agent 1: Wheel] -->|Sizes| A2[Agent 2: Sluice]
                    A2 -->|Drawings| C[County archive]
                ```
                """;
        assertEquals(
                List.of("p1.md:14: \"County archive\" is neither agent nor task and is taken for something outside"),
                said("node-outside", graph));
    }
}

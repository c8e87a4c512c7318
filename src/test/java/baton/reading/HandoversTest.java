package baton.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

import baton.plan.Edge;
import baton.plan.Plan;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Arrows that name what is handed over. */
class HandoversTest {

    private static final String TEAM = """
            # Regatta

            ## Agents

            ### Course Agent
            **Tasks**:
            1. Mark the course
            2. List the boats by size

            ### Safety Agent
            **Tasks**:
            1. Check every life jacket
            2. Assign rescue crews

            """;

    @Test
    void tasksThatSpeakOfTheThingMakeItAndAllOfTheOtherAgentWait() {
        Plan plan = read(TEAM + "```mermaid\ngraph TD\n  C[Course Agent] -->|Boat list| S[Safety Agent]\n```\n");
        assertEquals(List.of("", "", "T-2", "T-2"), needs(plan));
        assertEquals(List.of("Boat list true AGENT"), edges(plan));
    }

    @Test
    void whereNoTaskSpeaksOfTheSignalEverythingBeforeItCounts() {
        Plan plan = read(TEAM + "```mermaid\ngraph TD\n  C[Course Agent] -->|Harbour ready| S[Safety Agent]\n```\n");
        assertEquals(List.of("", "", "T-1 T-2", "T-1 T-2"), needs(plan));
    }

    @Test
    void wordsThatOnlyRelateTheEndsNameNothing() {
        Plan plan = read(TEAM + "```mermaid\ngraph TD\n  C[Course Agent] -->|Provides| S[Safety Agent]\n```\n");
        assertEquals(List.of("", "", "", ""), needs(plan));
        assertEquals(List.of("Provides false AGENT"), edges(plan));
    }

    @Test
    void aThingBetweenTwoAgentsBindsThoseWhoTakeIt() {
        Plan plan = read(TEAM
                + "```mermaid\ngraph TD\n  C[Course Agent] --> L[Course map]\n  L --> S[Safety Agent]\n```\n");
        assertEquals(List.of("", "", "T-1", "T-1"), needs(plan));
        assertEquals(List.of(" false ARTIFACT", " true ARTIFACT"), edges(plan));
    }

    @Test
    void arrowsInACircleNeverMakeTasksWaitForEachOther() {
        Plan plan = read(TEAM + "```mermaid\ngraph TD\n  C[Course Agent] -->|Wind chart| S[Safety Agent]\n"
                + "  S -->|Radio plan| C\n```\n");
        assertEquals(List.of("", "", "T-1 T-2", "T-1 T-2"), needs(plan));
        assertEquals(List.of("Wind chart true AGENT", "Radio plan false AGENT"), edges(plan));
    }

    @Test
    void whatATaskSaysOfItselfCountsBeforeAnArrow() {
        Plan plan = read("""
                # Regatta
                ```yaml
                task_queue:
                  - {id: C-1, task: Mark the course, agent: Course Agent}
                  - {id: C-2, task: Print the rules, agent: Course Agent}
                  - {id: S-1, task: Check life jackets, agent: Safety Agent, depends_on: [C-2]}
                  - {id: S-2, task: Assign crews, agent: Safety Agent}
                ```
                ```mermaid
                graph TD
                  C[Course Agent] -->|Wind chart| S[Safety Agent]
                ```
                """);
        assertEquals(List.of("", "", "C-2", "C-1 C-2"), needs(plan));
    }

    @Test
    void phasesThatSayOtherwiseCount() {
        Plan plan = read("""
                # Regatta
                ## Phase 1
                - Safety Agent: Check life jackets
                ## Phase 2
                - Course Agent: Mark the course
                - Course Agent: Print the rules
                ## Phase 3
                - Safety Agent: Assign crews
                ## Graph
                ```mermaid
                graph TD
                  C[Course Agent] -->|Wind chart| S[Safety Agent]
                ```
                """);
        assertEquals(List.of("", "", "", "T-2 T-3"), needs(plan));
    }

    private static Plan read(String text) {
        return PlanReader.read(List.of(new SourceDocument("P.md", text.getBytes(StandardCharsets.UTF_8)))).plan();
    }

    private static List<String> needs(Plan plan) {
        return plan.tasks().stream().map(task -> String.join(" ", task.dependsOn())).toList();
    }

    private static List<String> edges(Plan plan) {
        return plan.edges().stream().filter(edge -> edge.kind() != Edge.Kind.TASK)
                .map(edge -> edge.label() + " " + edge.binding() + " " + edge.kind()).toList();
    }
}

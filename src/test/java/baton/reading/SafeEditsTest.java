package baton.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

import baton.plan.Edit;
import baton.reading.found.ReadingOptions;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SafeEditsTest {
    private static List<String> edited(String text) {
        return SafeEdits.of(List.of(document(text)), ReadingOptions.USUAL).stream().map(Edit::after).toList();
    }

    private static SourceDocument document(String text) {
        return new SourceDocument("p.md", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAgentIsWrittenAsItWasDeclared() {
        assertEquals(
                List.of("    T[Timber Agent] -->|Beams| B[Boat Building Agent]",
                        "- Boat Building Agent: Caulk the seams"),
                edited("""
                        # Wharf
                        ## Timber Agent
                        **Tasks:**
                        1. Saw the beams

                        ## Boat Building Agent
                        **Tasks:**
                        1. Plank the hull

                        ```mermaid
                        graph LR
                            T[Timber Agent] -->|Beams| B[Boat Agent]
                        ```

                        ## Week 2
                        - Boat Agent: Caulk the seams
                        """));
    }

    @Test
    void aNameThatIsOneWordIsLeftToItsAuthor() {
        assertEquals(List.of(), edited("""
                # Wharf
                ## Timber & Stone
                **Tasks:**
                1. Saw the beams

                ## Week 2
                - Timber: Stack the timber where the timber lay
                """));
    }

    @Test
    void anIdInOtherLettersOrZerosIsWrittenAsItWasDeclaredAndNeighboursAreNotGuessed() {
        String queue = """
                # Wharf
                ## Agent 1: Anna
                ## Agent 2: Ben
                | ID | Task | Agent | Depends on |
                |----|------|-------|------------|
                | WH-001 | Order the oak | Anna | |
                | WH-002 | Saw the oak | Ben | %s |
                """;
        assertEquals(List.of("| WH-002 | Saw the oak | Ben | WH-001 |"), edited(queue.formatted("wh-1")));
        assertEquals(List.of(), edited(queue.formatted("WH-003")));
        assertEquals(List.of(), edited(queue.formatted("WH-0010")));
        assertEquals(List.of(), edited(queue.formatted("src/wh-1.md")));
    }

    @Test
    void marksWithoutTheirSpaceAreSaidAndMended() {
        String text = """
                # Quay
                ##Agent 1: Anna
                **Tasks:**
                1.Survey the wall
                2.Measure the tide

                #hashtags are none, nor is
                1.5 m of water
                """;
        var reviewed = PlanReader.review(List.of(document(text)));
        assertEquals(List.of("## Agent 1: Anna", "1. Survey the wall", "2. Measure the tide"),
                reviewed.edits().stream().map(Edit::after).toList());
        assertEquals(List.of("heading-mark", "list-mark"), reviewed.loaded().problems().stream()
                .map(problem -> problem.code()).filter(code -> code.endsWith("-mark")).toList());
        var mended = PlanReader.read(List.of(document(text.replace("##", "## ").replaceAll("(?m)^(\\d)\\.(\\p{L})",
                "$1. $2"))));
        assertEquals(2, mended.plan().tasks().size());
    }

    @Test
    void yamlThatIsOneTextBecomesAList() {
        String text = """
                # Quay
                ## Agent 1: Anna
                **Tasks:**
                1. Survey the wall

                ## On every change
                ```yaml
                # each time:
                1. Grease the shaft
                2. Count the paddles
                ```
                """;
        assertEquals(List.of("- Grease the shaft", "- Count the paddles"),
                PlanReader.review(List.of(document(text))).edits().stream().map(Edit::after).toList());
    }
}

package baton.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import baton.plan.LoadedPlan;
import baton.reading.source.SourceDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Documents of a size or shape that no person writes are read to their end like any other: no hang, no overflow.
 *
 * <p>
 * With {@code -Dbaton.deep=true} they have their full size, else a twentieth of it.
 */
@Timeout(300)
final class LargeDocumentsTest {

    private static final int SHARE = Boolean.getBoolean("baton.deep") ? 1 : 20;
    private static final String TEAM = "# Plan\n\n## Backend Agent\n**Task**: build it\n\n## Work\n\n";
    private static final int LINE_CHARS = 10_000_000 / SHARE;
    private static final int ENTRIES = 100_000 / SHARE;

    @Test
    void oneLineOfTenMegabytesIsProse() {
        assertEquals(1, tasks(TEAM + "word ".repeat(LINE_CHARS / 5)));
    }

    @Test
    void marksAndBracketsOfOneMegabyteAreProse() {
        for (String sign : List.of("*", "** a", "_ __", "[", "[a](", "(", "`", "![", "   ", "a: ")) {
            assertEquals(1, tasks(TEAM + sign.repeat(LINE_CHARS / 10 / sign.length()) + "\n"), sign);
        }
    }

    @Test
    void aHundredThousandHeadingsGiveNoWork() {
        assertEquals(1, tasks(TEAM + GrowingForm.each(ENTRIES, "## Part %d\n")));
    }

    @Test
    void aHundredThousandRowsAreAsManyTasks() {
        assertEquals(ENTRIES + 1, tasks(TEAM + "| ID | Task | Agent | Depends on |\n|---|---|---|---|\n"
                + GrowingForm.each(ENTRIES, "| T%d | build thing %d | Backend Agent | T%p |\n")));
    }

    @Test
    void listsThreeThousandDeepAreRead() {
        String items = IntStream.range(0, 3000 / SHARE).mapToObj(i -> "  ".repeat(i) + "- part " + i + "\n")
                .collect(Collectors.joining());

        assertTrue(tasks(TEAM + items) > 0);
    }

    @Test
    void quotationsInsideQuotationsAreRead() {
        assertEquals(1, tasks(TEAM + "> ".repeat(ENTRIES) + "a\n"));
    }

    @Test
    void aliasesThatMultiplyAreNotFollowed() {
        assertEquals(1, tasks(TEAM + "```yaml\na0: &a0 [x,x,x,x,x,x,x,x,x]\n"
                + GrowingForm.each(60, "a%d: &a%d [*a%p,*a%p,*a%p,*a%p,*a%p,*a%p]\n") + "```\n"));
    }

    @Test
    void aChartOfTwentyThousandArrowsKeepsThemAll() {
        int arrows = 20_000 / SHARE;

        LoadedPlan loaded = read(TEAM + "```mermaid\ngraph TD\n" + GrowingForm.each(arrows, "A%p --> A%d\n") + "```\n");

        assertEquals(arrows, loaded.plan().edges().size());
    }

    @Test
    void twoThousandAgentsShareTenThousandTasks() {
        int agents = 2000 / SHARE;
        String work = IntStream.range(0, 10_000 / SHARE)
                .mapToObj(i -> "- Maker" + (i % agents + 1) + " Agent: build thing number " + i + "\n")
                .collect(Collectors.joining());

        LoadedPlan loaded = read(
                "# Plan\n\n## Team\n\n" + GrowingForm.each(agents, "- **Maker%d Agent**: makes part %d\n")
                        + "\n## Tasks\n\n" + work);

        assertEquals(agents, loaded.plan().agents().size());
        assertEquals(10_000 / SHARE, loaded.plan().tasks().size());
    }

    @Test
    void whoWaitsForEverythingAboveInAListOfThousandsWaitsForItThroughTheLastOnes() {
        int items = 10_000 / SHARE * 2;

        LoadedPlan loaded = read(TEAM + GrowingForm.each(items,
                "- **Task %d**: build thing %d (Backend Agent) (depends on everything above)\n"));

        assertEquals(items + 1, loaded.plan().tasks().size());
        assertTrue(loaded.plan().tasks().getLast().dependsOn().contains("T-" + items),
                () -> loaded.plan().tasks().getLast().toString());
    }

    private static int tasks(String text) {
        return read(text).plan().tasks().size();
    }

    private static LoadedPlan read(String text) {
        return PlanReader.read(List.of(new SourceDocument("large.md", text.getBytes(StandardCharsets.UTF_8))));
    }
}

package baton.view.prose;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Markdown on a screen. */
class ProseTest {
    private static final String SAMPLE = """
            # Plan of the day

            Wrote the **WebSocket pool** and the `Redis` snapshot port, see [the notes](docs/notes.md).
            - first *thing*
            - second thing with a long tail that must be broken at some word or other
              1. nested

            | file | lines |
            | --- | ---: |
            | pool.go | 88 |
            | a|b | 2 |

            ```java
            return "x"; // why
            ```
            > said by somebody
            - [x] done
            - [ ] open
            """;

    private static String text(List<StyledLine> lines) {
        return lines.stream().map(StyledLine::text).collect(Collectors.joining("\n"));
    }

    @Test
    void headingsListsTablesCodeAndQuotesAreLaidOut() {
        assertEquals("""
                Plan of the day

                Wrote the WebSocket pool and the Redis
                snapshot port, see the notes
                (docs/notes.md).
                · first thing
                · second thing with a long tail that
                  must be broken at some word or other
                  1. nested

                file     lines
                ─────────────────
                pool.go  88
                a        b      2

                │ return "x"; // why
                │ said by somebody
                ✔ done
                ○ open""", text(Prose.of(SAMPLE, 40)));
    }

    @Test
    void textThatGrowsNeverMovesALineThatWasRead() {
        for (int columns : new int[]{12, 40, 77}) {
            List<StyledLine> before = List.of();
            for (int end = 1; end <= SAMPLE.length(); end++) {
                var now = Prose.growing(SAMPLE.substring(0, end), columns);
                // The last line may grow; a table that is counted is replaced by the table.
                for (int i = 0; i < before.size() - 1; i++) {
                    assertEquals(before.get(i).text(), i < now.size() ? now.get(i).text() : "", "at " + end);
                }
                before = now;
            }
        }
    }

    @Test
    void whatWasReadOfAGrowingTextIsNotReadAgainAndGivesTheSameLines() {
        var random = new Random(11);
        String text = SAMPLE + "\r\nanother line\rand one more\r\n\r\nthe end";
        for (int round = 0; round < 200; round++) {
            int columns = 8 + random.nextInt(70);
            var growing = new Prose.Growing(columns);
            for (int end = 0; end <= text.length(); end += 1 + random.nextInt(40)) {
                String soFar = text.substring(0, end);
                assertEquals(Prose.growing(soFar, columns), growing.lines(soFar), "at " + end);
            }
            assertEquals(Prose.growing("else", columns), growing.lines("else"));
        }
    }

    @Test
    void noLineIsEverWiderThanItMayBe() {
        var random = new Random(7);
        String[] pieces = {"word ", "**bold** ", "日本語日本語 ", "🚀🚀", "averyveryverylongwordwithoutanyend", "\n", "\n\n",
            "- ", "| a | b |\n", "```\n", "`code` ", "# ", "> "};
        for (int i = 0; i < 400; i++) {
            var text = new StringBuilder();
            for (int j = 0; j < 30; j++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            int columns = 6 + random.nextInt(60);
            for (var line : Prose.of(text.toString(), columns)) {
                assertTrue(TextWidth.of(line.text()) <= Math.max(columns, 16), columns + ": " + line.text());
            }
        }
    }

    @Test
    void aMegabyteInOneLineIsBrokenInTime() {
        var lines = Wrapping.of(StyledLine.of("x".repeat(1_000_000)), 80);
        assertEquals(12_500, lines.size());
    }

    @Test
    void aMarkThatIsNeverClosedIsACharacterLikeAnyOther() {
        assertEquals("2 * 3 and a_b_c and `open", text(Prose.of("2 * 3 and a_b_c and `open", 60)));
    }

    @Test
    void whatADifferenceAddsIsGoodAndWhatItTakesIsBad() {
        var lines = Prose.of("```diff\n+new\n-old\n```", 20);
        assertEquals(baton.view.text.Tone.GOOD, lines.get(0).spans().get(1).tone());
        assertEquals(baton.view.text.Tone.BAD, lines.get(1).spans().get(1).tone());
    }
}

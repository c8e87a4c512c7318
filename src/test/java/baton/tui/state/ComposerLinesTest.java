package baton.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import baton.view.text.TextWidth;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The rows around the caret, held against a layout of the whole draft. */
class ComposerLinesTest {
    private static final String SIGNS = "abc  日é🚀\n\n";

    private static String text(Random random, int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.appendCodePoint(SIGNS.codePoints().skip(random.nextInt((int) SIGNS.codePoints().count())).findFirst()
                    .orElseThrow());
        }
        return text.toString();
    }

    private static List<String> all(String text, int columns) {
        var rows = new ArrayList<String>();
        for (String line : text.split("\n", -1)) {
            var row = new StringBuilder();
            for (String cluster : TextWidth.clusters(line)) {
                if (TextWidth.of(row.toString()) + TextWidth.ofCluster(cluster) > columns) {
                    rows.add(row.toString());
                    row.setLength(0);
                }
                row.append(cluster);
            }
            rows.add(row.toString());
        }
        return rows;
    }

    @Test
    void areThoseOfTheWholeDraftAsFarAsTheyCanBeShown() {
        for (int seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            String text = text(random, random.nextInt(600));
            int caret = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1));
            int columns = 6 + random.nextInt(40);
            var lines = ComposerLines.of(text, caret, columns);
            var before = all(text.substring(0, caret), columns);
            var rows = new ArrayList<>(all(text, columns));
            boolean wraps = TextWidth.of(before.getLast()) >= columns;
            int caretRow = before.size() - (wraps ? 0 : 1);
            while (rows.size() <= caretRow) {
                rows.add("");
            }
            int from = Math.max(0, caretRow - ComposerLines.ROWS);
            int to = Math.min(rows.size(), caretRow + ComposerLines.ROWS + 1);
            assertEquals(new ComposerLines(rows.subList(from, to), caretRow - from,
                    wraps ? 0 : TextWidth.of(before.getLast()), from > 0, to < rows.size()), lines, "seed " + seed);
        }
    }

    @Test
    void ofADraftOfAnySizeNoMoreIsLaidOutThanALittleAroundTheCaret() {
        String line = "words in one line without an end ".repeat(60_000);
        var middle = ComposerLines.of(line, line.length() / 2, 80);
        assertEquals(2 * ComposerLines.ROWS + 1, middle.rows().size());
        assertTrue(middle.above() && middle.below());
        var end = ComposerLines.of(line, line.length(), 80);
        assertTrue(line.endsWith(end.rows().getLast()) && end.above() && !end.below());
        long began = System.nanoTime();
        for (int i = 0; i < 2_000; i++) {
            ComposerLines.of(line, line.length() - i, 80);
        }
        assertTrue(System.nanoTime() - began < 10_000_000_000L);
    }

    @Test
    void aLineFarLongerThanAScreenIsCutAtPlacesThatStayWhereTheyAreWhileItIsTypedOn() {
        String line = "x".repeat(5_000);
        var rows = new ArrayList<String>();
        for (int caret = 0; caret < line.length(); caret += 40) {
            var lines = ComposerLines.of(line, caret, 80);
            assertEquals("x".repeat(caret % 1_000 % 80),
                    lines.rows().get(lines.caretRow()).substring(0, lines.caretColumn()), "caret " + caret);
            rows.addAll(lines.rows());
        }
        assertTrue(rows.stream().allMatch(row -> row.length() <= 80));
    }
}

package baton.tui.frame;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Our bytes, read back by a terminal that others wrote. */
class FrameEncoderTest {
    private static final String[] WORDS = {"review", "日本語", "é", "x", "●", "━━━", "  ", "█░", "gate", "–", "T-101"};

    private static Frame random(Random random, Size size) {
        var canvas = new Canvas(size);
        int words = random.nextInt(40);
        for (int i = 0; i < words; i++) {
            canvas.text(random.nextInt(size.columns()), random.nextInt(size.rows()),
                    WORDS[random.nextInt(WORDS.length)], random.nextInt(6) | (random.nextBoolean() ? Ink.BOLD : 0));
        }
        return canvas.frame();
    }

    private static String shown(ScreenTerminal terminal, Size size) {
        long[] cells = new long[size.columns() * size.rows()];
        terminal.dump(cells, 0, 0, size.rows(), size.columns(), new int[2]);
        var text = new StringBuilder();
        for (int row = 0; row < size.rows(); row++) {
            var line = new StringBuilder();
            for (int column = 0; column < size.columns(); column++) {
                int point = ScreenTerminal.cellCodePoint(cells[row * size.columns() + column]);
                if (point > 0) {
                    line.appendCodePoint(point);
                }
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    @Test
    void whateverStoodThereTheTerminalShowsTheFrameAfterItsDifference() {
        var size = new Size(60, 16);
        var encoder = new FrameEncoder(Theme.TERMINAL);
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var terminal = new ScreenTerminal(size.columns(), size.rows());
            var frame = random(random, size);
            terminal.write(new String(encoder.whole(frame), StandardCharsets.UTF_8));
            for (int i = 0; i < 6; i++) {
                var next = random(random, size);
                terminal.write(new String(encoder.change(frame, next), StandardCharsets.UTF_8));
                frame = next;
                // The other terminal keeps a combining mark apart from its letter; the frame has them in one cell.
                assertEquals(plain(frame.text()), plain(shown(terminal, size)), "seed " + seed);
            }
        }
    }

    private static String plain(String text) {
        return text.replace("é", "e").replace("é", "e").replace("́", "");
    }

    @Test
    void aTerminalThatThinksOtherwiseOfAClusterShowsEverythingElseInItsPlaceAndNothingStaysBehind() {
        // The other terminal takes the parts of a family, of a flag and of a picture for characters of their own.
        String[] words = {"👩‍👩‍👧", "🇩🇪", "👍🏽", "✔️", "é", "│", "│ x", "日本", "🚀", "word", "    ", "🏴‍☠️!"};
        var size = new Size(40, 6);
        var encoder = new FrameEncoder(Theme.DARK);
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var terminal = new ScreenTerminal(size.columns(), size.rows());
            terminal.write("\u001b[?7l");
            var canvas = new Canvas(size);
            var frame = canvas.frame();
            terminal.write(new String(encoder.whole(frame), StandardCharsets.UTF_8));
            for (int i = 0; i < 12; i++) {
                canvas.text(random.nextInt(size.columns() - 6), random.nextInt(size.rows()),
                        words[random.nextInt(words.length)], random.nextInt(6));
                var next = canvas.frame();
                terminal.write(new String(encoder.change(frame, next), StandardCharsets.UTF_8));
                frame = next;
                assertEquals(List.of(), misplaced(frame, terminal), "seed " + seed + "\n" + frame.text());
            }
        }
    }

    /** Cells that show something else than the frame; those of a cluster of several characters may look as they like. */
    private static List<String> misplaced(Frame frame, ScreenTerminal terminal) {
        var size = frame.size();
        long[] cells = new long[size.columns() * size.rows()];
        terminal.dump(cells, 0, 0, size.rows(), size.columns(), new int[2]);
        var misplaced = new ArrayList<String>();
        boolean free = false;
        for (int i = 0; i < cells.length; i++) {
            String cluster = frame.cell(i % size.columns(), i / size.columns());
            free = cluster.isEmpty() ? free : cluster.codePointCount(0, cluster.length()) > 1;
            int shown = ScreenTerminal.cellCodePoint(cells[i]);
            if (!free && shown != (cluster.isEmpty() ? 0 : cluster.codePointAt(0))) {
                misplaced.add(i % size.columns() + "," + i / size.columns() + ": " + Character.toString(shown));
            }
        }
        return misplaced;
    }

    @Test
    void everyInkArrivesAsItsColourAndItsWeight() {
        for (var theme : List.of(Theme.DARK, Theme.LIGHT)) {
            var canvas = new Canvas(new Size(24, 2));
            for (int role = 0; role < theme.roles().length; role++) {
                canvas.text(role, 0, "x", role);
                canvas.text(role, 1, "x", role | Ink.BOLD);
            }
            var terminal = new ScreenTerminal(24, 2);
            terminal.write(new String(new FrameEncoder(theme).whole(canvas.frame()), StandardCharsets.UTF_8));
            long[] cells = new long[48];
            terminal.dump(cells, 0, 0, 2, 24, new int[2]);
            for (int role = 0; role < theme.roles().length; role++) {
                String[] wanted = theme.roles()[role].replace("1;38", "38").split(";", -1);
                boolean coloured = wanted.length == 5;
                assertEquals(coloured, ScreenTerminal.cellHasForeground(cells[role]), theme + " " + role);
                assertTrue(ScreenTerminal.cellBold(cells[24 + role]), theme + " " + role);
                if (coloured) {
                    // It keeps four bits of each part of a colour.
                    int colour = (Integer.parseInt(wanted[2]) >> 4) * 256 + (Integer.parseInt(wanted[3]) >> 4) * 16
                            + (Integer.parseInt(wanted[4]) >> 4);
                    assertEquals(colour, ScreenTerminal.cellForeground(cells[role]), theme + " " + role);
                }
            }
        }
    }

    @Test
    void eachChangeIsOneSynchronizedUpdateThatEndsWithTheCursorInItsPlace() {
        var canvas = new Canvas(new Size(20, 4));
        var blank = canvas.frame();
        canvas.text(2, 1, "日本 words", Ink.WARN);
        canvas.cursor(7, 2);
        String bytes = new String(new FrameEncoder(Theme.TERMINAL).change(blank, canvas.frame()),
                StandardCharsets.UTF_8);
        var terminal = new ScreenTerminal(20, 4);
        terminal.write(bytes.substring(0, bytes.length() - 1));
        assertTrue(terminal.isSynchronizedOutput());
        terminal.write(bytes.substring(bytes.length() - 1));
        assertFalse(terminal.isSynchronizedOutput());
        int[] cursor = new int[2];
        terminal.dump(new long[80], cursor);
        assertArrayEquals(new int[]{7, 2}, cursor);
        assertEquals(bytes.indexOf("\u001b[?2026h"), bytes.lastIndexOf("\u001b[?2026h"));
    }

    @Test
    void whereNothingDiffersNothingIsWritten() {
        var frame = random(new Random(3), new Size(80, 24));
        assertArrayEquals(new byte[0], new FrameEncoder(Theme.TERMINAL).change(frame, frame));
    }

    @Test
    void oneWordMoreCostsAFewBytesAndClearsNothing() {
        var canvas = new Canvas(new Size(200, 60));
        for (int row = 0; row < 60; row++) {
            canvas.text(0, row, "a row of text that stays as it is ".repeat(5), Ink.PLAIN);
        }
        var before = canvas.frame();
        canvas.text(90, 30, "heartbeat", Ink.PLAIN);
        byte[] bytes = new FrameEncoder(Theme.TERMINAL).change(before, canvas.frame());
        assertTrue(bytes.length < 120, "bytes: " + bytes.length);
        assertFalse(new String(bytes, StandardCharsets.UTF_8).contains("\u001b[2J"));
    }

    @Test
    void withoutColourNoSequenceSetsOneAndWeightStays() {
        var canvas = new Canvas(new Size(40, 4));
        canvas.text(0, 0, "bad", Ink.BAD);
        canvas.text(0, 1, "dim", Ink.DIM);
        canvas.text(0, 2, "agent", Ink.agent(7));
        canvas.text(0, 3, "head", Ink.BOLD);
        String bytes = new String(new FrameEncoder(Theme.NONE).whole(canvas.frame()), StandardCharsets.UTF_8);
        assertFalse(bytes.matches("(?s).*\u001b\\[[0-9;]*(3[0-9]|9[0-7]|38|2)m.*"), bytes);
        assertTrue(bytes.contains("\u001b[0;1m"));
    }

    @Test
    void nothingThatOthersWroteReachesTheTerminalAsACommand() {
        String hostile = "\u001b[2J\u001b]0;owned\u0007 \u009b31m \u202Eabc\u202C \u0000 \u200B\u2066x";
        var canvas = new Canvas(new Size(120, 2));
        canvas.text(0, 0, hostile, Ink.PLAIN);
        String text = canvas.frame().text();
        assertTrue(text.chars().noneMatch(c -> (c < ' ' && c != '\n') || (c >= 0x7F && c < 0xA0)), text);
        assertFalse(text.contains("\u202E"));
    }

    @Test
    void aWideClusterIsNeverTornByWhatIsPaintedBesideIt() {
        var canvas = new Canvas(new Size(10, 1));
        canvas.text(0, 0, "日本語", Ink.PLAIN);
        canvas.text(3, 0, "x", Ink.PLAIN);
        assertEquals("日 x語", canvas.frame().line(0));
        canvas.text(8, 0, "🚀🚀", Ink.PLAIN);
        assertEquals("日 x語  🚀", canvas.frame().line(0));
    }

    @Test
    void everyColourOfTheTwoThemesOfOurOwnCanBeReadOnItsBackground() {
        for (String role : Theme.DARK.roles()) {
            assertTrue(contrast(role, 0) >= 4.5, role);
        }
        for (String role : Theme.LIGHT.roles()) {
            assertTrue(contrast(role, 255) >= 4.5, role);
        }
    }

    /** WCAG 2 contrast of a 24-bit foreground against black or white. */
    private static double contrast(String role, int background) {
        String[] parts = role.replace("1;38", "38").split(";", -1);
        if (parts.length < 5) {
            return 21;
        }
        double ours = luminance(Integer.parseInt(parts[2]), Integer.parseInt(parts[3]), Integer.parseInt(parts[4]));
        double theirs = luminance(background, background, background);
        return (Math.max(ours, theirs) + 0.05) / (Math.min(ours, theirs) + 0.05);
    }

    private static double luminance(int red, int green, int blue) {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}

package baton.reading.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Undoes one reading of UTF-8 as Windows-1252, the accident that turns an arrow into {@code â†’}.
 *
 * <p>
 * If every character of the text stands for a byte and the bytes are valid UTF-8, the whole text was read wrongly and is
 * read again; the step is reversible. Otherwise only the runs that can be nothing else are repaired, and the rest stays.
 * Text that was written in Windows-1252 on purpose never passes: a lone {@code é} followed by a letter is no UTF-8.
 */
record TextRepair(String text, Extent extent, List<Integer> lines) {

    /** How much of the text was broken. */
    enum Extent {
        NOTHING, PARTS, WHOLE
    }

    TextRepair {
        lines = List.copyOf(lines);
    }

    static TextRepair of(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return new TextRepair(text, Extent.NOTHING, List.of());
        }
        IntUnaryOperator byteAt = i -> i < text.length() ? Windows1252.byteOf(text.charAt(i)) : -1;
        boolean whole = isWhole(text, byteAt);
        StringBuilder repaired = new StringBuilder(text.length());
        List<Integer> lines = new ArrayList<>();
        int line = 1;
        for (int i = 0; i < text.length();) {
            char here = text.charAt(i);
            int length = here < 0x80 ? 1 : Utf8.sequenceLength(byteAt, i);
            if (here >= 0x80 && length > 0 && (whole || isTelling(text, i, length))) {
                repaired.appendCodePoint(Utf8.codePoint(byteAt, i, length));
                if (lines.isEmpty() || lines.getLast() != line) {
                    lines.add(line);
                }
                i += length;
                continue;
            }
            line += here == '\n' ? 1 : 0;
            repaired.append(here);
            i++;
        }
        Extent extent = lines.isEmpty() ? Extent.NOTHING : whole ? Extent.WHOLE : Extent.PARTS;
        return new TextRepair(repaired.toString(), extent, lines);
    }

    private static boolean isWhole(String text, IntUnaryOperator byteAt) {
        for (int i = 0; i < text.length();) {
            int length = Utf8.sequenceLength(byteAt, i);
            if (length == 0) {
                return false;
            }
            i += length;
        }
        return true;
    }

    /**
     * In a text that is otherwise sound, two characters can form a pair by chance; they count only with the lead
     * characters of Latin letters and signs. Three or four in a row that fit do not happen by chance.
     */
    private static boolean isTelling(String text, int index, int length) {
        return length > 2 || text.charAt(index) == '\u00C2' || text.charAt(index) == '\u00C3';
    }
}

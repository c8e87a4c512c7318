package baton.view.text;

import java.util.ArrayList;
import java.util.List;

/** A line that is too long for the screen as several, the later ones indented; every piece keeps its meaning. */
public final class Folding {
    private static final int ROOM_MIN = 8;
    private static final int CHARS_MEASURED = 4_000;

    private final int columns;
    private final int indent;
    private final int linesMax;
    private final List<StyledLine> done = new ArrayList<>();
    private StyledLine line = StyledLine.EMPTY;
    private int used;
    private boolean full;

    private Folding(int columns, int indent, int linesMax) {
        this.columns = columns;
        this.indent = Math.max(0, Math.min(indent, columns - ROOM_MIN));
        this.linesMax = linesMax;
    }

    /**
     * At most {@code linesMax} lines of at most {@code columns} columns; what does not fit is cut with an ellipsis.
     *
     * @param indent spaces before every line but the first
     */
    public static List<StyledLine> of(StyledLine line, int columns, int indent, int linesMax) {
        int chars = line.spans().stream().mapToInt(span -> span.text().value().length()).sum();
        if (chars <= columns && line.spans().stream().mapToInt(span -> TextWidth.of(span.text())).sum() <= columns) {
            return List.of(line);
        }
        var folding = new Folding(columns, indent, linesMax);
        line.spans().forEach(folding::add);
        folding.done.add(folding.line);
        return List.copyOf(folding.done);
    }

    private void add(StyledLine.Span span) {
        String rest = span.text().value();
        while (!rest.isEmpty() && !full) {
            int end = endOfWord(rest);
            word(span.tone(), rest.substring(0, end));
            rest = rest.substring(end);
        }
    }

    /** The end of the first word with the spaces before it. */
    private static int endOfWord(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        int space = text.indexOf(' ', at);
        return space < 0 ? text.length() : space;
    }

    private void word(Tone tone, String word) {
        // A word of any length is not measured to its end.
        int width = word.length() > CHARS_MEASURED ? Integer.MAX_VALUE / 2 : TextWidth.of(word);
        boolean last = done.size() == linesMax - 1;
        // On the last line a column is kept for the ellipsis.
        if (used + width <= (last ? columns - 1 : columns)) {
            put(tone, word, width);
        } else if (last) {
            put(tone, TextWidth.cut(word + " …", columns - used), columns - used);
            full = true;
        } else if (width > columns - indent && used + ROOM_MIN < columns) {
            // Longer than any line: as much of it as there is room for, and what follows goes below.
            put(tone, TextWidth.cut(word, columns - used), columns - used);
            nextLine();
        } else {
            nextLine();
            word(tone, word.stripLeading());
        }
    }

    private void put(Tone tone, String text, int width) {
        line = line.and(tone, text);
        used += width;
    }

    private void nextLine() {
        done.add(line);
        line = StyledLine.of(" ".repeat(indent));
        used = indent;
    }
}

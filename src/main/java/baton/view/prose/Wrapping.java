package baton.view.prose;

import java.util.ArrayList;
import java.util.List;

import baton.view.text.ScreenText;
import baton.view.text.StyledLine;
import baton.view.text.StyledLine.Span;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/** Breaks lines at words, and words that are too long at clusters; no line is ever wider than it may be. */
public final class Wrapping {
    private final int columns;
    private final StyledLine rest;
    private final List<StyledLine> lines = new ArrayList<>();
    private List<Span> line = new ArrayList<>();
    private int used;
    private int indent;
    /** Pieces of the word under way, which may have several meanings. */
    private final List<Span> word = new ArrayList<>();
    private int wordColumns;

    private Wrapping(int columns, StyledLine first, StyledLine rest) {
        this.columns = Math.max(1, columns);
        this.rest = rest;
        begin(first);
    }

    /** The line in lines of at most {@code columns}; always at least one. */
    public static List<StyledLine> of(StyledLine line, int columns) {
        return of(line, columns, StyledLine.EMPTY, StyledLine.EMPTY);
    }

    /** The same with something before the first line and something before every other one. */
    public static List<StyledLine> of(StyledLine line, int columns, StyledLine first, StyledLine rest) {
        if (first.spans().isEmpty() && TextWidth.of(line.text()) <= columns) {
            return List.of(line);
        }
        var wrapping = new Wrapping(columns, first, rest);
        line.spans().forEach(wrapping::add);
        wrapping.endWord();
        wrapping.endLine();
        return List.copyOf(wrapping.lines);
    }

    /** Breaks at the edge alone, for text whose spaces mean something. */
    public static List<StyledLine> hard(StyledLine line, int columns) {
        if (TextWidth.of(line.text()) <= columns) {
            return List.of(line);
        }
        var wrapping = new Wrapping(columns, StyledLine.EMPTY, StyledLine.EMPTY);
        for (var span : line.spans()) {
            wrapping.breakUp(span.tone(), span.text().value());
        }
        wrapping.endLine();
        return List.copyOf(wrapping.lines);
    }

    private void begin(StyledLine with) {
        line = new ArrayList<>(with.spans());
        indent = with.spans().stream().mapToInt(span -> TextWidth.of(span.text())).sum();
        used = indent;
    }

    private void endLine() {
        lines.add(new StyledLine(line));
        begin(rest);
    }

    private void add(Span span) {
        String text = span.text().value();
        int at = 0;
        while (at < text.length()) {
            int space = text.indexOf(' ', at);
            int end = space < 0 ? text.length() : space;
            if (end > at) {
                String piece = text.substring(at, end);
                word.add(new Span(span.tone(), new ScreenText(piece)));
                wordColumns += TextWidth.of(piece);
            }
            if (space >= 0) {
                endWord();
                addSpace(span.tone());
            }
            at = end + 1;
        }
    }

    private void addSpace(Tone tone) {
        if (used > indent && used < columns) {
            line.add(new Span(tone, new ScreenText(" ")));
            used++;
        }
    }

    private void endWord() {
        if (word.isEmpty()) {
            return;
        }
        if (used > indent && used + wordColumns > columns) {
            endLine();
        }
        if (used + wordColumns > columns) {
            word.forEach(piece -> breakUp(piece.tone(), piece.text().value()));
        } else {
            line.addAll(word);
            used += wordColumns;
        }
        word.clear();
        wordColumns = 0;
    }

    private void breakUp(Tone tone, String text) {
        var piece = new StringBuilder();
        for (String cluster : TextWidth.clusters(text)) {
            int width = TextWidth.ofCluster(cluster);
            if (used + width > columns && used > indent) {
                flush(tone, piece);
                endLine();
            }
            piece.append(cluster);
            used += width;
        }
        flush(tone, piece);
    }

    private void flush(Tone tone, StringBuilder piece) {
        if (!piece.isEmpty()) {
            line.add(new Span(tone, new ScreenText(piece.toString())));
            piece.setLength(0);
        }
    }
}

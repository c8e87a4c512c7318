package baton.view.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import baton.view.text.ScreenText;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/** Rows whose columns line up; every column is as wide as its widest cell, and the last one is cut at the edge of the page. */
public final class Table {
    private static final int GAP = 2;
    /** The last column is left out where fewer columns than this are left for it; a stump would say nothing. */
    private static final int LAST_MIN = 8;

    private final List<List<Cell>> rows = new ArrayList<>();
    private final int columnsMax;

    /** One cell with its meaning. */
    public record Cell(Tone tone, ScreenText text) {
        public static Cell of(String text) {
            return new Cell(Tone.PLAIN, new ScreenText(text));
        }

        public static Cell of(Tone tone, String text) {
            return new Cell(tone, new ScreenText(text));
        }

        int width() {
            return TextWidth.of(text);
        }
    }

    /** A table on a page of so many terminal columns, the indent included. */
    public Table(int columnsMax) {
        this.columnsMax = columnsMax;
    }

    public Table row(Cell... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** The lines, each with so many spaces before it. */
    public List<StyledLine> lines(int indent) {
        int[] widths = widths();
        return rows.stream().map(row -> line(row, widths, indent)).toList();
    }

    private int[] widths() {
        int count = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[count];
        for (var row : rows) {
            // A row with fewer cells ends in a free text, which sets no column's width.
            for (int i = 0; i < row.size() - 1; i++) {
                widths[i] = Math.max(widths[i], row.get(i).width());
            }
        }
        return widths;
    }

    private StyledLine line(List<Cell> row, int[] widths, int indent) {
        var line = StyledLine.of(" ".repeat(indent));
        int used = indent;
        for (int i = 0; i < row.size(); i++) {
            var cell = row.get(i);
            boolean last = i == row.size() - 1;
            int left = columnsMax - used;
            if (last && row.size() > 1 && left < LAST_MIN && TextWidth.of(cell.text()) > left) {
                break;
            }
            String text = last
                    ? TextWidth.cut(cell.text().value(), Math.max(1, left))
                    : TextWidth.padRight(cell.text().value(), widths[i]) + gap(widths[i]);
            line = line.and(cell.tone(), text);
            used += TextWidth.of(text);
        }
        return line;
    }

    /** An empty column takes no gap either. */
    private static String gap(int width) {
        return width == 0 ? "" : " ".repeat(GAP);
    }
}

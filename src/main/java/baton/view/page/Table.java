package baton.view.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import baton.view.text.ScreenText;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/**
 * Rows whose columns line up, never wider than the page.
 *
 * <p>Every column is as wide as its widest cell where there is room. Where there is not, the columns behind the first give
 * way, and the last one is cut at the edge or left out.
 */
public final class Table {
    private static final int GAP = 2;
    /** The last column is left out where fewer columns than this are left for it; a stump would say nothing. */
    private static final int LAST_MIN = 8;
    /** A column between the first and the last is never made narrower than this. */
    private static final int MIDDLE_MIN = 8;

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
        int[] widths = widths(indent);
        return rows.stream().map(row -> line(row, widths, indent)).toList();
    }

    /** As wide as the widest cell of each; where all together are too wide, the widest give way first. */
    private int[] widths(int indent) {
        int count = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[count];
        int last = 0;
        for (var row : rows) {
            // A row with fewer cells ends in a free text, which sets no column's width.
            for (int i = 0; i < row.size() - 1; i++) {
                widths[i] = Math.max(widths[i], row.get(i).width());
            }
            last = Math.max(last, row.size() == count ? row.getLast().width() : 0);
        }
        int room = columnsMax - indent - Math.min(last, Math.max(LAST_MIN, columnsMax / 4));
        while (taken(widths) > room && narrowed(widths)) {
            // One column less each time, so that several wide ones come to the same width.
        }
        return widths;
    }

    private static int taken(int[] widths) {
        return Arrays.stream(widths).map(width -> width == 0 ? 0 : width + GAP).sum();
    }

    /** The first column names the row and stays as it is. */
    private static boolean narrowed(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] > widths[widest] || widest == 0 ? i : widest;
        }
        if (widest == 0 || widths[widest] <= MIDDLE_MIN) {
            return false;
        }
        widths[widest]--;
        return true;
    }

    private StyledLine line(List<Cell> row, int[] widths, int indent) {
        var line = StyledLine.of(" ".repeat(indent));
        int used = indent;
        for (int i = 0; i < row.size(); i++) {
            var cell = row.get(i);
            boolean last = i == row.size() - 1;
            int left = columnsMax - used;
            boolean stump = left < (last ? LAST_MIN : widths[i]) && TextWidth.of(cell.text()) > left;
            if (i > 0 && stump) {
                break;
            }
            String text = last
                    ? TextWidth.cut(cell.text().value(), Math.max(1, left))
                    : TextWidth.fit(cell.text().value(), Math.min(widths[i], left)) + gap(widths[i]);
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

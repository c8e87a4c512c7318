package baton.tui.frame;

import java.util.Arrays;
import java.util.Optional;

import baton.tui.frame.Frame.Cursor;
import baton.view.text.ScreenText;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;

/**
 * What a frame is painted on. A canvas may be a part of another one; nothing that is painted ever leaves its part.
 *
 * <p>Text is placed in whole clusters: one that would stand half outside is left out, and one that loses its second half to
 * something painted later becomes a space.
 */
public final class Canvas {
    private static final String[] ASCII = ascii();

    private final Sheet sheet;
    private final int left;
    private final int top;
    private final int columns;
    private final int rows;

    /** The cells of the whole screen, shared by all parts. */
    private static final class Sheet {
        private final Size size;
        private final String[] cells;
        private final int[] inks;
        private Optional<Cursor> cursor = Optional.empty();

        private Sheet(Frame frame) {
            this.size = frame.size();
            this.cells = frame.cells();
            this.inks = frame.inks();
            this.cursor = frame.cursor();
        }

        private Sheet(Size size) {
            this.size = size;
            this.cells = new String[size.columns() * size.rows()];
            this.inks = new int[cells.length];
            Arrays.fill(cells, " ");
        }
    }

    public Canvas(Size size) {
        this(new Sheet(size), 0, 0, size.columns(), size.rows());
    }

    /** On which this frame stands already. */
    public static Canvas over(Frame frame) {
        return new Canvas(new Sheet(frame), 0, 0, frame.size().columns(), frame.size().rows());
    }

    private Canvas(Sheet sheet, int left, int top, int columns, int rows) {
        this.sheet = sheet;
        this.left = left;
        this.top = top;
        this.columns = columns;
        this.rows = rows;
    }

    private static String[] ascii() {
        String[] signs = new String[128];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = String.valueOf((char) i).intern();
        }
        return signs;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** A part of this canvas; what lies outside of it is cut off. */
    public Canvas part(int column, int row, int width, int height) {
        int x = Math.clamp(column, 0, columns);
        int y = Math.clamp(row, 0, rows);
        return new Canvas(sheet, left + x, top + y, Math.clamp(width, 0, columns - x), Math.clamp(height, 0, rows - y));
    }

    /** Writes safe text and returns the column behind it. */
    public int text(int column, int row, ScreenText text, int ink) {
        return put(column, row, text.value(), ink);
    }

    /** Writes text that is made safe first, and returns the column behind it. */
    public int text(int column, int row, String text, int ink) {
        return put(column, row, new ScreenText(text).value(), ink);
    }

    /** Writes a line with the inks of its meanings, and returns the column behind it. */
    public int line(int column, int row, StyledLine line) {
        int at = column;
        for (var span : line.spans()) {
            at = put(at, row, span.text().value(), Ink.of(span.tone()));
        }
        return at;
    }

    /** The same, every piece in addition with these attributes. */
    public int line(int column, int row, StyledLine line, int attributes) {
        int at = column;
        for (var span : line.spans()) {
            at = put(at, row, span.text().value(), Ink.of(span.tone()) | attributes);
        }
        return at;
    }

    /** Writes text so that it ends before this column, and returns the column where it begins. */
    public int textUpTo(int column, int row, String text, int ink) {
        var safe = new ScreenText(text);
        int begin = column - TextWidth.of(safe);
        put(begin, row, safe.value(), ink);
        return begin;
    }

    private int put(int column, int row, String text, int ink) {
        if (row < 0 || row >= rows) {
            return column;
        }
        int at = column;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean simple = c < 128 && (i + 1 == length || text.charAt(i + 1) < 128);
            if (!simple) {
                return clusters(at, row, text.substring(i), ink);
            }
            if (at >= columns) {
                return at;
            }
            cell(at, row, ASCII[c], ink, 1);
            at++;
        }
        return at;
    }

    private int clusters(int column, int row, String text, int ink) {
        int at = column;
        for (String cluster : TextWidth.clusters(text)) {
            int width = TextWidth.ofCluster(cluster);
            if (at + width > columns) {
                return at;
            }
            if (width > 0) {
                cell(at, row, cluster, ink, width);
                at += width;
            }
        }
        return at;
    }

    private void cell(int column, int row, String cluster, int ink, int width) {
        if (column < 0) {
            return;
        }
        int index = (top + row) * sheet.size.columns() + left + column;
        mend(index, width);
        sheet.cells[index] = cluster;
        sheet.inks[index] = ink;
        for (int i = 1; i < width; i++) {
            sheet.cells[index + i] = "";
            sheet.inks[index + i] = ink;
        }
    }

    /** A wide cluster that is about to lose one of its halves leaves a space in the other. */
    private void mend(int index, int width) {
        if (sheet.cells[index].isEmpty() && index > 0) {
            sheet.cells[index - 1] = " ";
        }
        int behind = index + width;
        if (behind < sheet.cells.length && behind % sheet.size.columns() != 0 && sheet.cells[behind].isEmpty()) {
            sheet.cells[behind] = " ";
        }
    }

    /** Fills this whole canvas with one sign. */
    public Canvas fill(String sign, int ink) {
        for (int row = 0; row < rows && columns > 0; row++) {
            int first = (top + row) * sheet.size.columns() + left;
            mend(first, columns);
            Arrays.fill(sheet.cells, first, first + columns, sign);
            Arrays.fill(sheet.inks, first, first + columns, ink);
        }
        return this;
    }

    /** Writes one sign of one column so many times. */
    public void repeat(int column, int row, String sign, int times, int ink) {
        if (row < 0 || row >= rows) {
            return;
        }
        int last = Math.min(columns, column + times);
        for (int at = Math.max(0, column); at < last; at++) {
            cell(at, row, sign, ink, 1);
        }
    }

    public void down(int column, int row, String sign, int times, int ink) {
        for (int i = 0; i < times; i++) {
            if (column >= 0 && column < columns && row + i >= 0 && row + i < rows) {
                cell(column, row + i, sign, ink, 1);
            }
        }
    }

    /** Adds attributes to a row as it stands, for a selection. */
    public void mark(int row, int attributes) {
        if (row < 0 || row >= rows) {
            return;
        }
        int index = (top + row) * sheet.size.columns() + left;
        for (int i = 0; i < columns; i++) {
            sheet.inks[index + i] |= attributes;
        }
    }

    /** The terminal's own cursor goes here; the last one that says so wins. */
    public void cursor(int column, int row) {
        if (column >= 0 && column <= columns && row >= 0 && row < rows) {
            int x = Math.min(left + column, sheet.size.columns() - 1);
            sheet.cursor = Optional.of(new Cursor(x, top + row));
        }
    }

    /** The picture as it stands. The canvas may be painted on further without changing it. */
    public Frame frame() {
        return new Frame(sheet.size, sheet.cells.clone(), sheet.inks.clone(), sheet.cursor);
    }
}

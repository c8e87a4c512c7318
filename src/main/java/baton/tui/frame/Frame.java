package baton.tui.frame;

import java.util.Arrays;
import java.util.Optional;

import baton.view.text.AsciiSigns;

/**
 * One picture of the whole screen: a cluster of characters and an ink for every cell. Never changes once made.
 *
 * <p>A cluster that is two columns wide stands in its first cell; the cell behind it holds the empty text.
 */
public final class Frame {
    private final Size size;
    private final String[] cells;
    private final int[] inks;
    private final Optional<Cursor> cursor;

    /** Where the terminal's own cursor stands, counted from 0. */
    public record Cursor(int column, int row) {}

    Frame(Size size, String[] cells, int[] inks, Optional<Cursor> cursor) {
        this.size = size;
        this.cells = cells;
        this.inks = inks;
        this.cursor = cursor;
    }

    /** A screen on which nothing has been written. */
    public static Frame blank(Size size) {
        return new Canvas(size).frame();
    }

    /** One of the same size that is the same in no cell. */
    static Frame unlike(Frame other) {
        int[] none = new int[other.inks.length];
        Arrays.fill(none, -1);
        return new Frame(other.size, other.cells, none, other.cursor);
    }

    public Size size() {
        return size;
    }

    public Optional<Cursor> cursor() {
        return cursor;
    }

    public String cell(int column, int row) {
        return cells[row * size.columns() + column];
    }

    public int ink(int column, int row) {
        return inks[row * size.columns() + column];
    }

    /** True where both show the same in this cell. */
    @SuppressWarnings({"ReferenceEquality", "StringEquality"})
    boolean isSame(Frame other, int index) {
        return inks[index] == other.inks[index]
                && (cells[index] == other.cells[index] || cells[index].equals(other.cells[index]));
    }

    /** The first cell from {@code begin} on that shows something else, or {@code end}. */
    int differing(Frame other, int begin, int end) {
        int index = begin;
        while (index < end && isSame(other, index)) {
            index++;
        }
        return index;
    }

    String[] cells() {
        return cells.clone();
    }

    int[] inks() {
        return inks.clone();
    }

    /** The text of one row, spaces at its end left out. */
    public String line(int row) {
        var line = new StringBuilder();
        for (int column = 0; column < size.columns(); column++) {
            line.append(cell(column, row));
        }
        return line.toString().stripTrailing();
    }

    /** All rows, each with a line end. */
    public String text() {
        var text = new StringBuilder();
        for (int row = 0; row < size.rows(); row++) {
            text.append(line(row)).append('\n');
        }
        return text.toString();
    }

    /** The same picture with the signs of the frame in ASCII; what people and models wrote stays as it is. */
    public Frame inAscii() {
        String[] plain = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            plain[i] = AsciiSigns.ofCell(cells[i]);
        }
        return new Frame(size, plain, inks, cursor);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame frame && size.equals(frame.size) && cursor.equals(frame.cursor)
                && Arrays.equals(inks, frame.inks) && Arrays.equals(cells, frame.cells);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(cells) + Arrays.hashCode(inks);
    }

    @Override
    public String toString() {
        return text();
    }
}

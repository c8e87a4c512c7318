package baton.tui.screen;

import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.view.text.ScreenText;
import baton.view.text.TextWidth;

/** Shapes that several views are made of. */
final class Paint {
    private Paint() {}

    static void rule(Canvas canvas, int row) {
        canvas.repeat(0, row, "─", canvas.columns(), Ink.DIM);
    }

    /** A rule with words in it, where there are any. */
    static void rule(Canvas canvas, int row, String words, int ink) {
        rule(canvas, row);
        if (words.isEmpty()) {
            return;
        }
        canvas.text(2, row, TextWidth.cut(" " + words + " ", Math.max(1, canvas.columns() - 4)), ink);
    }

    /** A framed box; returns its inside, a column of air on both sides. */
    static Canvas box(Canvas canvas, String title, String foot) {
        int right = canvas.columns() - 1;
        int bottom = canvas.rows() - 1;
        canvas.fill(" ", Ink.PLAIN);
        canvas.repeat(1, 0, "─", right - 1, Ink.DIM);
        canvas.repeat(1, bottom, "─", right - 1, Ink.DIM);
        canvas.down(0, 1, "│", bottom - 1, Ink.DIM);
        canvas.down(right, 1, "│", bottom - 1, Ink.DIM);
        canvas.text(0, 0, "╭", Ink.DIM);
        canvas.text(right, 0, "╮", Ink.DIM);
        canvas.text(0, bottom, "╰", Ink.DIM);
        canvas.text(right, bottom, "╯", Ink.DIM);
        if (!title.isEmpty()) {
            canvas.text(2, 0, TextWidth.cut(" " + title + " ", right - 3), Ink.BOLD);
        }
        if (!foot.isEmpty()) {
            canvas.text(2, bottom, TextWidth.cut(" " + foot + " ", right - 3), Ink.DIM);
        }
        return inside(canvas);
    }

    /** What {@link #box} leaves of a canvas. */
    static Canvas inside(Canvas canvas) {
        return canvas.part(2, 1, Math.max(0, canvas.columns() - 4), Math.max(0, canvas.rows() - 2));
    }

    /** A bar of so many cells, filled by percent. */
    static void bar(Canvas canvas, int column, int row, int cells, int percent, int ink) {
        int full = Math.clamp(Math.round(percent * cells / 100.0), 0, cells);
        canvas.repeat(column, row, "█", full, ink);
        canvas.repeat(column + full, row, "░", cells - full, Ink.DIM);
    }

    /** Text cut and filled to exactly so many columns, safe to show. */
    static String fit(String text, int columns) {
        return columns <= 0 ? "" : TextWidth.fit(new ScreenText(firstLine(text)).value(), columns);
    }

    static String cut(String text, int columns) {
        return columns <= 0 ? "" : TextWidth.cut(new ScreenText(firstLine(text)).value(), columns);
    }

    /** The beginning of a text that may be very long. */
    static String firstLine(String text) {
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        return line.length() > 2_000 ? line.substring(0, line.offsetByCodePoints(0, 1_000)) : line;
    }
}

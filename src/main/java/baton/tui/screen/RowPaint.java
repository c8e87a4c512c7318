package baton.tui.screen;

import baton.tui.flow.BlockRows;
import baton.tui.flow.Row;
import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.view.text.TextWidth;

/** How a row of the conversation is written, wherever it stands. */
final class RowPaint {
    private RowPaint() {}

    private static int tag(Canvas body, int at, Row row) {
        if (row.tag().isEmpty()) {
            return 0;
        }
        int next = body.text(0, at, row.tag(), row.ink() | Ink.BOLD);
        body.text(next, at, "┃", row.ink());
        return BlockRows.GUTTER;
    }

    static void row(Canvas body, int at, Row row) {
        int begin = tag(body, at, row);
        int right = row.right().spans().isEmpty() ? 0 : TextWidth.of(row.right().text());
        var words = body.part(begin, at, body.columns() - begin - (right == 0 ? 1 : right + 2), 1);
        words.line(0, 0, row.line());
        if (right > 0) {
            body.line(body.columns() - 1 - right, at, row.right());
        }
    }

    /** The same for where the terminal may break rows later: what stands at the right follows the words at once. */
    static void flowing(Canvas body, int at, Row row) {
        int begin = tag(body, at, row);
        int right = row.right().spans().isEmpty() ? 0 : TextWidth.of(row.right().text());
        var words = body.part(begin, at, body.columns() - begin - (right == 0 ? 1 : right + 2), 1);
        int end = words.line(0, 0, row.line());
        if (right > 0) {
            body.line(begin + end + 2, at, row.right());
        }
    }
}

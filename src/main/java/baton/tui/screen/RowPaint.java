package baton.tui.screen;

import baton.tui.flow.BlockRows;
import baton.tui.flow.Row;
import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.view.text.TextWidth;

/** How a row of the conversation is written, wherever it stands. */
final class RowPaint {
    private RowPaint() {}

    static void row(Canvas body, int at, Row row) {
        int begin = 0;
        if (!row.tag().isEmpty()) {
            int next = body.text(0, at, row.tag(), row.ink() | Ink.BOLD);
            body.text(next, at, "┃", row.ink());
            begin = BlockRows.GUTTER;
        }
        int right = row.right().spans().isEmpty() ? 0 : TextWidth.of(row.right().text());
        var words = body.part(begin, at, body.columns() - begin - (right == 0 ? 1 : right + 2), 1);
        words.line(0, 0, row.line());
        if (right > 0) {
            body.line(body.columns() - 1 - right, at, row.right());
        }
    }
}

package baton.tui.screen;

import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Overlay;
import baton.tui.state.Scene;
import baton.tui.state.Unread;
import baton.view.talk.Block;
import baton.view.talk.Block.Said;
import baton.view.text.Amounts;

/** The messages that nobody has read yet, the newest last, each with whom it is for. */
final class QueueBox {
    private static final int COLUMNS = 84;
    private static final int SHOWN_MAX = 12;
    /** Columns of the mark and the time before a message. */
    private static final int MARGIN = 8;

    private final Scene scene;
    private final Canvas canvas;

    QueueBox(Scene scene, Canvas canvas) {
        this.scene = scene;
        this.canvas = canvas;
    }

    void paint(Overlay.Queue box) {
        var waiting = Unread.of(scene);
        int shown = Math.min(waiting.size(), Math.min(SHOWN_MAX, canvas.rows() - 6));
        var inside = Paint.box(OverlayBoxes.middle(canvas, COLUMNS, Math.max(1, shown) + 4), "Not read yet",
                "↑↓ · Enter edits · x withdraws · Esc closes");
        inside.text(0, 0, Paint.cut(waiting.isEmpty()
                ? "Whatever was said has been read."
                : Amounts.of(waiting.size(), "message") + (waiting.size() == 1 ? " waits" : " wait")
                        + " for the next turn of their readers.",
                inside.columns()), Ink.PLAIN);
        int at = Unread.at(waiting, box);
        int first = BoardScreen.first(at, shown, waiting.size());
        for (int i = 0; i < shown; i++) {
            row(inside, 2 + i, waiting.get(first + i), first + i == at);
        }
    }

    private static void row(Canvas inside, int row, Block block, boolean here) {
        if (block.body() instanceof Said said) {
            inside.text(0, row, here ? ">" : " ", Ink.ACCENT | Ink.BOLD);
            inside.text(2, row, Amounts.clock(block.runMs()), Ink.DIM);
            inside.text(MARGIN, row, Paint.cut(said.line().replace('\n', ' '), inside.columns() - MARGIN),
                    here ? Ink.BOLD : Ink.PLAIN);
        }
    }
}

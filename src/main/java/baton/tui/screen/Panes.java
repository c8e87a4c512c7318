package baton.tui.screen;

import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Regions;
import baton.tui.state.Regions.Shape;
import baton.tui.state.UiState;

/** A list beside its details where there is room, above them where there is not. */
record Panes(Canvas list, Canvas detail) {

    /** {@code listRows} are as many as the list can use; above its details it gets no more than a third of the rows. */
    static Panes of(Canvas canvas, UiState state, int listColumns, int listRows) {
        if (Regions.shape(state) == Shape.WIDE) {
            int columns = Math.min(listColumns, canvas.columns() / 2);
            canvas.down(columns, 0, "│", canvas.rows(), Ink.DIM);
            return new Panes(canvas.part(0, 0, columns, canvas.rows()),
                    canvas.part(columns + 2, 0, canvas.columns() - columns - 3, canvas.rows()));
        }
        int rows = Math.clamp(listRows, 2, Math.max(2, canvas.rows() / 3));
        Paint.rule(canvas, rows);
        return new Panes(canvas.part(0, 0, canvas.columns(), rows),
                canvas.part(1, rows + 1, canvas.columns() - 2, canvas.rows() - rows - 1));
    }
}

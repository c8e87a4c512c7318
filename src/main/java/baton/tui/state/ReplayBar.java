package baton.tui.state;

import baton.tui.state.Regions.Shape;

/**
 * Where the bar of a replay lies on the screen, so that it can be drawn and pointed at.
 *
 * @param row of the bar in its view
 * @param ticks whether run times stand above it
 * @param marks whether blockers, decisions, handoffs and tokens do
 * @param columns of the bar
 */
public record ReplayBar(int row, boolean ticks, boolean marks, int columns) {
    public static final int LEFT = 6;
    private static final int RIGHT = 3;

    /** The bar of a view of this size. */
    public static ReplayBar of(int viewColumns, int viewRows) {
        boolean ticks = viewRows >= 20;
        boolean marks = viewRows >= 16;
        return new ReplayBar((ticks ? 1 : 0) + (marks ? 4 : 0), ticks, marks, Math.max(1, viewColumns - LEFT - RIGHT));
    }

    /** The column of a time. */
    public int at(long ms, long wholeMs) {
        return LEFT + Math.clamp(ms * columns / Math.max(1, wholeMs), 0, columns);
    }

    /** The time that a column stands for. */
    private long timeAt(int column, long wholeMs) {
        return Math.clamp((long) (column - LEFT) * wholeMs / columns, 0, wholeMs);
    }

    /** How long the bar is in the session's time. */
    public static long wholeMs(Scene scene) {
        return Math.max(1_000, Math.max(scene.playback().totalRunMs(), scene.runMs()));
    }

    /** Goes to where somebody points, where that is the bar of a replay. */
    static UiStep pointed(UiState state, UiEvent.Mouse mouse, Moment moment) {
        var regions = Regions.of(state);
        boolean shown = state.view() == View.REPLAY && regions.shape() != Shape.TINY
                && state.overlay() instanceof Overlay.None;
        var bar = of(regions.bodyColumns(), regions.bodyRows());
        return shown && moment.scene().isRecorded() && mouse.row() == regions.bodyTop() + bar.row()
                ? Sessions.seekTime(state, moment, bar.timeAt(mouse.column(), wholeMs(moment.scene())))
                : UiStep.of(state);
    }
}

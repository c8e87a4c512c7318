package baton.tui.frame;

/** Columns and rows of a screen; at least one of each, however little a terminal claims to have. */
public record Size(int columns, int rows) {
    /** More than any terminal shows; a larger claim is a mistake and would only cost memory. */
    private static final int MOST = 1_000;

    public Size {
        columns = Math.clamp(columns, 1, MOST);
        rows = Math.clamp(rows, 1, MOST);
    }
}

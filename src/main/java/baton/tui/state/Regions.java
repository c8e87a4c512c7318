package baton.tui.state;

/**
 * Which part of the screen is whose.
 *
 * @param bodyTop first row of the view, counted from 0
 * @param bodyRows rows of the view
 * @param bodyColumns columns of the view, the panel left out
 * @param panelColumns columns of the panel with its border; 0 for none
 * @param composerTop first row of the draft; negative where there is none
 * @param composerRows rows of the draft
 */
public record Regions(Shape shape, int bodyTop, int bodyRows, int bodyColumns, int panelColumns, int composerTop,
        int composerRows, boolean addressed) {
    private static final int PANEL_COLUMNS = 36;
    private static final int COMPOSER_ROWS_MAX = ComposerLines.ROWS;

    /** How much there is room for. */
    public enum Shape {
        /** The last words, the draft and how many matters wait; nothing else fits. */
        TINY,
        /** From 60 columns. */
        NARROW,
        /** From 80 columns. */
        MEDIUM,
        /** From 110 columns: a panel beside the chat, lists beside their details. */
        WIDE
    }

    public static Shape shape(UiState state) {
        var size = state.size();
        if (size.columns() < 60 || size.rows() < 16) {
            return Shape.TINY;
        }
        return size.columns() < 80 ? Shape.NARROW : size.columns() < 110 ? Shape.MEDIUM : Shape.WIDE;
    }

    public static Regions of(UiState state) {
        var shape = shape(state);
        int columns = state.size().columns();
        int rows = state.size().rows();
        boolean chat = state.view() == View.CHAT;
        int panel = chat && shape == Shape.WIDE && state.switches().panel() && !state.switches().lanes()
                ? PANEL_COLUMNS
                : 0;
        int draft = chat ? draftRows(state, rows) : 0;
        if (shape == Shape.TINY) {
            int top = rows > 2 ? 1 : 0;
            int drafts = chat ? 1 : 0;
            return new Regions(shape, top, Math.max(0, rows - top - drafts), columns, 0, chat ? rows - 1 : -1, drafts,
                    false);
        }
        boolean addressed = chat && shape == Shape.WIDE && rows >= 24;
        int foot = 2 + (chat ? draft + 1 + (addressed ? 1 : 0) : 1);
        int composer = chat ? rows - 2 - draft : -1;
        return new Regions(shape, 2, Math.max(1, rows - 2 - foot), columns - panel, panel, composer, draft, addressed);
    }

    private static int draftRows(UiState state, int rows) {
        String text = state.composer().text();
        int columns = state.size().columns() - 4;
        if (text.length() < columns && text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            // This is asked for several times a frame, and most drafts are short.
            return 1;
        }
        var lines = ComposerLines.of(text, state.composer().caret(), columns);
        return Math.clamp(lines.rows().size(), 1, Math.min(COMPOSER_ROWS_MAX, Math.max(1, rows / 4)));
    }
}

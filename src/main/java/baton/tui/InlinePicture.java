package baton.tui;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import baton.tui.frame.Capabilities;
import baton.tui.frame.FrameRows;
import baton.tui.screen.InlineRenderer;
import baton.tui.screen.InlineRenderer.Region;
import baton.tui.state.Scene;
import baton.tui.state.UiState;

/**
 * The terminal keeps its own screen and its own scrollback: what is finished is printed once and never touched again, and
 * only the last rows are painted anew.
 *
 * <p>All movement is relative to the row the cursor was left in, so it does not matter where on the screen that is.
 */
final class InlinePicture implements Picture {
    private static final String ESC = "\u001b[";

    private final InlineRenderer renderer;
    private FrameRows rows;
    private List<FrameRows.Line> shown = List.of();
    private int cursorRow;
    private int cursorColumn;
    private boolean cursorSeen = true;

    InlinePicture(Capabilities capabilities) {
        this.renderer = new InlineRenderer(capabilities);
        this.rows = new FrameRows(capabilities.theme());
    }

    @Override
    public byte[] next(Scene scene, UiState state, boolean whole) {
        var finished = new ArrayList<FrameRows.Line>();
        renderer.finished(scene, state).forEach(frame -> finished.addAll(rows.of(frame, 0)));
        var region = renderer.region(scene, state);
        var lines = lines(region);
        boolean same = finished.isEmpty() && lines.equals(shown) && !whole && region.cursorRow() == cursorRow
                && region.cursorColumn() == cursorColumn && region.cursorSeen() == cursorSeen;
        return same ? new byte[0] : bytes(finished, lines, region, state.size().columns());
    }

    private List<FrameRows.Line> lines(Region region) {
        var lines = new ArrayList<FrameRows.Line>();
        region.parts().forEach(part -> lines.addAll(rows.of(part.frame(), part.from())));
        return lines;
    }

    private byte[] bytes(List<FrameRows.Line> finished, List<FrameRows.Line> lines, Region region, int columns) {
        var out = new StringBuilder(ESC + "?2026h" + ESC + "?25l");
        toTop(out, columns);
        // Row by row: what is cleared at once from the top of the screen on would be kept in the scrollback by some terminals.
        finished.forEach(line -> out.append(row(line, columns, 'K')).append("\r\n"));
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? "" : "\r\n").append(row(lines.get(i), columns, i == lines.size() - 1 ? 'J' : 'K'));
        }
        up(out, lines.size() - 1 - region.cursorRow());
        out.append('\r');
        if (region.cursorColumn() > 0) {
            out.append(ESC).append(region.cursorColumn()).append('C');
        }
        out.append(region.cursorSeen() ? ESC + "?25h" : "").append(ESC).append("?2026l");
        shown = lines;
        cursorRow = region.cursorRow();
        cursorColumn = region.cursorColumn();
        cursorSeen = region.cursorSeen();
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A row and what clears what is behind it; behind a row that fills the window stands its own last cell. */
    private static String row(FrameRows.Line line, int columns, char clears) {
        return line.columns() < columns ? line.bytes() + ESC + clears : line.bytes();
    }

    /** To the first row of what was painted; a terminal that became narrower has broken its lines. */
    private void toTop(StringBuilder out, int columns) {
        int above = 0;
        for (int i = 0; i < Math.min(cursorRow, shown.size()); i++) {
            above += Math.max(1, (shown.get(i).columns() + columns - 1) / columns);
        }
        up(out, above);
        out.append('\r');
    }

    private static void up(StringBuilder out, int count) {
        if (count > 0) {
            out.append(ESC).append(count).append('A');
        }
    }

    @Override
    public void dress(Capabilities changed) {
        rows = new FrameRows(changed.theme());
    }

    @Override
    public void forget() {
        shown = List.of();
        cursorRow = 0;
        cursorColumn = 0;
    }

    @Override
    public byte[] last() {
        var out = new StringBuilder();
        toTop(out, Integer.MAX_VALUE);
        out.append(ESC).append('J').append(ESC).append("?25h");
        forget();
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}

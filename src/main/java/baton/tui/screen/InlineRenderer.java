package baton.tui.screen;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import baton.tui.flow.BlockRows;
import baton.tui.flow.Row;
import baton.tui.frame.Canvas;
import baton.tui.frame.Capabilities;
import baton.tui.frame.Capabilities.Signs;
import baton.tui.frame.Frame;
import baton.tui.frame.Ink;
import baton.tui.frame.Size;
import baton.tui.state.Overlay;
import baton.tui.state.Regions;
import baton.tui.state.Regions.Shape;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.tui.state.View;
import baton.view.Tags;
import baton.view.talk.Block;
import baton.view.talk.Block.Turn;

/**
 * What stands in a terminal that keeps its own scrollback: finished blocks, each once, and below them the rows that change.
 *
 * <p>Where a view or a box needs the whole screen it has it until it is closed. Belongs to one thread.
 */
public final class InlineRenderer {
    /** What is printed stays as it is when the window becomes narrower; the less of it is then broken, the better. */
    private static final int COLUMNS_MAX = 100;
    private static final int WRITING_ROWS = 3;
    /** Blocks that are printed when a session is joined late; older ones are in its record. */
    private static final int JOINED_BLOCKS = 200;

    private final Capabilities capabilities;
    private final FrameRenderer renderer = new FrameRenderer();
    private final BlockRows blocks = new BlockRows();
    private final Remembered remembered = new Remembered();
    private final Set<String> printed = new LinkedHashSet<>();
    private Optional<Block> last = Optional.empty();
    /** Every block before this one is printed or left out. */
    private int from = -1;

    public InlineRenderer(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    /**
     * The rows that change.
     *
     * @param cursorRow of the cursor, counted from the first of them
     */
    public record Region(List<Part> parts, int cursorRow, int cursorColumn, boolean cursorSeen) {
        public Region {
            parts = List.copyOf(parts);
        }
    }

    /** A frame from one of its rows on. */
    public record Part(Frame frame, int from) {}

    /** A frame for each block that is finished since this was asked last. */
    public List<Frame> finished(Scene scene, UiState state) {
        var ids = scene.talk().blocks().ids();
        var frames = new ArrayList<Frame>();
        if (from < 0 && !ids.isEmpty()) {
            from = Math.max(0, ids.size() - JOINED_BLOCKS);
            frames.addAll(omitted(scene, from, state.size().columns()));
        }
        boolean before = true;
        for (int i = Math.max(0, from); i < ids.size(); i++) {
            var block = scene.talk().blocks().get(ids.get(i)).orElseThrow();
            if (!printed.contains(block.id()) && isFinished(block)) {
                frames.add(frame(scene, block, state.size().columns()));
                printed.add(block.id());
                last = Optional.of(block);
            }
            before &= printed.contains(block.id());
            if (before) {
                from = i + 1;
                printed.remove(block.id());
            }
        }
        return frames;
    }

    private List<Frame> omitted(Scene scene, int count, int columns) {
        if (count == 0) {
            return List.of();
        }
        var canvas = new Canvas(new Size(columns, 1));
        canvas.text(1, 0, Paint.cut("… " + count + " earlier blocks: "
                + scene.typing().inOwn("baton log " + scene.name() + "  has them all"), columns - 2), Ink.DIM);
        return List.of(shown(canvas));
    }

    private static boolean isFinished(Block block) {
        return !(block.body() instanceof Turn turn) || turn.isFinished();
    }

    private Frame frame(Scene scene, Block block, int columns) {
        int width = Math.min(columns, COLUMNS_MAX);
        var rows = blocks.of(scene, remembered.tags(scene.session()), block, last, Optional.empty(), width - 1);
        boolean changes = block.body() instanceof Block.Said || block.body() instanceof Block.Order;
        return rows(changes ? rows.stream().map(Row::plainAtTheRight).toList() : rows, width);
    }

    private Frame rows(List<Row> rows, int columns) {
        var canvas = new Canvas(new Size(columns, Math.max(1, rows.size())));
        for (int i = 0; i < rows.size(); i++) {
            RowPaint.flowing(canvas, i, rows.get(i));
        }
        return shown(canvas);
    }

    private Frame shown(Canvas canvas) {
        var frame = canvas.frame();
        return capabilities.signs() == Signs.ASCII ? frame.inAscii() : frame;
    }

    /** The draft with what stands around it, and above it who is writing; or the whole of a view or box that is open. */
    public Region region(Scene scene, UiState state) {
        if (state.view() != View.CHAT || !(state.overlay() instanceof Overlay.None)) {
            var frame = renderer.render(scene, state, capabilities);
            return region(List.of(new Part(frame, 0)), frame, 0, 0);
        }
        var below = state.draftAlone();
        var regions = Regions.of(below);
        var frame = renderer.render(scene.silent(), below, capabilities);
        int list = state.completion().isOpen() ? Math.min(8, state.completion().candidates().size()) + 2 : 0;
        int above = (regions.addressed() ? 2 : 1)
                + (Chrome.open(scene.session()) > 0 || Standstill.of(scene).isPresent() ? 1 : 0) + list;
        int top = Math.clamp(regions.composerTop() - (long) (regions.shape() == Shape.TINY ? 0 : above), 0,
                frame.size().rows() - 1);
        var writing = writing(scene, remembered.tags(scene.session()), state.size().columns());
        var parts = new ArrayList<Part>();
        writing.ifPresent(rows -> parts.add(new Part(rows, 0)));
        parts.add(new Part(frame, top));
        if (regions.shape() == Shape.TINY) {
            parts.add(new Part(figures(scene, state), 0));
        }
        return region(parts, frame, top, writing.map(rows -> rows.size().rows()).orElse(0));
    }

    /** A window that is too narrow for more still tells how it stands and whether somebody is needed. */
    private Frame figures(Scene scene, UiState state) {
        var canvas = new Canvas(new Size(state.size().columns(), 1));
        new Chrome(scene, state, Shape.NARROW).figures(canvas, 0);
        return shown(canvas);
    }

    private static Region region(List<Part> parts, Frame frame, int top, int before) {
        int rows = before + frame.size().rows() - top;
        return frame.cursor()
                .map(cursor -> new Region(parts, Math.clamp(before + cursor.row() - (long) top, 0, rows - 1),
                        cursor.column(), true))
                .orElse(new Region(parts, rows - 1, 0, false));
    }

    /** The last row of each answer that is being written; of many agents those who began first. */
    private Optional<Frame> writing(Scene scene, Tags tags, int columns) {
        var ids = scene.talk().blocks().ids();
        var rows = new ArrayList<Row>();
        for (int i = Math.max(0, from); i < ids.size() && rows.size() < WRITING_ROWS; i++) {
            scene.talk().blocks().get(ids.get(i)).filter(block -> !isFinished(block)).ifPresent(block -> rows.add(
                    blocks.of(scene, tags, block, Optional.empty(), Optional.empty(), columns - 1).getLast()));
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows(rows, columns));
    }
}

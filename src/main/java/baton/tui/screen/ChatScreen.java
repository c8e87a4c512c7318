package baton.tui.screen;

import java.util.List;
import java.util.Optional;

import baton.tui.flow.BlockRows;
import baton.tui.flow.Flow;
import baton.tui.flow.Row;
import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.ComposerLines;
import baton.tui.state.Lanes;
import baton.tui.state.Lists;
import baton.tui.state.Regions;
import baton.tui.state.Regions.Shape;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.tui.state.UiState.Zone;
import baton.tui.state.Unread;
import baton.view.InboxItem;
import baton.view.Tags;
import baton.view.text.Amounts;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/** The conversation with its draft: lanes, the banner of what needs somebody, and the lines that wait below. */
final class ChatScreen {
    private final BlockRows blocks;
    private final Scene scene;
    private final Tags tags;
    private final UiState state;
    private final Regions regions;

    ChatScreen(BlockRows blocks, Scene scene, Tags tags, UiState state) {
        this.blocks = blocks;
        this.scene = scene;
        this.tags = tags;
        this.state = state;
        this.regions = Regions.of(state);
    }

    /** The conversation as it lies on this screen; updates move on it. */
    static Flow flow(BlockRows blocks, Scene scene, Tags tags, UiState state) {
        var regions = Regions.of(state);
        return new Flow(blocks, scene, tags, state.reading(), regions.bodyColumns() - 1, rows(scene, state, regions));
    }

    /** Rows left for the conversation above banner and counter. */
    private static int rows(Scene scene, UiState state, Regions regions) {
        boolean told = most(scene).isPresent() || Standstill.of(scene).isPresent();
        int banner = told && regions.shape() != Shape.TINY ? 1 : 0;
        int counter = state.reading().follows() ? 0 : 1;
        return Math.max(1, regions.bodyRows() - banner - counter);
    }

    private static Optional<InboxItem> most(Scene scene) {
        return Lists.mostUrgent(scene.session());
    }

    void paint(Canvas canvas) {
        conversation(canvas);
        composer(canvas);
    }

    /** What changes while somebody writes: nothing outside of the body. */
    void conversation(Canvas canvas) {
        var body = canvas.part(0, regions.bodyTop(), regions.bodyColumns(), regions.bodyRows());
        int rows = rows(scene, state, regions);
        if (Lanes.count(state) > 0) {
            lanes(body, rows);
            return;
        }
        var flow = flow(blocks, scene, tags, state);
        var sight = flow.sight();
        // A conversation that does not fill the screen yet stands at its top.
        for (int i = 0; i < sight.rows().size(); i++) {
            row(body, i, sight.rows().get(i), flow);
        }
        int below = banner(body, rows);
        if (!state.reading().follows()) {
            counter(body, below, sight.below());
        }
        if (scene.talk().blocks().isEmpty()) {
            empty(body);
        }
    }

    private void lanes(Canvas body, int rows) {
        int shown = rows + (state.reading().follows() ? 0 : 1);
        new LanesPart(blocks, scene, tags, state, body.part(0, 0, body.columns(), shown)).paint();
        banner(body, shown);
    }

    /** What needs somebody most, and the row below it. */
    private int banner(Canvas body, int row) {
        if (regions.shape() == Shape.TINY) {
            return row;
        }
        var most = most(scene);
        var still = Standstill.of(scene);
        most.ifPresent(item -> banner(body, row, item));
        still.ifPresent(known -> still(body, row, known));
        return most.isPresent() || still.isPresent() ? row + 1 : row;
    }

    private static void still(Canvas body, int row, Standstill still) {
        int ink = Ink.of(still.tone());
        body.repeat(0, row, " ", body.columns(), Ink.PLAIN);
        int at = body.text(1, row, still.tone() == Tone.GOOD ? "✔ " : "■ ", ink | Ink.BOLD);
        at = body.text(at, row, Paint.cut(still.words(), body.columns() - at - 1), ink);
        if (at + 2 + TextWidth.of(still.hint()) < body.columns()) {
            body.text(at + 2, row, still.hint(), Ink.DIM);
        }
    }

    private void empty(Canvas body) {
        List<String> words = List.of("Nothing has been said yet.", "",
                "Write a goal below and press Enter; the orchestrator takes it from there.",
                "@name reaches one agent, /help lists the commands.");
        for (int i = 0; i < words.size(); i++) {
            body.text(2, 1 + i, Paint.cut(words.get(i), body.columns() - 4), Ink.DIM);
        }
    }

    private void row(Canvas body, int at, Flow.Placed placed, Flow flow) {
        Row row = placed.row();
        boolean chosen = state.zone() == Zone.VIEW && state.reading().selected()
                .equals(flow.block(placed.block()).map(block -> block.id()));
        RowPaint.row(body, at, row);
        if (chosen && !row.isGap()) {
            body.text(body.columns() - 1, at, "◂", Ink.ACCENT);
            body.part(0, at, BlockRows.GUTTER, 1).mark(0, Ink.REVERSE);
        }
    }

    private void banner(Canvas body, int at, InboxItem item) {
        long more = Chrome.open(scene.session()) - 1;
        String end = (more > 0 ? "+" + more + "  " : "") + (state.zone() == Zone.COMPOSER ? "Ctrl+X ! open" : "! open");
        String shown = regions.shape() == Shape.NARROW ? "^X !" : end;
        int room = body.columns() - TextWidth.of(shown) - 4;
        body.repeat(0, at, " ", body.columns(), Ink.PLAIN);
        int next = body.text(1, at, "! ", Ink.WARN | Ink.BOLD);
        next = body.text(next, at, item.id(), Ink.WARN | Ink.BOLD);
        body.text(next, at, Paint.cut(" " + item.ask().words(), room - next), Ink.WARN);
        body.textUpTo(body.columns() - 1, at, shown, Ink.DIM);
    }

    private void counter(Canvas body, int at, int below) {
        String words = below > 0
                ? Amounts.of(below, "block") + " below · following paused · G follows"
                : "following paused · G follows";
        Paint.rule(body, at, words, Ink.ACCENT);
    }

    private void composer(Canvas canvas) {
        int top = regions.composerTop();
        if (top < 0) {
            return;
        }
        if (regions.shape() != Shape.TINY) {
            Paint.rule(canvas, top - (regions.addressed() ? 2 : 1), regions.addressed() ? "" : waiting(), Ink.DIM);
        }
        if (regions.addressed()) {
            addressee(canvas, top - 1);
        }
        boolean active = state.zone() == Zone.COMPOSER;
        var draft = state.composer();
        var lines = ComposerLines.of(draft.text(), draft.caret(), canvas.columns() - 4);
        int first = Math.max(0, lines.caretRow() - regions.composerRows() + 1);
        for (int i = 0; i < regions.composerRows() && first + i < lines.rows().size(); i++) {
            canvas.text(1, top + i, first + i == 0 && !lines.above() ? "> " : "  ",
                    active ? Ink.ACCENT | Ink.BOLD : Ink.DIM);
            canvas.text(3, top + i, lines.rows().get(first + i), Ink.PLAIN);
        }
        if (draft.isEmpty() && !active) {
            canvas.text(3, top, Paint.cut("Tab to write", canvas.columns() - 4), Ink.DIM);
        }
        if (active) {
            canvas.cursor(3 + lines.caretColumn(), top + lines.caretRow() - first);
        }
    }

    /** How much was said that nobody has read, and what can be done about it; empty where nothing waits. */
    private String waiting() {
        int waiting = Unread.of(scene).size();
        return waiting == 0
                ? ""
                : Amounts.of(waiting, "message") + (waiting == 1 ? " waits" : " wait") + " to be read · Ctrl+X u edits";
    }

    /** Whom the draft reaches, said before it is sent. */
    private void addressee(Canvas canvas, int row) {
        String text = state.composer().beginning();
        String to = text.startsWith("@")
                ? text.split("\\s", 2)[0]
                : text.startsWith("/")
                        ? "a command"
                        : text.startsWith("+") ? "a new job by template" : "the orchestrator";
        int at = canvas.text(1, row, "To ", Ink.DIM);
        at = canvas.text(at, row, Paint.cut(to, 40), Ink.PLAIN);
        canvas.textUpTo(canvas.columns() - 1, row, waiting(), Ink.DIM);
        if (scene.isRecorded()) {
            canvas.text(at + 2, row, "a recorded session hears nothing", Ink.WARN);
        } else if (scene.session().head().isRehearsal()) {
            canvas.text(at + 2, row, "a rehearsal answers; no model is asked", Ink.DIM);
        }
    }
}

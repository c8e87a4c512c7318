package baton.tui.screen;

import java.util.Optional;

import baton.tui.flow.BlockRows;
import baton.tui.flow.Flow;
import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Lanes;
import baton.tui.state.Reading;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.view.Tags;
import baton.view.text.TextWidth;

/** Agents side by side, each with the end of its own conversation. */
final class LanesPart {
    private static final int HEAD_ROWS = 2;

    private final BlockRows blocks;
    private final Scene scene;
    private final Tags tags;
    private final UiState state;
    private final Canvas canvas;

    LanesPart(BlockRows blocks, Scene scene, Tags tags, UiState state, Canvas canvas) {
        this.blocks = blocks;
        this.scene = scene;
        this.tags = tags;
        this.state = state;
        this.canvas = canvas;
    }

    void paint() {
        var all = Lanes.all(state, scene);
        if (all.isEmpty()) {
            canvas.text(2, 1, "Nobody is at work.", Ink.DIM);
            return;
        }
        int count = Math.min(Lanes.count(state), all.size());
        int first = Lanes.first(state, scene.session(), all);
        int rows = canvas.rows() - (all.size() > count ? 1 : 0);
        int width = canvas.columns() / count;
        for (int i = 0; i < count; i++) {
            int left = i * width;
            int columns = i == count - 1 ? canvas.columns() - left : width - 1;
            var part = canvas.part(left, 0, columns, rows);
            scene.session().agents().get(all.get(first + i)).map(agent -> AgentRow.of(scene, tags, agent))
                    .ifPresent(agent -> lane(part, agent));
            if (i > 0) {
                canvas.down(left - 1, 0, "│", rows, Ink.DIM);
            }
        }
        if (all.size() > count) {
            canvas.text(1, rows, Paint.cut("lanes " + (first + 1) + " to " + (first + count) + " of " + all.size()
                    + " · h l others · Z one flow", canvas.columns() - 2), Ink.DIM);
        }
    }

    private void lane(Canvas part, AgentRow agent) {
        head(part, agent);
        var body = part.part(1, HEAD_ROWS, part.columns() - 2, part.rows() - HEAD_ROWS);
        var reading = new Reading(Optional.empty(), state.reading().folds(),
                Optional.of(agent.agent().id()), Optional.empty(), "");
        // A lane has its tag at its top, so its rows need no gutter; what a person said keeps its own margin.
        int columns = body.columns() + BlockRows.GUTTER - 2;
        var seen = new Flow(blocks, scene, tags, reading, columns, body.rows()).sight().rows();
        for (int i = 0; i < seen.size(); i++) {
            var row = seen.get(i).row();
            int right = TextWidth.of(row.right().text());
            body.part(0, i, body.columns() - (right == 0 ? 0 : right + 1), 1).line(0, 0, row.line());
            body.line(body.columns() - right, i, row.right());
        }
    }

    private void head(Canvas part, AgentRow agent) {
        int at = part.text(1, 0, agent.mark().sign, agent.mark().ink);
        at = part.text(at + 1, 0, agent.tag().letters(), agent.ink() | Ink.BOLD);
        int end = part.textUpTo(part.columns() - 1, 0, agent.clock(), agent.clockInk());
        String words = agent.agent().name() + agent.task().map(task -> " " + task.id()).orElse("");
        part.text(at + 1, 0, Paint.cut(words, end - at - 2), Ink.BOLD);
        int cells = part.columns() - 2;
        int full = Math.clamp(Math.round(agent.percent() * cells / 100.0), 0, cells);
        part.repeat(1, 1, "━", full, agent.ink());
        part.repeat(1 + full, 1, "─", cells - full, Ink.DIM);
    }
}

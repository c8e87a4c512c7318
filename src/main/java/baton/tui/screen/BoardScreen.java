package baton.tui.screen;

import java.util.List;
import java.util.Optional;

import baton.tui.flow.BlockRows;
import baton.tui.flow.Flow;
import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Lists;
import baton.tui.state.Reading;
import baton.tui.state.Regions;
import baton.tui.state.Regions.Shape;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.tui.state.View;
import baton.view.Tags;
import baton.view.TaskCard;
import baton.view.text.Amounts;
import baton.view.text.TextWidth;

/** The agents with their clocks, and what the chosen one does. */
final class BoardScreen {
    private static final int CRITERIA_COLUMNS = 42;

    private final BlockRows blocks;
    private final Scene scene;
    private final Tags tags;
    private final UiState state;
    private final Canvas canvas;
    private final Shape shape;
    private int names = -1;

    BoardScreen(BlockRows blocks, Scene scene, Tags tags, UiState state, Canvas canvas) {
        this.blocks = blocks;
        this.scene = scene;
        this.tags = tags;
        this.state = state;
        this.canvas = canvas;
        this.shape = Regions.shape(state);
    }

    void paint() {
        var ids = Lists.of(View.AGENTS, scene, state);
        if (ids.isEmpty()) {
            canvas.text(2, 1, state.switches().filter().isEmpty()
                    ? "No agent has joined yet."
                    : "No agent has \"" + state.switches().filter() + "\" in its name.", Ink.DIM);
            return;
        }
        int rows = rows(ids);
        String chosen = Lists.chosen(View.AGENTS, ids, state);
        int first = first(ids.indexOf(chosen), rows, ids.size());
        head();
        for (int i = 0; i < rows && first + i < ids.size(); i++) {
            String id = ids.get(first + i);
            int row = 1 + i;
            scene.session().agents().get(id).map(agent -> AgentRow.of(scene, tags, agent))
                    .ifPresent(agent -> agent(row, agent, id.equals(chosen)));
        }
        tail(ids);
    }

    private boolean hasTail() {
        return state.switches().tail() && canvas.rows() >= 8;
    }

    /** Rows of the list of agents. */
    private int rows(List<String> ids) {
        return hasTail() ? Math.min(ids.size(), Math.max(3, (canvas.rows() - 3) / 2)) : canvas.rows() - 1;
    }

    /** What changes while somebody writes: nothing above the tail. */
    void conversation() {
        var ids = Lists.of(View.AGENTS, scene, state);
        if (!ids.isEmpty() && hasTail()) {
            int row = rows(ids) + 1;
            canvas.part(0, row, canvas.columns(), canvas.rows() - row).fill(" ", Ink.PLAIN);
            tail(ids);
        }
    }

    private void tail(List<String> ids) {
        if (hasTail()) {
            scene.session().agents().get(Lists.chosen(View.AGENTS, ids, state))
                    .map(agent -> AgentRow.of(scene, tags, agent)).ifPresent(agent -> tail(rows(ids) + 1, agent));
        }
    }

    /** The first row of a list of which only some are in sight, so that the chosen one is among them. */
    static int first(int chosen, int rows, int count) {
        return Math.clamp(chosen - rows / 2, 0, Math.max(0, count - rows));
    }

    /** As wide as the names are, up to what there is room for. */
    private int nameColumns() {
        int most = switch (shape) {
            case TINY -> 8;
            case NARROW -> 16;
            case MEDIUM -> 18;
            case WIDE -> 22;
        };
        if (names < 0) {
            names = scene.session().agents().stream().mapToInt(agent -> TextWidth.of(agent.name())).max().orElse(8);
        }
        return Math.clamp(names, 8, most);
    }

    private int taskColumns() {
        return shape == Shape.MEDIUM
                ? 34 - nameColumns()
                : Math.clamp(canvas.columns() / 4 + 22L - nameColumns(), 20, 60);
    }

    private void head() {
        canvas.text(3, 0, "ST   AGENT", Ink.DIM);
        int at = 12 + nameColumns();
        if (shape != Shape.NARROW && shape != Shape.TINY) {
            canvas.text(at, 0, "TASK", Ink.DIM);
            at += taskColumns() + 1;
        }
        canvas.text(at, 0, "PROGRESS", Ink.DIM);
        canvas.text(at + 16, 0, "LEFT", Ink.DIM);
        if (shape == Shape.WIDE) {
            canvas.text(at + 24, 0, "TOKENS", Ink.DIM);
            canvas.text(at + 32, 0, "DOES", Ink.DIM);
        } else if (shape == Shape.MEDIUM) {
            canvas.text(at + 24, 0, "DOES", Ink.DIM);
        }
    }

    private void agent(int row, AgentRow agent, boolean chosen) {
        canvas.text(0, row, chosen ? ">" : " ", Ink.ACCENT | Ink.BOLD);
        canvas.text(1, row, agent.mark().sign, agent.mark().ink);
        canvas.text(3, row, agent.mark().letters, agent.mark().ink);
        canvas.text(8, row, agent.tag().letters(), agent.ink() | Ink.BOLD);
        canvas.text(11, row, Paint.fit(agent.agent().name(), nameColumns()), chosen ? Ink.BOLD : Ink.PLAIN);
        int at = 12 + nameColumns();
        if (shape != Shape.NARROW && shape != Shape.TINY) {
            canvas.text(at, row, Paint.fit(task(agent), taskColumns()), Ink.PLAIN);
            at += taskColumns() + 1;
        }
        if (agent.mark() == Mark.QUEUED || agent.mark() == Mark.IDLE) {
            canvas.text(at, row, Paint.cut(waits(agent), canvas.columns() - at), Ink.DIM);
            return;
        }
        Paint.bar(canvas, at, row, 10, agent.percent(), agent.ink());
        canvas.textUpTo(at + 14, row, agent.percent() + "%", Ink.PLAIN);
        canvas.text(at + 16, row, agent.clock(), agent.clockInk());
        if (shape == Shape.WIDE) {
            canvas.textUpTo(at + 30, row, Chrome.tokens(agent.agent().spend().usage().totalTokens()), Ink.DIM);
            canvas.text(at + 32, row, Paint.cut(agent.doing(scene), canvas.columns() - at - 33), Ink.DIM);
        } else if (shape == Shape.MEDIUM) {
            canvas.text(at + 24, row, Paint.cut(agent.doing(scene), canvas.columns() - at - 25), Ink.DIM);
        }
    }

    /** The task shown, and how many the agent is at beside it. */
    private static String task(AgentRow agent) {
        int others = agent.agent().tasks().size() - 1;
        return agent.task().map(card -> card.id() + (others > 0 ? " +" + others : "") + " " + card.spec().title())
                .orElse("");
    }

    private String waits(AgentRow agent) {
        return agent.task().map(card -> {
            var needs = card.spec().dependsOn();
            return needs.isEmpty() ? agent.doing(scene) : "after " + String.join(", ", needs);
        }).orElse("");
    }

    private void tail(int row, AgentRow agent) {
        String attempt = agent.task().flatMap(TaskCard::lastAttempt)
                .map(known -> " · attempt " + known.number() + " · " + known.model()).orElse("");
        String words = "LIVE TAIL  " + agent.tag().letters() + " " + agent.agent().id()
                + agent.task().map(card -> " · " + card.id()).orElse("") + attempt;
        Paint.rule(canvas, row, words, agent.ink() | Ink.BOLD);
        boolean criteria = shape == Shape.WIDE && agent.task().isPresent();
        int columns = criteria ? canvas.columns() - CRITERIA_COLUMNS : canvas.columns();
        int rows = canvas.rows() - row - 1;
        var reading = Reading.START.in(Optional.of(agent.agent().id()));
        var sight = new Flow(blocks, scene, tags, reading, columns - 1, rows).sight();
        var part = canvas.part(0, row + 1, columns, rows);
        for (int i = 0; i < sight.rows().size(); i++) {
            var placed = sight.rows().get(i).row();
            int begin = placed.tag().isEmpty() ? 0 : part.text(1, i, "│", placed.ink()) + 1;
            part.part(begin, i, columns - begin - 1, 1).line(0, 0, placed.line());
            part.line(columns - 1 - width(placed.right().text()), i, placed.right());
        }
        if (sight.rows().isEmpty()) {
            part.text(2, 0, Paint.cut(agent.doing(scene), columns - 3), Ink.DIM);
        }
        if (criteria) {
            canvas.down(columns, row + 1, "│", rows, Ink.DIM);
            canvas.text(columns, row, "┬", Ink.DIM);
            criteria(canvas.part(columns + 2, row + 1, CRITERIA_COLUMNS - 3, rows), agent);
        }
    }

    private static int width(String text) {
        return TextWidth.of(text);
    }

    private void criteria(Canvas part, AgentRow agent) {
        var task = agent.task().orElseThrow();
        int row = 0;
        if (agent.boxMs() > 0) {
            part.text(0, row, "TIME BOX", Ink.BOLD);
            part.textUpTo(part.columns(), row, Amounts.clock(agent.boxMs()), Ink.DIM);
            long usedMs = Math.clamp(agent.boxMs() - agent.leftMs(), 0, agent.boxMs());
            Paint.bar(part, 0, row + 1, part.columns(), (int) (usedMs * 100 / agent.boxMs()),
                    agent.isAtWork() ? agent.clockInk() == Ink.PLAIN ? agent.ink() : agent.clockInk() : Ink.DIM);
            row += 3;
        }
        part.text(0, row, "ACCEPTANCE", Ink.BOLD);
        row++;
        boolean done = task.stand().isAccepted();
        for (String criterion : task.spec().acceptance()) {
            part.text(0, row, done ? "✔" : "○", done ? Ink.OK : Ink.DIM);
            part.text(2, row, Paint.cut(criterion, part.columns() - 2), Ink.PLAIN);
            row++;
        }
        for (String output : task.spec().outputs()) {
            part.text(0, row, done ? "✔" : "○", done ? Ink.OK : Ink.DIM);
            part.text(2, row, Paint.cut(output, part.columns() - 2), Ink.ACCENT);
            row++;
        }
        if (row == 1 || (task.spec().acceptance().isEmpty() && task.spec().outputs().isEmpty())) {
            part.text(2, row, Paint.cut("The plan names none: its answer counts.", part.columns() - 2), Ink.DIM);
        }
    }
}

package baton.tui.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import baton.plan.Dashboard;
import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Lists;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.tui.state.View;
import baton.view.Stand;
import baton.view.Tags;
import baton.view.page.Summary;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** The widgets that a plan's dashboard asks for, and below them the page of figures that a run ends with. */
final class MetricsScreen {
    private static final String MORE = "  j for more";
    /** Columns of the clock of a box, or of the word in its place. */
    private static final int CLOCK = 9;
    private static final int NARROW = 70;

    private final Scene scene;
    private final Tags tags;
    private final UiState state;
    private final Canvas canvas;

    MetricsScreen(Scene scene, Tags tags, UiState state, Canvas canvas) {
        this.scene = scene;
        this.tags = tags;
        this.state = state;
        this.canvas = canvas;
    }

    void paint() {
        int columns = canvas.columns() - 4;
        var lines = new ArrayList<StyledLine>(widgets(columns));
        lines.add(StyledLine.EMPTY);
        var typing = scene.name().isEmpty() ? scene.typing().of("last", "last") : scene.typing();
        lines.addAll(Summary.of(scene.session(), new Summary.Frame(typing, "", columns)));
        int first = Math.min(state.top(View.METRICS), Math.max(0, lines.size() - canvas.rows()));
        boolean more = lines.size() > first + canvas.rows();
        for (int i = 0; i < canvas.rows() && first + i < lines.size(); i++) {
            int width = more && i == canvas.rows() - 1 ? columns - MORE.length() : columns;
            canvas.part(2, i, width, 1).line(0, 0, lines.get(first + i));
        }
        if (more) {
            canvas.textUpTo(canvas.columns() - 1, canvas.rows() - 1, MORE, Ink.ACCENT);
        }
    }

    private List<StyledLine> widgets(int columns) {
        var asked = scene.session().head().plan().map(plan -> plan.dashboard().widgets()).orElse(List.of());
        var lines = new ArrayList<StyledLine>();
        if (asked.isEmpty()) {
            lines.addAll(progress("Overall", columns));
            lines.addAll(agents(columns));
            return lines;
        }
        lines.add(StyledLine.of(Tone.DIM, "The plan asks for these " + asked.size() + " widgets:"));
        asked.forEach(widget -> lines.addAll(widget(widget, columns)));
        return lines;
    }

    /** Documents name the same widget in several ways; what it is told by the words in its type. */
    private List<StyledLine> widget(Dashboard.Widget widget, int columns) {
        String type = widget.type().toLowerCase(Locale.ROOT);
        String title = widget.type() + (widget.source().isBlank() ? "" : " (" + widget.source() + ")");
        if (type.contains("progress")) {
            return progress(title, columns);
        }
        if (type.contains("status") || type.contains("agent")) {
            return titled(title, agents(columns));
        }
        if (type.contains("block")) {
            return titled(title, open(columns));
        }
        if (type.contains("time") || type.contains("gantt")) {
            return titled(title, times(columns));
        }
        return titled(title, metrics(columns));
    }

    private static List<StyledLine> titled(String title, List<StyledLine> lines) {
        var all = new ArrayList<StyledLine>();
        all.add(StyledLine.EMPTY);
        all.add(StyledLine.of(Tone.STRONG, title));
        all.addAll(lines);
        return all;
    }

    private List<StyledLine> progress(String title, int columns) {
        int percent = Chrome.percent(scene.session());
        int cells = Math.clamp(columns - 12L, 4, 60);
        int full = percent * cells / 100;
        return titled(title, List.of(StyledLine.of(Tone.GOOD, "█".repeat(full)).and(Tone.DIM, "░".repeat(cells - full))
                .and("  " + percent + " %")));
    }

    private List<StyledLine> agents(int columns) {
        var lines = new ArrayList<StyledLine>();
        int names = columns < NARROW ? 18 : 24;
        for (String id : Lists.of(View.AGENTS, scene, state)) {
            scene.session().agents().get(id).map(agent -> AgentRow.of(scene, tags, agent)).ifPresent(agent -> lines.add(
                    StyledLine.of("  " + agent.mark().sign + " " + agent.mark().letters + "  ")
                            .and(Tone.STRONG, agent.tag().letters()).and(" " + Paint.fit(agent.agent().name(), names))
                            .and(Tone.DIM, Paint.cut("  " + Paint.fit(agent.clock(), CLOCK) + agent.doing(scene),
                                    columns - names - 12))));
        }
        return lines;
    }

    private List<StyledLine> open(int columns) {
        var lines = Lists.inbox(scene.session()).stream().flatMap(id -> scene.session().inbox().get(id).stream())
                .filter(item -> item.isOpen()).map(item -> StyledLine.of("  ").and(Tone.ATTENTION, item.id())
                        .and(" " + Paint.cut(item.ask().words(), columns - 10)))
                .toList();
        return lines.isEmpty() ? List.of(StyledLine.of(Tone.DIM, "  none")) : lines;
    }

    private List<StyledLine> times(int columns) {
        var session = scene.session();
        int done = session.count(Stand.ACCEPTED) + session.count(Stand.DEGRADED);
        return List.of(StyledLine.of(Tone.DIM, Paint.cut("  " + done + " of " + session.tasks().size()
                + " tasks done; the timeline itself is view " + View.PLAN.number(), columns)));
    }

    private List<StyledLine> metrics(int columns) {
        var figures = scene.session().head().result().map(result -> result.metrics()).orElse(List.of());
        if (!figures.isEmpty()) {
            return figures.stream()
                    .map(figure -> StyledLine.of("  " + Paint.fit(figure.name(), 32) + " " + figure.value())
                            .and(Tone.DIM, "  target " + figure.target() + ", " + figure.verdict()))
                    .toList();
        }
        var planned = scene.session().head().plan().map(plan -> plan.metrics()).orElse(List.of());
        return planned.stream().map(metric -> StyledLine.of("  " + Paint.fit(metric.name(), 32))
                .and(Tone.DIM, Paint.cut(" target " + metric.target() + ", measured at the end", columns - 34)))
                .toList();
    }
}

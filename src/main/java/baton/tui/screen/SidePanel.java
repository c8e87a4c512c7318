package baton.tui.screen;

import java.util.List;

import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Lists;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.view.FileCard;
import baton.view.Stand;
import baton.view.Tags;
import baton.view.text.TextWidth;

/** What stands beside the chat where there is room: the plan, the agents, what needs somebody, what was made. */
final class SidePanel {
    private static final int BAR = 5;

    private final Scene scene;
    private final Tags tags;
    private final UiState state;
    private final Canvas canvas;
    private int row;

    SidePanel(Scene scene, Tags tags, UiState state, Canvas canvas) {
        this.scene = scene;
        this.tags = tags;
        this.state = state;
        this.canvas = canvas;
    }

    void paint(List<String> criticalPath) {
        plan();
        agents();
        needs();
        critical(criticalPath);
        files();
    }

    private void title(String words, String rest) {
        int at = canvas.text(0, row, words, Ink.BOLD);
        canvas.text(at + 2, row, Paint.cut(rest, canvas.columns() - at - 2), Ink.DIM);
        row++;
    }

    private int left() {
        return canvas.rows() - row;
    }

    private void plan() {
        var session = scene.session();
        if (session.tasks().isEmpty()) {
            return;
        }
        int percent = Chrome.percent(session);
        title("PLAN", Paint.cut(Chrome.name(session), canvas.columns() - 11));
        canvas.textUpTo(canvas.columns(), row - 1, percent + " %", Ink.PLAIN);
        Paint.bar(canvas, 0, row, canvas.columns(), percent, Ink.ACCENT);
        int done = session.count(Stand.ACCEPTED) + session.count(Stand.DEGRADED);
        canvas.text(0, row + 1, Paint.cut(done + " of " + session.tasks().size() + " tasks accepted",
                canvas.columns()), Ink.DIM);
        row += 3;
    }

    private void agents() {
        var session = scene.session();
        // Who has nothing to do is of no interest while others have.
        var all = Lists.of(baton.tui.state.View.AGENTS, scene, state);
        var busy = all.stream().filter(id -> session.agents().get(id)
                .filter(agent -> Lists.task(session, agent).isPresent()).isPresent()).toList();
        var ids = busy.isEmpty() ? all : busy;
        if (ids.isEmpty() || left() < 3) {
            return;
        }
        int floor = session.pool().floor();
        title("AGENTS",
                session.pool().active()
                        + (floor >= session.pool().active() && floor > 0 ? " of " + floor + " wanted" : "")
                        + " at work");
        int most = Math.max(2, left() - 9);
        int shown = Math.min(ids.size(), most);
        for (int i = 0; i < shown; i++) {
            session.agents().get(ids.get(i)).ifPresent(agent -> agent(AgentRow.of(scene, tags, agent)));
        }
        if (ids.size() > shown) {
            canvas.text(2, row, (ids.size() - shown) + " more · g a", Ink.DIM);
            row++;
        } else if (all.size() > ids.size() && left() > 2) {
            canvas.text(2, row, (all.size() - ids.size()) + " without work", Ink.DIM);
            row++;
        }
        row++;
    }

    private void agent(AgentRow agent) {
        int at = canvas.text(0, row, agent.mark().sign, agent.mark().ink);
        at = canvas.text(at + 1, row, agent.tag().letters(), agent.ink() | Ink.BOLD);
        int names = canvas.columns() - (agent.isAtWork() ? 17 : 13);
        at = canvas.text(at + 1, row, Paint.fit(agent.agent().name(), names), Ink.PLAIN);
        if (agent.isAtWork()) {
            Paint.bar(canvas, at + 1, row, BAR, agent.percent(), agent.ink());
        }
        canvas.textUpTo(canvas.columns(), row, agent.clock(), agent.clockInk());
        row++;
    }

    private void needs() {
        var session = scene.session();
        long open = Chrome.open(session);
        if (open == 0 || left() < 2) {
            return;
        }
        title("NEEDS YOU", String.valueOf(open));
        Lists.inbox(session).stream().limit(Math.min(open, Math.clamp(left() - 5, 1, 6)))
                .flatMap(id -> session.inbox().get(id).stream()).forEach(item -> {
                    int at = canvas.text(2, row, item.id(), Ink.WARN | Ink.BOLD);
                    canvas.text(at + 1, row, Paint.cut(item.ask().words(), canvas.columns() - at - 1), Ink.PLAIN);
                    row++;
                });
        row++;
    }

    private void critical(List<String> path) {
        if (path.size() < 2 || left() < 3) {
            return;
        }
        title("CRITICAL PATH", "");
        String words = String.join(" ▸ ", path);
        canvas.text(2, row, TextWidth.cut(words, canvas.columns() - 2), Ink.PLAIN);
        row += 2;
    }

    private void files() {
        List<FileCard> files = scene.session().files().stream().filter(file -> !file.afterSha256().isEmpty()).toList();
        if (files.isEmpty() || left() < 2) {
            return;
        }
        title("FILES", String.valueOf(files.size()));
        for (int i = files.size() - 1; i >= 0 && left() > 0; i--) {
            var file = files.get(i);
            var tag = tags.of(file.agent());
            canvas.text(2, row, Paint.cut(name(file.path()), canvas.columns() - 6), Ink.PLAIN);
            canvas.textUpTo(canvas.columns(), row, tag.letters(), Ink.agent(tag.number()));
            row++;
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

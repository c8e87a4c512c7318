package baton.tui.screen;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Lists;
import baton.tui.state.Overlay;
import baton.tui.state.Regions;
import baton.tui.state.Regions.Shape;
import baton.tui.state.Scene;
import baton.tui.state.Scene.SessionRow;
import baton.tui.state.UiState;
import baton.tui.state.View;
import baton.view.text.Amounts;

/** The sessions of the folder, with those that hold the words looked for. */
final class SessionsScreen {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Scene scene;
    private final UiState state;
    private final Canvas canvas;
    private final Shape shape;

    SessionsScreen(Scene scene, UiState state, Canvas canvas) {
        this.scene = scene;
        this.state = state;
        this.canvas = canvas;
        this.shape = Regions.shape(state);
    }

    void paint() {
        boolean searching = state.overlay() instanceof Overlay.Ask ask
                && ask.purpose() == Overlay.Purpose.SEARCH_SESSIONS;
        canvas.text(1, 0, Amounts.of(scene.sessions().size(), "session") + (searching
                ? " with these words"
                : " · / looks for words in plans, messages and handoffs"), Ink.DIM);
        if (scene.sessions().isEmpty()) {
            canvas.text(2, 2, searching ? "No session holds these words." : "There is no session yet.", Ink.DIM);
            return;
        }
        head();
        var ids = Lists.of(View.SESSIONS, scene, state);
        String chosen = Lists.chosen(View.SESSIONS, scene, state);
        int found = scene.sessions().stream().mapToInt(row -> row.found().size()).max().orElse(0) > 0 ? 5 : 0;
        int rows = Math.max(1, canvas.rows() - 3 - found);
        int first = BoardScreen.first(ids.indexOf(chosen), rows, ids.size());
        for (int i = 0; i < rows && first + i < ids.size(); i++) {
            var row = scene.sessions().get(first + i);
            session(3 + i, row, row.name().equals(chosen));
        }
        if (found > 0) {
            places(canvas.rows() - found, chosen);
        }
    }

    private void head() {
        int at = canvas.text(3, 2, Paint.fit("STATE", 13), Ink.DIM);
        at = canvas.text(at, 2, Paint.fit("PLAN", titleColumns()), Ink.DIM);
        if (shape == Shape.WIDE) {
            at = canvas.text(at + 1, 2, Paint.fit("SESSION", 26), Ink.DIM);
        }
        at = canvas.text(at + 1, 2, Paint.fit("STARTED (UTC)", 14), Ink.DIM);
        canvas.text(at + 1, 2, "EVENTS", Ink.DIM);
    }

    private int titleColumns() {
        return Math.max(12, canvas.columns() - (shape == Shape.WIDE ? 80 : 51));
    }

    private void session(int row, SessionRow session, boolean chosen) {
        int ink = chosen ? Ink.BOLD : Ink.PLAIN;
        canvas.text(0, row, chosen ? ">" : " ", Ink.ACCENT | Ink.BOLD);
        int at = canvas.text(3, row, Paint.fit(session.status(), 13), inkOf(session.status()));
        String title = session.problem().isEmpty() ? session.title() : session.problem();
        at = canvas.text(at, row, Paint.fit(title, titleColumns()), session.problem().isEmpty() ? ink : Ink.BAD);
        if (shape == Shape.WIDE) {
            at = canvas.text(at + 1, row, Paint.fit((session.example() ? "example " : "") + end(session.name()), 26),
                    Ink.DIM);
        }
        at = canvas.text(at + 1, row, Paint.fit(WHEN.format(Instant.ofEpochMilli(session.startedAtMs())), 14), Ink.DIM);
        canvas.text(at + 1, row, Amounts.count(session.events()) + (session.rehearsal() ? "  rehearsal" : ""), Ink.DIM);
    }

    /** The end of a name, which tells sessions of one plan apart. */
    private static String end(String name) {
        return name.length() <= 22 ? name : "…" + name.substring(name.length() - 21);
    }

    private static int inkOf(String status) {
        return switch (status) {
            case "complete", "degraded" -> Ink.OK;
            case "running" -> Ink.ACCENT;
            case "failed", "error", "provider" -> Ink.BAD;
            default -> Ink.WARN;
        };
    }

    private void places(int top, String chosen) {
        var row = scene.sessions().stream().filter(session -> session.name().equals(chosen)).findFirst();
        Paint.rule(canvas, top,
                row.map(session -> Amounts.of(session.found().size(), "place") + " in " + session.title())
                        .orElse(""),
                Ink.BOLD);
        row.ifPresent(session -> {
            for (int i = 0; i < 4 && i < session.found().size(); i++) {
                canvas.text(3, top + 1 + i, Paint.cut(session.found().get(i), canvas.columns() - 4), Ink.PLAIN);
            }
        });
    }
}

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

    private static final int DETAIL_ROWS = 6;

    private static final int PLACES_ROWS = 5;
    /** Sessions that are seen at least before what can be done with one of them takes rows of its own. */
    private static final int LIST_ROWS_MIN = 8;

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
        if (state.overlay() instanceof Overlay.Ask ask && searching) {
            query(ask.text());
        } else {
            canvas.text(1, 0, Paint.cut(Amounts.of(scene.sessions().size(), "session")
                    + " · / looks for words in plans, messages, files and handoffs", canvas.columns() - 2), Ink.DIM);
        }
        if (scene.sessions().isEmpty()) {
            canvas.text(2, 2, searching ? "No session holds these words." : "There is no session yet.", Ink.DIM);
            return;
        }
        head();
        var ids = Lists.of(View.SESSIONS, scene, state);
        String chosen = Lists.chosen(View.SESSIONS, scene, state);
        boolean found = scene.sessions().stream().anyMatch(row -> !row.found().isEmpty());
        boolean detailed = !found && canvas.rows() - DETAIL_ROWS > Math.min(ids.size(), LIST_ROWS_MIN) + 4;
        int below = found ? PLACES_ROWS : detailed ? DETAIL_ROWS : 0;
        int rows = Math.max(1, canvas.rows() - 3 - below);
        int first = BoardScreen.first(ids.indexOf(chosen), rows, ids.size());
        for (int i = 0; i < rows && first + i < ids.size(); i++) {
            var row = scene.sessions().get(first + i);
            session(3 + i, row, row.name().equals(chosen));
        }
        if (found) {
            places(canvas.rows() - PLACES_ROWS, chosen);
        } else if (detailed) {
            detail(canvas.rows() - DETAIL_ROWS, chosen);
        }
    }

    /** The words as they are typed, and how much holds them. */
    private void query(String words) {
        int places = scene.sessions().stream().mapToInt(row -> row.found().size()).sum();
        String found = Amounts.of(scene.sessions().size(), "session")
                + (places > 0 ? ", " + Amounts.of(places, "place") : "") + " · ↑↓ choose · Enter keeps · Esc";
        int end = canvas.textUpTo(canvas.columns() - 1, 0, Paint.cut(found, canvas.columns() / 2 + 14), Ink.DIM);
        int at = canvas.text(1, 0, "/ ", Ink.ACCENT | Ink.BOLD);
        at = canvas.text(at, 0, Paint.cut(words, Math.max(1, end - at - 2)), Ink.BOLD);
        canvas.cursor(at, 0);
    }

    /** What can be done with the chosen one. */
    private void detail(int top, String chosen) {
        scene.sessions().stream().filter(session -> session.name().equals(chosen)).findFirst().ifPresent(session -> {
            Paint.rule(canvas, top, session.title(), Ink.BOLD);
            int at = canvas.text(3, top + 1, session.status(), inkOf(session.status()));
            canvas.text(at, top + 1, " · " + WHEN.format(Instant.ofEpochMilli(session.startedAtMs())) + " UTC · "
                    + Amounts.of(session.events(), "event") + (session.rehearsal() ? " · rehearsal" : "")
                    + (session.example() ? " · shipped example" : ""), Ink.PLAIN);
            canvas.text(3, top + 2, Paint.cut(session.name(), canvas.columns() - 4), Ink.DIM);
            canvas.text(3, top + 4, Paint.cut(session.problem().isEmpty()
                    ? "Enter watches it again from its record. c goes on with it where it stopped."
                    : session.problem(), canvas.columns() - 4), session.problem().isEmpty() ? Ink.PLAIN : Ink.BAD);
        });
    }

    private void head() {
        int at = canvas.text(3, 2, Paint.fit("STATE", 13), Ink.DIM);
        at = canvas.text(at, 2, Paint.fit("PLAN", titleColumns()), Ink.DIM);
        if (shape == Shape.WIDE) {
            at = canvas.text(at + 1, 2, Paint.fit("SESSION", 26), Ink.DIM);
        }
        at = canvas.text(at + 1, 2, Paint.fit("STARTED (UTC)", 14), Ink.DIM);
        if (hasEvents()) {
            canvas.text(at + 1, 2, "EVENTS", Ink.DIM);
        }
    }

    private int titleColumns() {
        return Math.max(12, canvas.columns() - (shape == Shape.WIDE ? 80 : hasEvents() ? 51 : 33));
    }

    /** Where there is little room the plan's name needs it more; what is chosen says it below the list. */
    private boolean hasEvents() {
        return shape == Shape.WIDE || shape == Shape.MEDIUM;
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
        if (hasEvents()) {
            canvas.text(at + 1, row, Amounts.count(session.events()) + (session.rehearsal() ? "  rehearsal" : ""),
                    Ink.DIM);
        }
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

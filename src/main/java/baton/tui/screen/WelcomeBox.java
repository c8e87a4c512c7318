package baton.tui.screen;

import java.util.List;

import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Boxes;
import baton.tui.state.Scene;
import baton.tui.state.UiState;

/** The first screen: nothing is asked for, and one key shows everything at work. */
final class WelcomeBox {
    private static final List<String> DETAILS = List.of("a whole team at work; you answer a decision",
            "an orchestrator breaks it down and delegates",
            "Markdown or plan.yaml, such as PLAN.md", "go on with one, or watch it again", "what can be typed where");

    private static final int COLUMNS = 96;
    private static final int LABELS = 10;

    private final Scene scene;
    private final UiState state;
    private final Canvas canvas;

    WelcomeBox(Scene scene, UiState state, Canvas canvas) {
        this.scene = scene;
        this.state = state;
        this.canvas = canvas;
    }

    void paint(int at) {
        int columns = Math.min(COLUMNS, canvas.columns());
        boolean roomy = canvas.rows() >= 24;
        int facts = state.about().isEmpty() ? 0 : state.about().size() + 1;
        int rows = Math.min(Boxes.WELCOME.size() + 2 + (roomy ? 4 : 0) + 2 + facts, canvas.rows() - 1);
        var box = canvas.part((canvas.columns() - columns) / 2, Math.max(0, (canvas.rows() - rows) / 3), columns, rows);
        var inside = Paint.box(box, "Welcome to baton", "1-5 or ↑↓ then Enter · Ctrl+C twice leaves");
        int row = roomy ? intro(inside) : 0;
        for (int i = 0; i < Boxes.WELCOME.size(); i++) {
            choice(inside, row, i, i == at);
            row++;
        }
        facts(inside, row + 1);
    }

    private static void choice(Canvas inside, int row, int number, boolean here) {
        inside.text(0, row, here ? ">" : " ", Ink.ACCENT | Ink.BOLD);
        int next = inside.text(2, row, (number + 1) + "  " + Boxes.WELCOME.get(number), here ? Ink.BOLD : Ink.PLAIN);
        if (inside.columns() >= 64) {
            inside.text(Math.max(next + 2, 28), row, Paint.cut(DETAILS.get(number), inside.columns() - 28), Ink.DIM);
        }
    }

    private static int intro(Canvas inside) {
        inside.text(0, 0, Paint.cut("baton runs the plans people write for teams of LLM agents.", inside.columns()),
                Ink.BOLD);
        inside.text(0, 1, Paint.cut("No key is needed: a rehearsal model is inside, offline, free, and the same",
                inside.columns()), Ink.PLAIN);
        inside.text(0, 2, Paint.cut("for the same seed. Every screen works before you spend anything.",
                inside.columns()), Ink.PLAIN);
        return 4;
    }

    private void facts(Canvas inside, int top) {
        int row = top;
        for (String fact : state.about()) {
            String[] parts = fact.split("\\|", 2);
            inside.text(0, row, Paint.cut(parts[0], LABELS - 1), Ink.DIM);
            inside.text(LABELS, row, Paint.cut(parts[parts.length - 1], inside.columns() - LABELS), Ink.PLAIN);
            row++;
        }
        inside.text(0, row, "Sessions", Ink.DIM);
        inside.text(LABELS, row, Paint.cut(sessions(), inside.columns() - LABELS), Ink.PLAIN);
    }

    private String sessions() {
        var here = scene.sessions();
        return here.isEmpty()
                ? "none yet · nothing has left this machine"
                : here.size() + " here · the newest: " + here.getFirst().title() + ", " + here.getFirst().status();
    }
}

package baton.tui.screen;

import java.util.List;

import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Boxes;
import baton.tui.state.Scene;
import baton.view.text.Amounts;

/** The first screen: nothing is asked for, and one key shows everything at work. */
final class WelcomeBox {
    private static final List<String> DETAILS = List.of("a whole team at work; you answer a decision",
            "an orchestrator breaks it down and delegates",
            "Markdown or plan.yaml, such as PLAN.md", "go on with one, or watch it again", "what can be typed where");

    private final Scene scene;
    private final Canvas canvas;

    WelcomeBox(Scene scene, Canvas canvas) {
        this.scene = scene;
        this.canvas = canvas;
    }

    void paint(int at) {
        int columns = Math.min(88, canvas.columns());
        int rows = Math.min(16, canvas.rows());
        var box = canvas.part((canvas.columns() - columns) / 2, Math.max(0, (canvas.rows() - rows) / 3), columns, rows);
        var inside = Paint.box(box, "Welcome to baton", "1-5 or ↑↓ then Enter · Ctrl+C twice leaves");
        int row = intro(inside);
        for (int i = 0; i < Boxes.WELCOME.size(); i++) {
            boolean here = i == at;
            inside.text(0, row, here ? ">" : " ", Ink.ACCENT | Ink.BOLD);
            int next = inside.text(2, row, (i + 1) + "  " + Boxes.WELCOME.get(i), here ? Ink.BOLD : Ink.PLAIN);
            if (inside.columns() >= 64) {
                inside.text(Math.max(next + 2, 28), row, Paint.cut(DETAILS.get(i), inside.columns() - 28), Ink.DIM);
            }
            row++;
        }
        if (row + 1 < inside.rows()) {
            inside.text(0, row + 1, Paint.cut(scene.sessions().isEmpty()
                    ? "No session here yet. Nothing leaves this machine, nothing is written into your files."
                    : Amounts.of(scene.sessions().size(), "session") + " here so far.", inside.columns()), Ink.DIM);
        }
    }

    private static int intro(Canvas inside) {
        if (inside.rows() < 9) {
            return 0;
        }
        inside.text(0, 0, Paint.cut("baton runs the plans people write for teams of LLM agents.", inside.columns()),
                Ink.PLAIN);
        inside.text(0, 2, Paint.cut("No key is needed to start: a REHEARSAL model is inside,", inside.columns()),
                Ink.PLAIN);
        inside.text(0, 3, Paint.cut("offline, free and always the same for the same seed.", inside.columns()),
                Ink.PLAIN);
        return 5;
    }
}

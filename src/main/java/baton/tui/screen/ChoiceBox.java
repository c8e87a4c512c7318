package baton.tui.screen;

import java.util.ArrayList;

import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Overlay.Choice;
import baton.view.prose.Wrapping;
import baton.view.text.StyledLine;

/** A question before a session begins: what it is about, and what can be said. */
final class ChoiceBox {
    private final Choice choice;
    private final Canvas canvas;

    ChoiceBox(Choice choice, Canvas canvas) {
        this.choice = choice;
        this.canvas = canvas;
    }

    void paint() {
        int columns = Math.min(92, canvas.columns());
        var lines = new ArrayList<StyledLine>();
        choice.lines().forEach(line -> lines.addAll(Wrapping.of(line, Math.max(1, columns - 4))));
        int wanted = lines.size() + choice.choices().size() + 3;
        int rows = Math.min(canvas.rows(), wanted);
        var inside = Paint.box(canvas.part((canvas.columns() - columns) / 2, Math.max(0, (canvas.rows() - rows) / 3),
                columns, rows), choice.title(),
                "1-" + choice.choices().size() + " choose · Enter · Esc "
                        + choice.choices().get(choice.left()).toLowerCase(java.util.Locale.ROOT));
        // What can be said must be in sight; what it is about gives way where there is no room.
        int above = Math.max(0, Math.min(lines.size(), inside.rows() - choice.choices().size() - 1));
        for (int i = 0; i < above; i++) {
            inside.line(0, i, lines.get(i));
        }
        for (int i = 0; i < choice.choices().size(); i++) {
            boolean here = i == choice.at();
            int row = above == 0 ? i : above + 1 + i;
            inside.text(0, row, here ? ">" : " ", Ink.ACCENT | Ink.BOLD);
            inside.text(2, row, Paint.cut((here ? "(•) " : "( ) ") + (i + 1) + "  " + choice.choices().get(i),
                    inside.columns() - 2), here ? Ink.BOLD : Ink.PLAIN);
        }
    }
}

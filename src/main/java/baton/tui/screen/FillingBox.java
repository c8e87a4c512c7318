package baton.tui.screen;

import java.util.List;

import baton.profile.Slot;
import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Overlay.Filling;
import baton.tui.state.Scene;
import baton.view.prose.Wrapping;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;

/** A template as a form: whom it is for, its slots, and what sending it does. */
final class FillingBox {
    private static final int LABELS_MAX = 22;

    private final Scene scene;
    private final Filling filling;
    private final Canvas canvas;
    private final int labels;

    FillingBox(Scene scene, Filling filling, Canvas canvas) {
        this.scene = scene;
        this.filling = filling;
        this.canvas = canvas;
        this.labels = Math.min(LABELS_MAX, filling.template().slots().stream()
                .mapToInt(slot -> TextWidth.of(slot.name()) + 1).max().orElse(4)) + 2;
    }

    void paint() {
        var template = filling.template();
        int columns = Math.min(100, canvas.columns());
        int inner = columns - 4 - labels;
        int wanted = 5;
        for (int field = 0; field < filling.values().size(); field++) {
            wanted += rows(field, inner).size();
        }
        int rows = Math.clamp(wanted + 2L, 3, Math.max(3, canvas.rows() - 2));
        var box = canvas.part((canvas.columns() - columns) / 2, Math.max(0, (canvas.rows() - rows - 2) / 2), columns,
                rows);
        String title = "+" + template.name() + (template.description().isBlank() ? "" : "  " + template.description());
        var inside = Paint.box(box, title, columns < 80
                ? "Tab field · Ctrl+X v text · Esc keeps draft"
                : "Tab field · Ctrl+J line · → takes the offer · Ctrl+X v as text · Esc keeps the draft");
        fields(inside.part(0, 0, inside.columns(), inside.rows() - 4));
        foot(inside.part(0, Math.max(0, inside.rows() - 4), inside.columns(), 4));
    }

    /** As much as there is room for, so that the field the keys go to is among it. */
    private void fields(Canvas part) {
        int count = filling.values().size();
        int first = 0;
        while (first < Math.min(filling.at(), count - 1) && height(first, Math.min(filling.at(), count - 1),
                part.columns() - labels) > part.rows()) {
            first++;
        }
        int row = 0;
        for (int field = first; field < count && row < part.rows(); field++) {
            row += field(part, row, field);
        }
    }

    private int height(int from, int to, int columns) {
        int rows = 0;
        for (int field = from; field <= to; field++) {
            rows += rows(field, columns).size();
        }
        return rows;
    }

    private int field(Canvas part, int row, int field) {
        boolean here = field == filling.at();
        boolean needed = isMissing(field);
        part.text(0, row, here ? ">" : " ", Ink.ACCENT | Ink.BOLD);
        part.text(2, row, Paint.cut(label(field), labels - 3), here ? Ink.BOLD : needed ? Ink.WARN : Ink.DIM);
        var rows = rows(field, part.columns() - labels);
        for (int i = 0; i < rows.size(); i++) {
            part.text(labels, row + i, rows.get(i), Ink.PLAIN);
        }
        if (filling.values().get(field).isEmpty()) {
            part.text(labels, row, Paint.cut(about(field), part.columns() - labels), Ink.DIM);
        }
        if (here) {
            part.cursor(labels + TextWidth.of(rows.getLast()), row + rows.size() - 1);
        }
        return rows.size();
    }

    private List<String> rows(int field, int columns) {
        String value = filling.values().get(field);
        var lines = value.endsWith("\n") || value.isEmpty() ? value + " " : value;
        return lines.lines().flatMap(line -> Wrapping.of(StyledLine.of(line), Math.max(8, columns)).stream())
                .map(line -> line.text().stripTrailing()).toList();
    }

    private String label(int field) {
        return field == 0 ? "for" : filling.template().slots().get(field - 1).name();
    }

    private boolean isMissing(int field) {
        var draft = filling.draft();
        return field == 0 ? draft.isForNobody() : draft.missing().contains(label(field));
    }

    /** What belongs into an empty field. */
    private String about(int field) {
        if (field == 0) {
            String named = filling.template().agent();
            return named.isEmpty() ? "needed: who shall do it" : "@" + named + ", as the template says";
        }
        var slot = filling.template().slots().get(field - 1);
        String what = slot.description().isEmpty() ? slot.name() : slot.description();
        String standard = slot.standard().map(value -> switch (value) {
            case baton.profile.SlotValue.Text(String text) -> text;
            case baton.profile.SlotValue.Many(List<String> texts) -> String.join(", ", texts);
        }).map(value -> " (" + value + ")").orElse("");
        String many = slot.type() == Slot.Type.LIST ? ", a line each" : "";
        return (isMissing(field) ? "needed: " : "") + what + many + standard;
    }

    private void foot(Canvas part) {
        boolean here = filling.at() == filling.values().size();
        String offers = filling.offers().isEmpty() ? "" : "→ " + String.join("  ", filling.offers());
        part.text(2, 0, Paint.cut(offers, part.columns() - 2), Ink.ACCENT);
        var missing = filling.draft().missing();
        int most = scene.session().pool().ceiling();
        int active = scene.session().pool().active();
        String news = !missing.isEmpty()
                ? "needs " + String.join(", ", missing)
                : "adds 1 task · " + Amounts.of(active, "agent") + " at work"
                        + (most > 0 && active >= most ? ": it waits for a slot" : ": it begins at once");
        part.text(2, 2, Paint.cut(news, part.columns() - 2), missing.isEmpty() ? Ink.DIM : Ink.WARN);
        int at = part.text(0, 3, here ? "> " : "  ", Ink.ACCENT | Ink.BOLD);
        part.text(at, 3, "[ Delegate ]", here ? Ink.BOLD | Ink.REVERSE : Ink.PLAIN);
        if (here) {
            part.cursor(at + 2, 3);
        }
    }
}

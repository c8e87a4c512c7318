package baton.tui.flow;

import java.util.List;

import baton.tui.state.Scene;
import baton.view.InboxItem;
import baton.view.InboxItem.Settlement;
import baton.view.prose.Wrapping;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/** Something a person was asked, as one or two rows of the conversation; it says itself when it is settled. */
final class AskRows {
    private AskRows() {}

    static List<Row> of(Scene scene, String item, int columns) {
        return scene.session().inbox().get(item).map(known -> rows(known, columns)).orElse(List.of());
    }

    private static List<Row> rows(InboxItem item, int columns) {
        return switch (item.settlement()) {
            case Settlement.Open open -> open(item, columns);
            case Settlement.Settled settled -> settled(item, settled.how(), settled.by(), columns);
            case Settlement.Assumed assumed -> settled(item, assumed.how() + " (assumed)", assumed.by(), columns);
            case Settlement.Withdrawn withdrawn -> settled(item, "no longer needed", "", columns);
        };
    }

    private static List<Row> open(InboxItem item, int columns) {
        var right = StyledLine.of(Tone.ATTENTION, "! open");
        var margin = StyledLine.of("  ").and(Tone.ATTENTION, "! ");
        var words = StyledLine.of(Tone.STRONG, item.id()).and(Tone.ATTENTION, " needs you: " + item.ask().words());
        var lines = Wrapping.of(words, columns - 10, margin, StyledLine.of("    "));
        var first = new Row("", 0, lines.getFirst(), right);
        return lines.size() == 1 ? List.of(first) : List.of(first, Row.free(shortened(lines, columns)));
    }

    private static StyledLine shortened(List<StyledLine> lines, int columns) {
        String rest = lines.get(1).text();
        return StyledLine.of(Tone.ATTENTION, TextWidth.cut(lines.size() > 2 ? rest + " …" : rest, columns - 10));
    }

    private static List<Row> settled(InboxItem item, String how, String by, int columns) {
        String who = by.isEmpty() ? "" : " by " + by;
        String line = "  ✔ " + item.id() + " " + item.ask().words();
        String answer = "  " + how.lines().findFirst().orElse("") + who;
        int room = columns - TextWidth.of(answer) - 1;
        return List.of(Row.free(room > 24
                ? StyledLine.of(Tone.DIM, TextWidth.cut(line, room) + answer)
                : StyledLine.of(Tone.DIM, TextWidth.cut("  ✔ " + item.id() + answer, columns - 1))));
    }
}

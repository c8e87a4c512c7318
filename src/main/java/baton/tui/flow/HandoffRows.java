package baton.tui.flow;

import java.util.List;

import baton.tui.state.Scene;
import baton.view.HandoffCard;
import baton.view.Tags;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/** Work passed on, as a box where there is room and as a row where there is not. */
final class HandoffRows {
    private static final int BOX_COLUMNS = 70;
    private static final int BOX_COLUMNS_MAX = 96;

    private final Scene scene;
    private final Tags tags;
    private final int columns;

    HandoffRows(Scene scene, Tags tags, int columns) {
        this.scene = scene;
        this.tags = tags;
        this.columns = columns;
    }

    List<Row> of(String id) {
        return scene.session().handoffs().get(id)
                .map(card -> columns >= BOX_COLUMNS ? box(card) : List.of(Row.free(row(card)))).orElse(List.of());
    }

    private StyledLine row(HandoffCard card) {
        String words = "  " + card.id() + " " + tags.of(card.from()).letters() + " ▸ " + to(card, true) + " · "
                + done(card);
        return StyledLine.of(TextWidth.cut(words, columns - 1));
    }

    private String to(HandoffCard card, boolean brief) {
        if (card.to().isEmpty()) {
            return "the next attempt";
        }
        return brief ? tags.of(card.to()).letters() : "@" + card.to();
    }

    private static String done(HandoffCard card) {
        var completed = card.note().completed();
        return completed.isEmpty() ? "nothing done yet" : String.join(", ", completed);
    }

    private List<Row> box(HandoffCard card) {
        int inner = Math.min(columns, BOX_COLUMNS_MAX) - 6;
        String title = " handoff " + card.id() + " · @" + card.from() + " ▸ " + to(card, false) + " ";
        String head = TextWidth.cut(title, inner - 2);
        String counts = "ready " + card.note().dependenciesReady().size() + "   artifacts "
                + card.note().artifacts().size() + "   blockers " + card.note().blockers().size();
        int room = inner - TextWidth.of(counts) - 9;
        String what = room > 12
                ? "done: " + TextWidth.fit(done(card), room) + "   " + counts
                : TextWidth.cut("done: " + done(card), inner);
        String foot = " " + (card.stage() == HandoffCard.Stage.BOUNCED ? "bounced: " + card.reason() : "Enter open")
                + " ";
        return List.of(
                Row.free(StyledLine.of(Tone.DIM, "  ╭─").and(Tone.STRONG, head)
                        .and(Tone.DIM, "─".repeat(Math.max(0, inner + 1 - TextWidth.of(head))) + "╮")),
                Row.free(StyledLine.of(Tone.DIM, "  │ ").and(TextWidth.fit(what, inner)).and(Tone.DIM, " │")),
                Row.free(StyledLine.of(Tone.DIM, "  ╰─" + TextWidth.cut(foot, inner)
                        + "─".repeat(Math.max(0, inner + 1 - TextWidth.of(TextWidth.cut(foot, inner)))) + "╯")));
    }
}

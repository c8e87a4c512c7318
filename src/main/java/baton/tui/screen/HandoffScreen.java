package baton.tui.screen;

import java.util.ArrayList;
import java.util.List;

import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Lists;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.tui.state.View;
import baton.view.FileCard;
import baton.view.HandoffCard;
import baton.view.Tags;
import baton.view.Wording;
import baton.view.prose.Prose;
import baton.view.prose.Wrapping;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** Work passed on, what is in it, and the files agents made. */
final class HandoffScreen {
    private static final int LIST_COLUMNS = 52;

    private final Scene scene;
    private final Tags tags;
    private final UiState state;
    private final Canvas canvas;

    HandoffScreen(Scene scene, Tags tags, UiState state, Canvas canvas) {
        this.scene = scene;
        this.tags = tags;
        this.state = state;
        this.canvas = canvas;
    }

    void paint() {
        var ids = Lists.of(View.HANDOFFS, scene, state);
        var panes = Panes.of(canvas, state, LIST_COLUMNS, 1 + Math.max(1, ids.size()));
        String chosen = Lists.chosen(View.HANDOFFS, scene, state);
        list(panes.list(), ids, chosen);
        var lines = scene.session().handoffs().get(chosen)
                .map(card -> lines(card, panes.detail().columns())).orElseGet(() -> files(panes.detail().columns()));
        int first = Math.min(state.top(View.HANDOFFS), Math.max(0, lines.size() - 1));
        for (int i = first; i < lines.size() && i - first < panes.detail().rows(); i++) {
            panes.detail().line(0, i - first, lines.get(i));
        }
        if (lines.size() - first > panes.detail().rows()) {
            panes.detail().textUpTo(panes.detail().columns(), panes.detail().rows() - 1, "  Tab and j for more",
                    Ink.ACCENT);
        }
    }

    private void list(Canvas part, List<String> ids, String chosen) {
        part.text(2, 0, "HANDOFFS " + ids.size(), Ink.BOLD);
        if (ids.isEmpty()) {
            part.text(2, 1, "Nobody has passed work on yet.", Ink.DIM);
        }
        int rows = part.rows() - 1;
        int first = BoardScreen.first(ids.indexOf(chosen), rows, ids.size());
        for (int i = 0; i < rows && first + i < ids.size(); i++) {
            int row = 1 + i;
            scene.session().handoffs().get(ids.get(first + i))
                    .ifPresent(card -> row(part, row, card, card.id().equals(chosen)));
        }
    }

    private void row(Canvas part, int row, HandoffCard card, boolean chosen) {
        part.text(0, row, chosen ? ">" : " ", Ink.ACCENT | Ink.BOLD);
        int at = part.text(2, row, Paint.fit(card.id(), 5), chosen ? Ink.BOLD : Ink.PLAIN);
        at = part.text(at, row, Paint.fit(card.task(), 6), Ink.DIM);
        var from = tags.of(card.from());
        at = part.text(at, row, from.letters(), Ink.agent(from.number()) | Ink.BOLD);
        at = part.text(at, row, " ▸ ", Ink.DIM);
        var to = tags.of(card.to());
        at = card.to().isEmpty()
                ? part.text(at, row, "next attempt", Ink.DIM)
                : part.text(at, row, to.letters() + " " + card.to(), Ink.agent(to.number()));
        int ink = switch (card.stage()) {
            case OFFERED -> Ink.WARN;
            case ACCEPTED -> Ink.OK;
            case BOUNCED -> Ink.BAD;
        };
        String stage = Wording.words(card.stage());
        part.textUpTo(part.columns() - 1, row, at + stage.length() + 2 < part.columns() ? stage : "", ink);
    }

    private List<StyledLine> lines(HandoffCard card, int columns) {
        var lines = new ArrayList<StyledLine>();
        String to = card.to().isEmpty() ? "the next attempt" : "@" + card.to();
        lines.addAll(Wrapping.of(StyledLine.of(Tone.STRONG, card.id() + "  @" + card.from() + " ▸ " + to), columns));
        lines.addAll(Wrapping.of(
                StyledLine.of(Tone.DIM, card.task() + (card.attempt() > 0 ? ", attempt " + card.attempt() : "") + " · "
                        + (card.author() == HandoffCard.Author.RECORD
                                ? "written from the record"
                                : "written by the agent")
                        + " · "
                        + Wording.words(card.stage()) + (card.reason().isBlank() ? "" : ": " + card.reason())),
                columns));
        lines.add(StyledLine.EMPTY);
        var note = card.note();
        field(lines, "completed", note.completed(), columns);
        field(lines, "dependencies ready", note.dependenciesReady(), columns);
        field(lines, "blockers", note.blockers().isEmpty() ? List.of("none") : note.blockers(), columns);
        field(lines, "next steps", note.nextSteps(), columns);
        field(lines, "artifacts", note.artifacts().stream().map(artifact -> artifact.path() + checked(artifact.path())
                + (artifact.description().isBlank() ? "" : ": " + artifact.description())).toList(), columns);
        if (!note.notes().isBlank()) {
            lines.add(StyledLine.of(Tone.STRONG, "notes"));
            Prose.of(note.notes(), columns - 2).forEach(line -> lines.add(indented(line)));
        }
        lines.add(StyledLine.EMPTY);
        lines.addAll(files(columns));
        return lines;
    }

    /** What baton itself knows of a file that is named. */
    private String checked(String path) {
        return scene.session().files().get(path).filter(file -> !file.afterSha256().isEmpty())
                .map(file -> " (✔ " + Amounts.bytes(file.bytes()) + ")").orElse("");
    }

    private static StyledLine indented(StyledLine line) {
        var spans = new ArrayList<>(StyledLine.of("  ").spans());
        spans.addAll(line.spans());
        return new StyledLine(spans);
    }

    private static void field(List<StyledLine> lines, String name, List<String> values, int columns) {
        if (values.isEmpty()) {
            return;
        }
        lines.add(StyledLine.of(Tone.STRONG, name));
        values.forEach(value -> lines.addAll(Wrapping.of(StyledLine.of(value), columns,
                StyledLine.of(Tone.DIM, "  · "), StyledLine.of("    "))));
    }

    private List<StyledLine> files(int columns) {
        var files = scene.session().files().stream().filter(file -> !file.isAsBefore()).toList();
        var lines = new ArrayList<StyledLine>();
        lines.add(StyledLine.of(Tone.STRONG, "FILES " + files.size()));
        files.forEach(file -> lines.add(file(file, columns)));
        if (files.isEmpty()) {
            lines.add(StyledLine.of(Tone.DIM, "No file was written yet."));
        }
        return lines;
    }

    private StyledLine file(FileCard file, int columns) {
        String kind = file.afterSha256().isEmpty() ? "deleted" : file.beforeSha256().isEmpty() ? "new" : "changed";
        String right = Amounts.bytes(file.bytes()) + "  " + kind + "  " + tags.of(file.agent()).letters();
        int room = columns - right.length() - 4;
        return StyledLine.of("  " + Paint.fit(file.path(), Math.max(8, room)) + " ").and(Tone.DIM, right);
    }
}

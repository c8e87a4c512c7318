package baton.tui.state;

import java.util.function.UnaryOperator;

import baton.tui.state.UiEvent.Typed;
import baton.view.text.TextWidth;

/** Deeds that write: everything the keys of the draft do. */
final class Writing {
    static final String NEW_LINE_CHORD = "Ctrl+J";
    private static final int CLUSTER_MAX = 400;

    static final Deed SEND = new Deed("send", "send the draft", Writing::send);
    static final Deed NEW_LINE = new Deed("new line", "a new line in the draft", edit(draft -> draft.insert("\n")));
    static final Deed ERASE = new Deed("erase", "erase the character before", edit(Writing::erase));
    static final Deed DELETE = new Deed("delete", "delete the character behind", edit(draft -> draft.cut(draft.caret(),
            next(draft), false)));
    static final Deed LEFT = new Deed("left", "a character back", edit(draft -> draft.moved(previous(draft))));
    static final Deed RIGHT = new Deed("right", "a character on", edit(draft -> draft.moved(next(draft))));
    static final Deed WORD_LEFT = new Deed("word back", "a word back",
            edit(draft -> draft.moved(wordStart(draft))));
    static final Deed WORD_RIGHT = new Deed("word on", "a word on", edit(draft -> draft.moved(wordEnd(draft))));
    static final Deed HOME = new Deed("home", "to the start of the line", edit(draft -> draft.moved(lineStart(draft))));
    static final Deed END = new Deed("end", "to the end of the line", edit(draft -> draft.moved(lineEnd(draft))));
    static final Deed CUT_LINE = new Deed("cut back", "cut back to the start of the line",
            edit(draft -> draft.cut(lineStart(draft), draft.caret(), true)));
    static final Deed CUT_REST = new Deed("cut rest", "cut up to the end of the line",
            edit(draft -> draft.cut(draft.caret(), lineEnd(draft), true)));
    static final Deed CUT_WORD = new Deed("cut word", "cut the word before",
            edit(draft -> draft.cut(wordStart(draft), draft.caret(), true)));
    static final Deed YANK = new Deed("put back", "put back what was cut", edit(Composer::yank));
    static final Deed OLDER = new Deed("history", "up a row, then the text before", Writing::older);
    static final Deed NEWER = new Deed("history on", "down a row, then the text behind", Writing::newer);
    static final Deed COMPLETE = new Deed("complete", "take the chosen completion, or go to the view",
            Writing::complete);
    static final Deed END_OR_DELETE = new Deed("delete or leave",
            "delete the character behind; in an empty draft, leave",
            (state, moment) -> state.composer().isEmpty()
                    ? Going.leave(state, moment)
                    : DELETE.act().on(state, moment));

    private Writing() {}

    private static Act edit(UnaryOperator<Composer> how) {
        return (state, moment) -> UiStep.of(edited(state, moment, how.apply(state.composer())));
    }

    /** True where this key only writes: whatever it writes may be joined with what is written by the next. */
    static boolean isText(UiState state, Typed key) {
        return state.view() == View.CHAT && state.zone() == UiState.Zone.COMPOSER && state.form().isEmpty()
                && state.overlay() instanceof Overlay.None
                && (key.chord().equals(NEW_LINE_CHORD) || (!key.text().isEmpty()
                        && Bindings.find(Bindings.contexts(state), key.chord()).isEmpty()));
    }

    /** What a key that only writes writes. */
    static String text(Typed key) {
        return key.chord().equals(NEW_LINE_CHORD) ? "\n" : key.text();
    }

    /** With another draft, and what may follow in it. */
    static UiState edited(UiState state, Moment moment, Composer draft) {
        return state.with(draft).with(Candidates.of(draft, () -> moment.names().of(lane(state))));
    }

    /** The agent that plain words go to: the one whose lane is shown alone. */
    static String lane(UiState state) {
        return state.reading().lane().orElse("");
    }

    private static UiStep send(UiState state, Moment moment) {
        var draft = state.composer();
        if (draft.text().endsWith("\\") && draft.caret() == draft.text().length()) {
            return UiStep.of(edited(state, moment,
                    draft.with(draft.text().substring(0, draft.text().length() - 1) + "\n", draft.caret())));
        }
        return draft.text().isBlank() ? UiStep.of(state) : Sending.of(state, moment);
    }

    private static UiStep complete(UiState state, Moment moment) {
        var completion = state.completion();
        if (!completion.isOpen()) {
            return Going.NEXT_ZONE.act().on(state, moment);
        }
        var draft = state.composer();
        String insert = completion.candidates().get(completion.at()).insert();
        String text = draft.text().substring(0, completion.from()) + insert + draft.text().substring(draft.caret());
        return UiStep.of(edited(state, moment, draft.with(text, completion.from() + insert.length())));
    }

    private static UiStep older(UiState state, Moment moment) {
        if (state.completion().isOpen()) {
            return UiStep.of(state.with(state.completion().chosen(state.completion().at() - 1)));
        }
        var lines = lines(state);
        return UiStep.of(state.with(lines.caretRow() > 0 || lines.above()
                ? state.composer().moved(vertical(state.composer(), -1))
                : state.composer().older()));
    }

    private static UiStep newer(UiState state, Moment moment) {
        if (state.completion().isOpen()) {
            return UiStep.of(state.with(state.completion().chosen(state.completion().at() + 1)));
        }
        var lines = lines(state);
        return UiStep.of(state.with(lines.caretRow() < lines.rows().size() - 1 || lines.below()
                ? state.composer().moved(vertical(state.composer(), 1))
                : state.composer().newer()));
    }

    private static ComposerLines lines(UiState state) {
        return ComposerLines.of(state.composer().text(), state.composer().caret(), state.size().columns() - 4);
    }

    /** The same place in the line above or below; in a line that was broken at the edge, its start or end. */
    private static int vertical(Composer draft, int by) {
        int start = lineStart(draft);
        int column = draft.caret() - start;
        if (by < 0) {
            if (start == 0) {
                return 0;
            }
            int before = draft.text().lastIndexOf('\n', start - 2) + 1;
            return Math.min(before + column, start - 1);
        }
        int end = lineEnd(draft);
        if (end == draft.text().length()) {
            return end;
        }
        int next = draft.text().indexOf('\n', end + 1);
        return Math.min(end + 1 + column, next < 0 ? draft.text().length() : next);
    }

    private static Composer erase(Composer draft) {
        return draft.cut(previous(draft), draft.caret(), false);
    }

    private static int previous(Composer draft) {
        int line = lineStart(draft);
        if (line == draft.caret()) {
            return Math.max(0, draft.caret() - 1);
        }
        // Clusters are found from the start of the line, or of a very long one from far before any that ends here.
        var clusters = TextWidth.clusters(draft.text().substring(Math.max(line, draft.caret() - CLUSTER_MAX),
                draft.caret()));
        return draft.caret() - clusters.getLast().length();
    }

    private static int next(Composer draft) {
        int end = lineEnd(draft);
        if (end == draft.caret()) {
            return Math.min(draft.text().length(), draft.caret() + 1);
        }
        int last = Math.min(end, draft.caret() + CLUSTER_MAX);
        return draft.caret() + TextWidth.clusters(draft.text().substring(draft.caret(), last)).getFirst().length();
    }

    private static int lineStart(Composer draft) {
        return draft.caret() == 0 ? 0 : draft.text().lastIndexOf('\n', draft.caret() - 1) + 1;
    }

    private static int lineEnd(Composer draft) {
        int end = draft.text().indexOf('\n', draft.caret());
        return end < 0 ? draft.text().length() : end;
    }

    private static int wordStart(Composer draft) {
        int at = draft.caret();
        while (at > 0 && isBlank(draft, at - 1)) {
            at--;
        }
        while (at > 0 && !isBlank(draft, at - 1)) {
            at--;
        }
        return at;
    }

    private static int wordEnd(Composer draft) {
        int at = draft.caret();
        while (at < draft.text().length() && isBlank(draft, at)) {
            at++;
        }
        while (at < draft.text().length() && !isBlank(draft, at)) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(Composer draft, int at) {
        return Character.isWhitespace(draft.text().charAt(at));
    }
}

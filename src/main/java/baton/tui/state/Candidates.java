package baton.tui.state;

import java.util.function.Supplier;

import baton.chat.ChatNames;

/** What may follow in the draft, as its list shows it. */
final class Candidates {
    private Candidates() {}

    /** Nothing where the word at the caret is not one that names begin with. */
    static Completion of(Composer draft, Supplier<ChatNames> names) {
        if (draft.text().isBlank() || draft.text().length() > 10_000) {
            return Completion.NONE;
        }
        if (!mayName(draft)) {
            return Completion.NONE;
        }
        var found = baton.chat.Completion.candidates(draft.text(), draft.caret(), names.get());
        if (found.isEmpty()) {
            return Completion.NONE;
        }
        var candidates = found.stream().map(one -> new Completion.Candidate(one.insert(), one.help())).toList();
        return new Completion(candidates, found.getFirst().from(), 0);
    }

    /** Only a command, a template or a word with a sign before it names anything; all other keys need no names. */
    private static boolean mayName(Composer draft) {
        int word = draft.caret();
        while (word > 0 && !Character.isWhitespace(draft.text().charAt(word - 1))) {
            word--;
        }
        String signs = "" + draft.text().charAt(0) + (word < draft.caret() ? draft.text().charAt(word) : ' ');
        return draft.beginning().startsWith("/") || signs.chars().anyMatch(c -> "/+@#".indexOf(c) >= 0);
    }
}

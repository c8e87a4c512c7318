package baton.tui.state;

import baton.chat.ChatNames;

/** What may follow in the draft, as its list shows it. */
final class Candidates {
    private Candidates() {}

    /** Nothing where the word at the caret is not one that names begin with. */
    static Completion of(Composer draft, ChatNames names) {
        if (draft.text().isBlank() || draft.text().length() > 10_000) {
            return Completion.NONE;
        }
        var found = baton.chat.Completion.candidates(draft.text(), draft.caret(), names);
        if (found.isEmpty()) {
            return Completion.NONE;
        }
        var candidates = found.stream().map(one -> new Completion.Candidate(one.insert(), one.help())).toList();
        return new Completion(candidates, found.getFirst().from(), 0);
    }
}

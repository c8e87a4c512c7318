package baton.tui.state;

import java.util.List;

/**
 * What may follow where the caret stands.
 *
 * @param from index into the text from which a candidate takes the place of what is there
 * @param at which of them is chosen
 */
public record Completion(List<Candidate> candidates, int from, int at) {
    public static final Completion NONE = new Completion(List.of(), 0, 0);

    /** One of them: what is inserted, and a word about it. */
    public record Candidate(String insert, String detail) {}

    public Completion {
        candidates = List.copyOf(candidates);
    }

    public Completion chosen(int index) {
        return new Completion(candidates, from, candidates.isEmpty() ? 0 : Math.floorMod(index, candidates.size()));
    }

    public boolean isOpen() {
        return !candidates.isEmpty();
    }
}

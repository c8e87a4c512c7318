package baton.reading.language;

import java.util.Optional;
import java.util.Set;

import baton.plan.Gate;

/** What a gate stands in front of, from the words above it. */
public final class GateScopes {

    private GateScopes() {}

    /** The scope that a title names; empty where it names none. */
    public static Optional<Gate.Scope> of(String key) {
        if (says(key, "COMMIT_SUBJECT")) {
            return Optional.of(Gate.Scope.COMMIT);
        }
        if (says(key, "TASK_SUBJECT")) {
            return Optional.of(Gate.Scope.TASK);
        }
        return says(key, "PHASE_SUBJECT") ? Optional.of(Gate.Scope.PHASE) : Optional.empty();
    }

    private static boolean says(String key, String list) {
        Set<String> words = Lexicon.WORDS.words(list);
        return words.stream().anyMatch(word -> (" " + key + " ").contains(" " + word + " "));
    }
}

package baton.engine.fact;

import java.util.Objects;

/**
 * What proves one criterion.
 *
 * @param criterion the criterion's words, or its number counted from 1
 * @param ref a path, a check's command, a review or a person, as {@code kind} says
 * @param note where to look, such as a section or line; explains, never proves
 */
public record Evidence(String criterion, Kind kind, String ref, String note) {
    /** The kinds that count. Free text is none of them. */
    public enum Kind {
        /** A file this attempt wrote. */
        ARTIFACT,
        /** A file that was there before, checked and left as it is. */
        UNCHANGED,
        /** A check that ran. */
        CHECK,
        /** Another agent's review. */
        REVIEW,
        /** A person's word. */
        PERSON,
        /** A task that was delegated and accepted. */
        TASK
    }

    public Evidence {
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(note, "note");
    }
}

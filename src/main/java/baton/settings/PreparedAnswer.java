package baton.settings;

import java.util.Objects;

/**
 * An answer a person gave in advance.
 *
 * @param key the id, the exact text of the question, or the words to look for, as {@code by} says
 */
public record PreparedAnswer(By by, String key, String answer) {
    /** How the question is recognised. */
    public enum By {
        ID, TEXT, MATCH
    }

    public PreparedAnswer {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(answer, "answer");
    }
}

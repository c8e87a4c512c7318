package baton.runtime;

import java.util.Objects;

/**
 * Text in which every secret the redactor knows has been replaced; what is stored, shown or sent takes this type.
 *
 * @param secrets how many were replaced
 */
public record Redacted(String text, int secrets) {
    public Redacted {
        Objects.requireNonNull(text, "text");
        if (secrets < 0) {
            throw new IllegalArgumentException("secrets must not be negative: " + secrets);
        }
    }

    public boolean isUnchanged() {
        return secrets == 0;
    }

    @Override
    public String toString() {
        return text;
    }
}

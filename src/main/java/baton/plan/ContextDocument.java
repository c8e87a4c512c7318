package baton.plan;

import java.util.Objects;

/** A document the plan refers to; {@code exists} is what the reader found in the workspace. */
public record ContextDocument(String path, Existence exists, Place place) {
    /** Whether the document was there when the plan was read. */
    public enum Existence {
        PRESENT, ABSENT, UNKNOWN
    }

    public ContextDocument {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(exists, "exists");
        Objects.requireNonNull(place, "place");
    }
}

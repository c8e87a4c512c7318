package baton.plan;

import java.util.Objects;

/**
 * A change to one line of a document that mends a fault and can change nothing else.
 *
 * @param before words that stand in the line; where they no longer do, the edit is void
 * @param after what stands there instead
 */
public record Edit(Place place, String before, String after) {
    public Edit {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(after, "after");
        if (before.isEmpty()) {
            throw new IllegalArgumentException("before must not be empty");
        }
    }
}

package baton.plan;

import java.util.Objects;

/** "If X, then Y": a fall-back that the document names. */
public record PlaybookEntry(String when, String then, Place place) {
    public PlaybookEntry {
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(then, "then");
        Objects.requireNonNull(place, "place");
    }
}

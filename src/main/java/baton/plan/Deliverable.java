package baton.plan;

import java.util.List;
import java.util.Objects;

/** Something the whole run must leave behind, and the tasks or files it is made from. */
public record Deliverable(String text, List<String> sources, Place place) {
    public Deliverable {
        sources = List.copyOf(sources);
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(place, "place");
    }
}

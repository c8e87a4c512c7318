package baton.plan;

import java.util.List;
import java.util.Objects;

/** A question to the owner, under the heading (group) where it stands. */
public record PlannedQuestion(String id, String group, String text, List<String> details, Place place) {
    public PlannedQuestion {
        details = List.copyOf(details);
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(place, "place");
    }
}

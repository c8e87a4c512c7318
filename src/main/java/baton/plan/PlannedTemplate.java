package baton.plan;

import java.util.List;
import java.util.Objects;

/** A delegation template inside the document; {@code slots} keeps the order of its fields. */
public record PlannedTemplate(String name, String agent, List<Slot> slots, Place place) {
    /** One labelled field and its lines. */
    public record Slot(String name, List<String> values) {
        public Slot {
            Objects.requireNonNull(name, "name");
            values = List.copyOf(values);
        }
    }

    public PlannedTemplate {
        slots = List.copyOf(slots);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(place, "place");
    }
}

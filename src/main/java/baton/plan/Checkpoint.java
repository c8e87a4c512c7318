package baton.plan;

import java.util.List;
import java.util.Objects;

/** A point at which agents meet; it is reached when every criterion holds. */
public record Checkpoint(String name, String phase, List<Criterion> criteria, Place place) {
    /** What one agent must have ready; the agent is empty where the document names nobody. */
    public record Criterion(String agent, String text) {
        public Criterion {
            Objects.requireNonNull(agent, "agent");
            Objects.requireNonNull(text, "text");
        }
    }

    public Checkpoint {
        criteria = List.copyOf(criteria);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(place, "place");
    }
}

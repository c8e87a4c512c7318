package baton.plan;

import java.util.List;
import java.util.Objects;

/** A severity with the response it calls for. */
public record SeverityLevel(String level, String description, String responseTime, List<String> agents, Place place) {
    public SeverityLevel {
        agents = List.copyOf(agents);
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(responseTime, "responseTime");
        Objects.requireNonNull(place, "place");
    }
}

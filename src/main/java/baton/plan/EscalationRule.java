package baton.plan;

import java.util.List;
import java.util.Objects;

/** What happens with problems of one kind, and who is called. */
public record EscalationRule(String kind, String action, List<String> agents, Place place) {
    public EscalationRule {
        agents = List.copyOf(agents);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(place, "place");
    }
}

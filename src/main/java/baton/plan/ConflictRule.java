package baton.plan;

import java.util.List;
import java.util.Objects;

/** Who owns a resource, who reviews its changes and who has the last word. */
public record ConflictRule(String resource, String owner, List<String> reviewers, String decisionMaker, Place place) {
    public ConflictRule {
        reviewers = List.copyOf(reviewers);
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(decisionMaker, "decisionMaker");
        Objects.requireNonNull(place, "place");
    }
}

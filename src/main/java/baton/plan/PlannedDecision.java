package baton.plan;

import java.util.List;
import java.util.Objects;

/** A decision the document asks for, with the options it names; {@code gates} are the tasks that wait for it. */
public record PlannedDecision(String id, String title, String question, List<Option> options, String recommendation,
        List<String> gates, Place place) {
    /** One option: the key people type, and its words. */
    public record Option(String key, String text) {
        public Option {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(text, "text");
        }
    }

    public PlannedDecision {
        options = List.copyOf(options);
        gates = List.copyOf(gates);
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(recommendation, "recommendation");
        Objects.requireNonNull(place, "place");
    }
}

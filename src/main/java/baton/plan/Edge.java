package baton.plan;

import java.util.Objects;

/**
 * "{@code to} needs {@code from}", as some part of the document says it.
 *
 * @param label the words on the arrow (a readiness signal, an artefact), or empty
 * @param binding true where {@code to} must wait; a soft edge orders and never blocks
 */
public record Edge(String from, String to, String label, Kind kind, boolean binding, Source source, Place place) {
    /** What the two ends are. */
    public enum Kind {
        TASK, AGENT, ARTIFACT
    }

    /** Which part of the document says so. */
    public enum Source {
        MERMAID, GANTT, TEXT, YAML
    }

    public Edge {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(place, "place");
    }
}

package baton.plan;

import java.util.Objects;

/** A figure the document wants measured, its target and how it is computed. */
public record Metric(String name, String target, String measurement, Place place) {
    public Metric {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(measurement, "measurement");
        Objects.requireNonNull(place, "place");
    }
}

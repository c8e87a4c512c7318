package baton.plan;

import java.util.Objects;

/** A person or team outside the run, and what to call them for. */
public record Contact(String subject, String name, Place place) {
    public Contact {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(place, "place");
    }
}

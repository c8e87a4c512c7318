package baton.plan;

import java.util.Objects;

/** Something that happens again and again ("daily, 9 AM"). */
public record Cadence(String every, String what, Place place) {
    public Cadence {
        Objects.requireNonNull(every, "every");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(place, "place");
    }
}

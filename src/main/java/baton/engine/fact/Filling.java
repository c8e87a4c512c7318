package baton.engine.fact;

import java.util.List;
import java.util.Objects;

/** What a person or model puts into one slot of a delegation template; a list slot may have several values. */
public record Filling(String slot, List<String> values) {
    public Filling {
        Objects.requireNonNull(slot, "slot");
        values = List.copyOf(values);
    }
}

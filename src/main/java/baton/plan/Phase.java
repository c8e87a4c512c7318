package baton.plan;

import java.util.List;
import java.util.Objects;

/** A phase, week, sprint or wave: its order in the list is the document's order. */
public record Phase(String id, String name, Mode mode, List<String> tracks, boolean barrier, Place place) {
    /** Whether the work inside may overlap. */
    public enum Mode {
        PARALLEL, SEQUENTIAL
    }

    public Phase {
        tracks = List.copyOf(tracks);
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(place, "place");
    }
}

package baton.plan;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A phase, week, sprint or wave: its order in the list is the document's order. */
public record Phase(String id, String name, Mode mode, List<String> tracks, boolean barrier, Place place) {
    private static final Pattern NUMBER = Pattern.compile("(\\p{L}+)\\D*?(\\d{1,4})(?:\\D+(\\d{1,4}))?.*");

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

    /** True where both are of one kind ("week 3" and "week 1-2") and this one is counted behind the other's last. */
    public boolean isAfter(Phase other) {
        Matcher one = NUMBER.matcher(id);
        Matcher early = NUMBER.matcher(other.id);
        if (!one.matches() || !early.matches() || !one.group(1).equals(early.group(1))) {
            return false;
        }
        int first = Integer.parseInt(early.group(2));
        int last = early.group(3) == null ? first : Math.max(first, Integer.parseInt(early.group(3)));
        return Integer.parseInt(one.group(2)) > last;
    }
}

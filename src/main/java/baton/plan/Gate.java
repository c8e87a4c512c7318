package baton.plan;

import java.util.List;
import java.util.Objects;

/** A list of checks that must hold before something counts as done. */
public record Gate(String name, Scope scope, String subject, List<Check> checks, Place place) {
    /** What the gate stands in front of. */
    public enum Scope {
        TASK, PHASE, RUN, COMMIT
    }

    /**
     * One box of a gate.
     *
     * @param text as written
     * @param command the command whose exit status decides, or empty
     * @param path the file that must exist, or empty
     */
    public record Check(String text, String command, String path) {
        public Check {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(command, "command");
            Objects.requireNonNull(path, "path");
        }
    }

    public Gate {
        checks = List.copyOf(checks);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(place, "place");
    }
}

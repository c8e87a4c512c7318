package baton.settings;

import java.util.Objects;

/** A value together with where it came from, for {@code doctor --config}; {@code where} names the file and line, flag or variable. */
public record Origin<T>(T value, Source source, String where) {
    /** The layers, strongest first. */
    public enum Source {
        FLAG, ENVIRONMENT, USER_FILE, PROJECT_FILE, PLAN, DEFAULT
    }

    public Origin {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(where, "where");
    }
}

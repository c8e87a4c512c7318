package baton.profile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing a template has to be told.
 *
 * @param standard
 *            the value where none is given; empty where the template names none
 * @param options
 *            the allowed values of an {@link Type#ENUM} slot
 */
public record Slot(String name, Type type, Need need, Optional<SlotValue> standard, String description,
        List<String> options) {

    /** What a value must look like. */
    public enum Type {
        TEXT, LIST, PATH, ENUM, TASK_ID, NUMBER
    }

    /** Whether the template can be rendered without a value. */
    public enum Need {
        REQUIRED, OPTIONAL
    }

    public Slot {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(need, "need");
        Objects.requireNonNull(standard, "standard");
        Objects.requireNonNull(description, "description");
        options = List.copyOf(options);
    }
}

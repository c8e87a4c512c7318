package baton.plan;

import java.util.List;
import java.util.Objects;

/** The fields the document wants in every handoff, in its own words; empty where it names none. */
public record HandoffTemplate(List<Field> fields, Place place) {
    /** No template in the document: the standard fields are used. */
    public static final HandoffTemplate NONE = new HandoffTemplate(List.of(), Place.NOWHERE);

    /** One field with its sample text. */
    public record Field(String name, String sample) {
        public Field {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(sample, "sample");
        }
    }

    public HandoffTemplate {
        fields = List.copyOf(fields);
        Objects.requireNonNull(place, "place");
    }
}

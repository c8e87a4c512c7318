package baton.plan;

import java.util.List;
import java.util.Objects;

/** The fields every delegation must carry, in the document's own words. */
public record DelegationSchema(List<String> fields, Place place) {
    public static final DelegationSchema NONE = new DelegationSchema(List.of(), Place.NOWHERE);

    public DelegationSchema {
        fields = List.copyOf(fields);
        Objects.requireNonNull(place, "place");
    }
}

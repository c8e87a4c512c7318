package baton.plan.assist;

import java.util.Objects;

import baton.plan.Place;

/**
 * Words of a document that a proposal rests on.
 *
 * @param place where they stand; as the model says, until {@link Quotations} has found them
 */
public record Citation(Place place, String quote) {
    public Citation {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(quote, "quote");
    }
}

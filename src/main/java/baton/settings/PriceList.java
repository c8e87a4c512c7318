package baton.settings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of models and their prices, with the day on which it was read.
 *
 * @param asOf ISO date
 * @param source where the figures come from, in words
 */
public record PriceList(String asOf, String source, List<ModelFacts> models) {

    public PriceList {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(source, "source");
        models = List.copyOf(models);
    }

    /** The facts of exactly this model; nothing is guessed from a similar name. */
    public Optional<ModelFacts> factsOf(ModelName name) {
        return models.stream().filter(facts -> facts.name().equals(name)).findFirst();
    }
}

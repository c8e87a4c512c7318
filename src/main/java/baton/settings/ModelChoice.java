package baton.settings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which model answers for whom.
 *
 * @param standard for everybody without a choice of their own
 * @param fallbacks tried in order when a model cannot be used
 * @param perAgent choices for single agents, in the order they were found
 * @param facts what is known of the models named above
 */
public record ModelChoice(ModelName standard, List<ModelName> fallbacks, List<AgentModelChoice> perAgent,
        List<ModelFacts> facts) {
    public static final ModelChoice REHEARSAL = new ModelChoice(ModelName.REHEARSAL, List.of(), List.of(), List.of());

    /** The models of one agent, best first. */
    public record AgentModelChoice(String agent, List<ModelName> models) {
        public AgentModelChoice {
            Objects.requireNonNull(agent, "agent");
            models = List.copyOf(models);
        }
    }

    public ModelChoice {
        Objects.requireNonNull(standard, "standard");
        fallbacks = List.copyOf(fallbacks);
        perAgent = List.copyOf(perAgent);
        facts = List.copyOf(facts);
    }

    /** The models to try for an agent, best first; never empty. */
    public List<ModelName> modelsFor(String agent) {
        var own = perAgent.stream().filter(choice -> choice.agent().equals(agent)).findFirst();
        var first = own.map(AgentModelChoice::models).filter(models -> !models.isEmpty()).orElse(List.of(standard));
        return java.util.stream.Stream.concat(first.stream(), fallbacks.stream()).distinct().toList();
    }

    public Optional<ModelFacts> factsOf(ModelName name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }
}

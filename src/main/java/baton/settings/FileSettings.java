package baton.settings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one settings file says, each value with its line; what it does not say is empty.
 *
 * @param models the run's default model first, then the fallbacks, as written: an alias or {@code provider/model}
 * @param amounts the limits that the file sets
 * @param onQuestion what happens with open questions
 * @param aliases short names of models
 * @param agentModels models of single agents, by the agent's id
 * @param profileFolders further folders with agent files
 * @param sessionsFolder where sessions are kept
 * @param trusted what only a trusted file may set; empty for a project's file before a yes
 * @param needsTrust what a project's file would set or start and may not before a yes
 */
public record FileSettings(List<Origin<String>> models, List<Amount> amounts,
        Optional<Origin<RunSettings.OnQuestion>> onQuestion, List<Alias> aliases, List<AgentModels> agentModels,
        List<Origin<String>> profileFolders, Optional<Origin<String>> sessionsFolder, Trusted trusted,
        List<TrustRequest> needsTrust) {

    /** A file that says nothing. */
    public static final FileSettings NONE = new FileSettings(List.of(), List.of(), Optional.empty(), List.of(),
            List.of(),
            List.of(), Optional.empty(), Trusted.NOTHING, List.of());

    /** A limit with its value in the unit that its name ends in. */
    public record Amount(Kind kind, Origin<Long> value) {

        /** Which limit. */
        public enum Kind {
            AGENTS_MAX, AGENTS_MIN, TIME_BOX_MINUTES, TIMEOUT_MINUTES, BUDGET_MICROS, BUDGET_TOKENS, TURNS_MAX
        }
    }

    /** A short name for a model. */
    public record Alias(String name, Origin<String> model) {}

    /** The models of one agent, best first, as written. */
    public record AgentModels(String agent, Origin<List<String>> models) {}

    /** Endpoints, allowed commands and commands to start. */
    public record Trusted(List<Origin<ProviderEndpoint>> providers, List<Origin<String>> allowedCommands,
            Optional<Origin<String>> notifyCommand) {

        public static final Trusted NOTHING = new Trusted(List.of(), List.of(), Optional.empty());

        public Trusted {
            providers = List.copyOf(providers);
            allowedCommands = List.copyOf(allowedCommands);
            Objects.requireNonNull(notifyCommand, "notifyCommand");
        }
    }

    /** Something a project's file asks for: its key and its value in one line, to be shown with the question. */
    public record TrustRequest(String key, Origin<String> value) {}

    public FileSettings {
        models = List.copyOf(models);
        amounts = List.copyOf(amounts);
        Objects.requireNonNull(onQuestion, "onQuestion");
        aliases = List.copyOf(aliases);
        agentModels = List.copyOf(agentModels);
        profileFolders = List.copyOf(profileFolders);
        Objects.requireNonNull(sessionsFolder, "sessionsFolder");
        Objects.requireNonNull(trusted, "trusted");
        needsTrust = List.copyOf(needsTrust);
    }

    public Optional<Origin<Long>> amount(Amount.Kind kind) {
        return amounts.stream().filter(amount -> amount.kind() == kind).map(Amount::value).findFirst();
    }
}

package baton.cli.plan;

import java.util.EnumMap;
import java.util.Map;

import baton.cli.console.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Whether a model may propose what the reader missed. */
final class AssistOptions {
    @Option(names = "--assist", description = "a model proposes what the reader missed, each with the lines it rests on; entered only on a yes")
    private boolean assist;

    @Option(names = "--yes", description = "do not ask: spend, enter all that is proposed, make all edits")
    private boolean yes;

    boolean isAssisted() {
        return assist;
    }

    boolean isYes() {
        return yes;
    }

    /** Which model, and what it may cost; for commands that have no such flags of their own. */
    static final class Asked {
        @ArgGroup(validate = false, heading = "%nThe model of --assist%n")
        private Model model = new Model();

        Map<Setting, String> flags() {
            return model.flags();
        }
    }

    /** The flags themselves, under a heading of their own. */
    static final class Model {
        @Option(names = "--model", paramLabel = "PROVIDER/MODEL", description = "who is asked; else the first one that is configured")
        private @Nullable String model;

        @Option(names = "--budget-usd", paramLabel = "X", description = "most money, in dollars")
        private @Nullable String budgetUsd;

        @Option(names = "--budget-tokens", paramLabel = "N", description = "most tokens, in and out together")
        private @Nullable String budgetTokens;

        @Option(names = "--timeout", paramLabel = "TIME", description = "how long it may take (3m)")
        private @Nullable String timeout;

        Map<Setting, String> flags() {
            var flags = new EnumMap<Setting, String>(Setting.class);
            Setting.MODEL.in(flags, model);
            Setting.BUDGET_USD.in(flags, budgetUsd);
            Setting.BUDGET_TOKENS.in(flags, budgetTokens);
            Setting.TIMEOUT.in(flags, timeout);
            return flags;
        }
    }
}

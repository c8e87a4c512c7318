package baton.cli.setup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import baton.cli.console.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The flags of commands that let agents work. */
public final class RunOptions {
    @ArgGroup(validate = false, heading = "%nWho works and how%n")
    private Work work = new Work();

    @ArgGroup(validate = false, heading = "%nLimits%n")
    private Limits limits = new Limits();

    @ArgGroup(validate = false, heading = "%nInstead of you%n")
    private People people = new People();

    @ArgGroup(validate = false, heading = "%nResults%n")
    private Results results = new Results();

    /** Models and agents. */
    static final class Work {
        @Option(names = "--model", paramLabel = "PROVIDER/MODEL", description = "who answers; \"rehearsal\" is the offline model, and the default without a provider")
        private @Nullable String model;

        @Option(names = "--agents-max", paramLabel = "N", description = "most agents at work at once")
        private @Nullable String agentsMax;

        @Option(names = "--agents-min", paramLabel = "N", description = "the floor below which every second needs a reason")
        private @Nullable String agentsMin;

        @Option(names = "--plan-time", paramLabel = "MEANING", description = "what weeks and days of a plan mean: order")
        private @Nullable String planTime;

        @Option(names = "--seed", paramLabel = "N", description = "of a rehearsal: the same seed gives the same run")
        private @Nullable String seed;

        @Option(names = "--pace", paramLabel = "X", description = "of a rehearsal: 1 is real time, 0 (default) has no waits")
        private @Nullable String pace;

        @Option(names = "--workspace", paramLabel = "DIR", description = "the folder agents work in; a rehearsal writes "
                + "there only if you name it")
        private @Nullable String workspace;
    }

    /** What may be used up. */
    static final class Limits {
        @Option(names = "--time-box", paramLabel = "TIME", description = "for every attempt without a box of its own, such as 15m")
        private @Nullable String timeBox;

        @Option(names = "--timeout", paramLabel = "TIME", description = "stop the run after this run time, exit 124")
        private @Nullable String timeout;

        @Option(names = "--budget-usd", paramLabel = "X", description = "most money, in dollars")
        private @Nullable String budgetUsd;

        @Option(names = "--budget-tokens", paramLabel = "N", description = "most tokens, in and out together")
        private @Nullable String budgetTokens;

        @Option(names = "--turns-max", paramLabel = "N", description = "most model calls")
        private @Nullable String turnsMax;
    }

    /** What happens where a person would be asked. */
    static final class People {
        @Option(names = "--answers", paramLabel = "FILE", description = "answers in advance (YAML): D-3: 2")
        private @Nullable String answers;

        @Option(names = "--answer", paramLabel = "ID=TEXT", description = "one answer in advance; may be repeated")
        private List<String> answer = new ArrayList<>();

        @Option(names = "--on-question", paramLabel = "POLICY", description = "wait (default), recommend or fail")
        private @Nullable String onQuestion;

        @Option(names = "--approve", paramLabel = "RULE", description = "ask, deny (default) or allow:\"COMMAND\"; may be repeated")
        private List<String> approve = new ArrayList<>();

        @Option(names = "--notify", paramLabel = "CMD", description = "run this when you are needed; what is asked is its last argument")
        private @Nullable String notify;
    }

    /** What comes out. */
    static final class Results {
        @Option(names = "--output-format", paramLabel = "FORMAT", description = "text (default), json or stream-json")
        private @Nullable String outputFormat;

        @Option(names = "--junit", paramLabel = "FILE", description = "write the result as JUnit XML as well")
        private @Nullable String junit;

        @Option(names = {"-v", "--verbose"}, description = "tell every step")
        private boolean verbose;
    }

    public Map<Setting, String> flags() {
        var flags = new EnumMap<Setting, String>(Setting.class);
        Setting.MODEL.in(flags, work.model);
        Setting.AGENTS_MAX.in(flags, work.agentsMax);
        Setting.AGENTS_MIN.in(flags, work.agentsMin);
        Setting.PLAN_TIME.in(flags, work.planTime);
        Setting.SEED.in(flags, work.seed);
        Setting.PACE.in(flags, work.pace);
        Setting.WORKSPACE.in(flags, work.workspace);
        Setting.TIME_BOX.in(flags, limits.timeBox);
        Setting.TIMEOUT.in(flags, limits.timeout);
        Setting.BUDGET_USD.in(flags, limits.budgetUsd);
        Setting.BUDGET_TOKENS.in(flags, limits.budgetTokens);
        Setting.TURNS_MAX.in(flags, limits.turnsMax);
        Setting.ANSWERS.in(flags, people.answers);
        Setting.ON_QUESTION.in(flags, people.onQuestion);
        Setting.APPROVE.in(flags, people.approve.isEmpty() ? null : String.join("\n", people.approve));
        Setting.NOTIFY.in(flags, people.notify);
        Setting.OUTPUT_FORMAT.in(flags, results.outputFormat);
        return flags;
    }

    public List<String> answers() {
        return List.copyOf(people.answer);
    }

    public boolean isVerbose() {
        return results.verbose;
    }

    /** The file for JUnit XML, or empty. */
    public String junit() {
        return results.junit == null ? "" : results.junit;
    }
}

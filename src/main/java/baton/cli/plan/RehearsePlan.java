package baton.cli.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.Setting;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.console.WhereOptions;
import baton.cli.live.Beginning;
import baton.cli.live.SilentFace;
import baton.cli.record.SessionsFolder;
import baton.cli.setup.Preparation;
import baton.plan.LoadedPlan;
import baton.plan.PlanGraph;
import baton.plan.TaskSpec;
import baton.settings.ModelChoice;
import baton.settings.ModelFacts;
import baton.view.course.RehearsedRun;
import baton.view.page.ProblemLines;
import baton.view.page.RehearsedPlan;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.wire.PlanJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baton plan rehearse}: the plan simulated many times by the real engine, the offline model and virtual time. */
@Command(description = "Simulate the plan many times with the offline model, and say how long it takes and what decides that.")
final class RehearsePlan implements Callable<ExitCode> {
    private static final int RUNS_MAX = 1_000;
    /** Runs for each other number of agents: a few show the trend. */
    private static final int RUNS_OF_OTHERS = 3;

    private final Surroundings around;

    @Option(names = "--runs", paramLabel = "N", description = "how many runs, with seeds from --seed on (10)")
    private int count = 10;

    @Option(names = "--json", description = "as one JSON object")
    private boolean json;

    @Option(names = "--seed", paramLabel = "N", description = "the first seed (1); the same seeds give the same figures")
    private @Nullable String seed;

    @Option(names = "--agents-max", paramLabel = "N", description = "most agents at work at once; a few runs with other numbers follow anyway")
    private @Nullable String agentsMax;

    @Option(names = "--time-box", paramLabel = "TIME", description = "for every attempt without a box of its own, such as 15m")
    private @Nullable String timeBox;

    @Option(names = "--on-question", paramLabel = "POLICY", description = "wait, recommend (default) or fail")
    private String onQuestion = "recommend";

    @Option(names = "--answers", paramLabel = "FILE", description = "answers in advance (YAML): D-3: 2")
    private @Nullable String answers;

    @Mixin
    private AssistOptions.Asked asked = new AssistOptions.Asked();

    @Mixin
    private WhereOptions.Profiles profiles = new WhereOptions.Profiles();

    @Mixin
    private PlanCommand.Documents documents = new PlanCommand.Documents();

    RehearsePlan(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        if (count < 1 || count > RUNS_MAX) {
            throw UserError.usage("--runs cannot be " + count, "Write a number from 1 to " + RUNS_MAX + ".");
        }
        var loaded = documents.read(around, asked.flags()).loaded();
        if (loaded.isRefused()) {
            documents.output().err(around).show(ProblemLines.of(loaded.problems(), 0));
            throw UserError.refused("the plan has errors and was not rehearsed", "Mend them first.");
        }
        Path folder = Files.createTempDirectory("baton-rehearse-");
        var interrupted = new Thread(() -> delete(folder), "baton-rehearse-end");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            show(rehearsed(loaded, folder), loaded);
        } finally {
            delete(folder);
            Runtime.getRuntime().removeShutdownHook(interrupted);
        }
        return ExitCode.OK;
    }

    private RehearsedPlan rehearsed(LoadedPlan loaded, Path folder) throws IOException, InterruptedException {
        var runs = new ArrayList<RehearsedRun>();
        documents.output().err(around).show(StyledLine.of(Tone.DIM, "Simulating " + Amounts.of(count, "run")
                + ", and a few with other numbers of agents at once; no model is asked."));
        long first = run(loaded, folder, Optional.empty(), 0, runs);
        for (int more = 1; more < count; more++) {
            run(loaded, folder, Optional.empty(), first + more, runs);
        }
        var others = new ArrayList<RehearsedRun>();
        for (int agents : breadths(loaded, runs.getFirst().agentsMax())) {
            for (int more = 0; more < Math.min(count, RUNS_OF_OTHERS); more++) {
                run(loaded, folder, Optional.of(agents), first + more, others);
            }
        }
        return new RehearsedPlan(runs, others);
    }

    /** One, two, twice as many and so on up to all who have work, without the number that is set. */
    private static List<Integer> breadths(LoadedPlan loaded, int set) {
        int all = (int) loaded.plan().tasks().stream().filter(TaskSpec::runs).map(TaskSpec::agent).distinct().count();
        var numbers = new TreeSet<Integer>();
        for (int number = 1; number < all; number *= 2) {
            numbers.add(number);
        }
        numbers.add(Math.max(1, all));
        numbers.remove(set);
        return List.copyOf(numbers);
    }

    /** Gives the seed it used; 0 means the one that is set. */
    private long run(LoadedPlan loaded, Path folder, Optional<Integer> agents, long number, List<RehearsedRun> runs)
            throws IOException, InterruptedException {
        var flags = flags();
        if (number != 0) {
            flags.put(Setting.SEED, String.valueOf(number));
        }
        agents.ifPresent(most -> {
            flags.put(Setting.AGENTS_MAX, String.valueOf(most));
            flags.put(Setting.AGENTS_MIN, "0");
        });
        var preparation = Preparation.of(flags, around);
        var found = preparation.profiles(profiles.folders(around));
        var beginning = Beginning.of(loaded, found, preparation, List.of(),
                SessionsFolder.find(folder.toString(), around), around);
        var settings = beginning.start().settings();
        var face = new SilentFace();
        beginning.work(_ -> face);
        runs.add(RehearsedRun.of(face.view(), face.course(), PlanGraph.of(loaded.plan()), settings.seed(),
                settings.limits().agentsMax()));
        return settings.seed();
    }

    private Map<Setting, String> flags() {
        var flags = new EnumMap<Setting, String>(Setting.class);
        flags.put(Setting.MODEL, "rehearsal");
        flags.put(Setting.PACE, "0");
        flags.put(Setting.ON_QUESTION, onQuestion);
        // Whatever the settings say for runs: nothing of the person's is written, and nobody is called.
        flags.put(Setting.WORKSPACE, "");
        flags.put(Setting.NOTIFY, "");
        Setting.SEED.in(flags, seed);
        Setting.AGENTS_MAX.in(flags, agentsMax);
        Setting.TIME_BOX.in(flags, timeBox);
        Setting.ANSWERS.in(flags, answers);
        return flags;
    }

    private void show(RehearsedPlan rehearsed, LoadedPlan loaded) {
        var out = documents.output().out(around);
        var models = Preparation.of(asked.flags(), around).modelForAll();
        var price = models.factsOf(models.standard()).flatMap(ModelFacts::price);
        if (json) {
            out.write(PlanJson.of(tree(rehearsed, loaded, models, price)));
        } else {
            out.show(rehearsed.page(loaded.plan().name(),
                    onQuestion.equals("recommend") ? "questions answered as recommended" : "questions left to nobody",
                    cost(rehearsed, models, price), around.columns()));
            documents.output().err(around).show(StyledLine.of(Tone.DIM, "Next:  baton run "
                    + String.join(" ", documents.names())));
        }
    }

    private static String cost(RehearsedPlan rehearsed, ModelChoice models, Optional<ModelFacts.Price> price) {
        if (models.standard().isRehearsal()) {
            return "No provider is configured, so there is no price; --model PROVIDER/MODEL names one.";
        }
        return price
                .map(known -> "At the prices of " + models.standard() + " of " + known.asOf() + " that is about "
                        + Amounts.money(rehearsed.costMicros(known)) + "; real models take more turns and more words.")
                .orElse("The price of " + models.standard() + " is not known.");
    }

    private static Map<String, Object> tree(RehearsedPlan rehearsed, LoadedPlan loaded, ModelChoice models,
            Optional<ModelFacts.Price> price) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("simulated", true);
        tree.put("name", loaded.plan().name());
        tree.put("runs", rehearsed.runs().size());
        tree.put("seedFrom", rehearsed.runs().getFirst().seed());
        tree.put("seedTo", rehearsed.runs().getLast().seed());
        tree.put("agentsMax", rehearsed.runs().getFirst().agentsMax());
        var makespan = new LinkedHashMap<String, Object>();
        for (var point : List.of(Map.entry("min", 0), Map.entry("p10", 10), Map.entry("median", 50),
                Map.entry("p90", 90), Map.entry("max", 100))) {
            makespan.put(point.getKey(), rehearsed.quantile(point.getValue(), RehearsedRun::durationMs));
        }
        tree.put("makespanMs", makespan);
        tree.put("statuses", new LinkedHashMap<String, Object>(rehearsed.statuses()));
        tree.put("criticalPaths", rehearsed.chains().stream().map(chain -> {
            var path = new LinkedHashMap<String, Object>();
            path.put("tasks", chain.tasks());
            path.put("runs", chain.runs());
            return path;
        }).toList());
        tree.put("agents", rehearsed.shares().stream().map(share -> {
            var agent = new LinkedHashMap<String, Object>();
            agent.put("id", share.agent());
            agent.put("workedMs", share.workedMs());
            agent.put("percent", share.percent());
            return agent;
        }).toList());
        tree.put("breadths", rehearsed.breadths().stream().map(breadth -> {
            var number = new LinkedHashMap<String, Object>();
            number.put("agentsMax", breadth.agentsMax());
            number.put("runs", breadth.runs());
            number.put("medianMs", breadth.medianMs());
            return number;
        }).toList());
        tree.put("inputTokensMedian", rehearsed.quantile(50, RehearsedRun::inputTokens));
        tree.put("outputTokensMedian", rehearsed.quantile(50, RehearsedRun::outputTokens));
        price.ifPresent(known -> {
            tree.put("priceOf", models.standard().toString());
            tree.put("costMicrosMedian", rehearsed.costMicros(known));
        });
        return tree;
    }

    /** What cannot be deleted is left to the system, which empties this place from time to time. */
    private static void delete(Path folder) {
        try (var tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException gone) {
            return;
        }
    }
}

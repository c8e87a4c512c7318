package baton.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import baton.batch.LineOutput;
import baton.cli.console.ExitCode;
import baton.cli.console.OutputFormat;
import baton.cli.console.Setting;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.live.BatchSession;
import baton.cli.live.BatchSession.Show;
import baton.cli.live.Reports;
import baton.cli.live.StartOptions;
import baton.cli.setup.GoalPlan;
import baton.cli.setup.MergeOption;
import baton.cli.setup.PlanFiles;
import baton.plan.LoadedPlan;
import baton.reading.profile.ProfileFolders;
import baton.view.page.ProblemLines;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton run}: one plan, unattended, to its end or to where only a person can go on. */
@Command(description = "Run a plan unattended, to the end or to where only a person can go on.", footer = {"",
    "Progress goes to standard error, the result to standard output. Exit codes: 0 complete,",
    "4 finished with failures, 5 waiting for a person, 6 budget, 7 provider, 124 timeout, 130 interrupted.",
    "", "Example:  baton run PLAN.md --model rehearsal --seed 7",
    "          baton run --goal \"Compare our three hosting offers and recommend one\""})
final class RunCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(paramLabel = "PLAN", arity = "0..*", description = "Markdown documents or plan.yaml; - is standard input")
    private List<String> plans = new ArrayList<>();

    @Option(names = "--goal", paramLabel = "TEXT", description = "instead of a plan: what the orchestrator shall achieve with the agents that have a profile")
    private @Nullable String goal;

    @Mixin
    private MergeOption merge = new MergeOption();

    @Mixin
    private StartOptions start = new StartOptions();

    RunCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        var reports = Reports.tried(start.run().junit(), around);
        var err = start.output().err(around);
        var beginning = start.beginning(found -> plan(found, err), around);
        var format = OutputFormat.parse(beginning.preparation().layers().text(Setting.OUTPUT_FORMAT));
        beginning.noteUnfinished(err);
        if (format == OutputFormat.STREAM_JSON) {
            // Otherwise the progress tells them.
            err.show(ProblemLines.of(beginning.news(), 0));
        }
        var show = new Show(start.output(), format, start.run().isVerbose(), reports);
        return beginning.work(session -> new BatchSession(around, show, session));
    }

    private LoadedPlan plan(ProfileFolders.Found found, LineOutput err) {
        var text = goal;
        if (text == null) {
            return PlanFiles.readSound(plans, merge.merging(), around, err);
        }
        if (!plans.isEmpty() || text.isBlank()) {
            throw UserError.usage(plans.isEmpty() ? "the goal says nothing" : "a plan and a goal were named",
                    "Name a plan, or say what is to be achieved:  baton run --goal \"Compare …\"");
        }
        return GoalPlan.of(text, found.catalog());
    }
}

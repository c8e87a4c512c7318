package baton.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import baton.batch.LineOutput;
import baton.cli.BatchSession.Show;
import baton.cli.LiveSession.Start;
import baton.plan.LoadedPlan;
import baton.plan.Problem;
import baton.view.page.ProblemLines;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baton run}: one plan, unattended, to its end or to where only a person can go on. */
@Command(description = "Run a plan unattended, to the end or to where only a person can go on.", footer = {"",
    "Progress goes to standard error, the result to standard output. Exit codes: 0 complete,",
    "4 finished with failures, 5 waiting for a person, 6 budget, 7 provider, 124 timeout, 130 interrupted.",
    "", "Example:  baton run PLAN.md --model rehearsal --seed 7"})
final class RunCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(paramLabel = "PLAN", arity = "1..*", description = "Markdown documents or plan.yaml; - is standard input")
    private List<String> plans = new ArrayList<>();

    @Mixin
    private MergeOption merge = new MergeOption();

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private WhereOptions where = new WhereOptions();

    @Mixin
    private WhereOptions.Profiles profiles = new WhereOptions.Profiles();

    @Mixin
    private OutputOptions output = new OutputOptions();

    RunCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        var preparation = Preparation.of(options.flags(), around);
        var format = OutputFormat.parse(preparation.layers().text(Setting.OUTPUT_FORMAT));
        var reports = Reports.tried(options.junit(), around);
        var loaded = PlanFiles.readSound(plans, merge.reading(), around);
        var cast = preparation.cast(loaded.plan(), profiles.folders(around));
        var settings = preparation.settings(loaded, cast, options.answers());
        var place = preparation.workspace(settings.mode());
        preparation.noteChecks(loaded.plan(), place, settings);
        var sessions = SessionsFolder.find(where.sessions(around), around);
        var err = output.err(around);
        noteUnfinished(sessions, loaded, err);
        if (format == OutputFormat.STREAM_JSON) {
            // Otherwise the progress tells them.
            err.show(ProblemLines.of(joined(loaded.problems(), preparation.notes()).stream()
                    .filter(RunCommand::isNews).toList(), 0));
        }
        var show = new Show(output, format, options.isVerbose(), reports);
        return new LiveSession(around, preparation.wiring(), session -> new BatchSession(around, show, session)).open(
                sessions, place,
                new Start(settings, loaded.plan(), joined(loaded.problems(), preparation.notes()), cast.castings()));
    }

    private static String title(LoadedPlan loaded) {
        return loaded.plan().name();
    }

    /** Notes are in the record and in {@code plan lint}; on the screen only what may need a hand. */
    private static boolean isNews(Problem problem) {
        return problem.severity() != Problem.Severity.NOTE;
    }

    private static List<Problem> joined(List<Problem> some, List<Problem> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static void noteUnfinished(SessionsFolder sessions, LoadedPlan loaded, LineOutput err) {
        for (var listing : sessions.catalog().list()) {
            boolean open = !listing.example() && !List.of("complete", "degraded", "running").contains(listing.status());
            if (open && listing.title().equals(title(loaded)) && listing.problem().isEmpty()) {
                err.show(StyledLine.of(Tone.DIM,
                        "note: an earlier session of this plan is not finished; go on with it by  "
                                + "baton resume " + listing.name()));
                return;
            }
        }
    }
}

package baton.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.live.LineOptions;
import baton.cli.live.LineSession;
import baton.cli.live.Reports;
import baton.cli.live.SpendingConsent;
import baton.cli.live.StartOptions;
import baton.cli.setup.GoalPlan;
import baton.cli.setup.MergeOption;
import baton.cli.setup.PlanFiles;
import baton.view.page.ProblemLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baton chat}: the conversation line by line. */
@Command(description = "Talk with a session line by line: run a plan, or just give the orchestrator a goal.", footer = {
    "",
    "/help lists what can be typed; @agent words, #task words, /answer, /pause and so on are the same in every face.",
    "Type the id of a matter, or ! for the next one, and then its number. Ctrl-D leaves; baton resume goes on.",
    "From a pipe every line is an entry, and the session ends when nothing goes on by itself any more.",
    "", "Examples:  baton chat PLAN.md --model rehearsal --pace 0.1", "           baton chat --plain < lines.txt"})
final class TalkCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(paramLabel = "PLAN", arity = "0..*", description = "Markdown documents or plan.yaml; none to begin with a goal")
    private List<String> plans = new ArrayList<>();

    @Mixin
    private MergeOption merge = new MergeOption();

    @Mixin
    private StartOptions start = new StartOptions();

    TalkCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        if (plans.contains("-")) {
            throw UserError.usage("standard input is what you say here, so the plan cannot come from it",
                    "Name the plan's file.");
        }
        var err = start.output().err(around);
        var reports = Reports.tried(start.run().junit(), around);
        var beginning = start.beginning(found -> plans.isEmpty()
                ? GoalPlan.of("", found.catalog())
                : PlanFiles.readSound(plans, merge.merging(), around, err), around);
        beginning.noteUnfinished(err);
        err.show(ProblemLines.of(beginning.news(), 0));
        SpendingConsent.ask(beginning.start(), around, err);
        return beginning.work(session -> new LineSession(around, beginning.sessions(),
                LineOptions.seat(start.output(), start.run().isVerbose(), reports, around), session));
    }
}

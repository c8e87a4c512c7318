package baton.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.live.ScriptSession;
import baton.cli.live.ScriptText;
import baton.cli.live.StartOptions;
import baton.cli.setup.FileTexts;
import baton.cli.setup.GoalPlan;
import baton.cli.setup.MergeOption;
import baton.cli.setup.PlanFiles;
import baton.cli.setup.SideFolders;
import baton.line.PlainConsole;
import baton.view.page.ProblemLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton script}: says the lines of a file to a session of its own, and asserts what the file expects. */
@Command(description = "Say the lines of a file to a session of its own, and assert what they expect.", footer = {"",
    "Lines are those of the chat. \"# plan: FILE\" names the plan; other lines that begin with # and a blank are comments.",
    "expect task T-1 accepted within 2h     expect tasks accepted     expect inbox D-1     expect inbox empty",
    "expect event handoff.created 2         expect no event task.failed   expect words \"merged\"",
    "expect file reports/a.md \"words\"       expect idle within 1h     expect exit 0",
    "A time is the session's own; a rehearsal stands still between the lines, so a script comes out the same every time.",
    "Exit codes: 0 all carried out, 3 a line cannot be, 4 an expectation did not hold.",
    "", "Example:  baton script demo.baton --model rehearsal"})
final class ScriptCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(paramLabel = "FILE", description = "the script; - is standard input")
    private String file = "";

    @Option(names = "--plan", paramLabel = "PLAN", description = "the plan, instead of the one the script names; may be repeated")
    private List<String> plans = new ArrayList<>();

    @Mixin
    private MergeOption merge = new MergeOption();

    @Mixin
    private StartOptions start = new StartOptions();

    ScriptCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        var script = ScriptText.read(file, around);
        var err = start.output().err(around);
        var named = plans.isEmpty() ? script.plans() : plans;
        var beginning = start.beginning(
                found -> named.isEmpty()
                        ? GoalPlan.of("", found.catalog())
                        : PlanFiles.readSound(named, merge.merging(), around, err),
                around);
        err.show(ProblemLines.of(beginning.news(), 0));
        return beginning.work(typing -> new ScriptSession(around, beginning.sessions(), script,
                new PlainConsole(InputStream.nullInputStream(), around.out(),
                        new PlainConsole.Manner(false, start.output().isAscii(around))),
                FileTexts.of(SideFolders.of(beginning.sessions().folder(), typing.session()), beginning.place())::text,
                typing.session()));
    }
}

package baton.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import baton.cli.BatchSession.Show;
import baton.view.page.ProblemLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton resume}: goes on where a session stopped, under its own settings with what the flags change. */
@Command(description = "Go on where a session stopped. Nothing that was answered is asked again.", footer = {"",
    "Flags change what the session was started with; models, seed and plan stay as they were.", "",
    "Example:  baton resume last --answer D-1=2"})
final class ResumeCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(paramLabel = "SESSION", arity = "0..1", defaultValue = "last", description = "the newest one if not named")
    private String session = "last";

    @Option(names = "--tui", description = "on the full screen")
    private boolean tui;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private WhereOptions where = new WhereOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ResumeCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        var sessions = SessionsFolder.find(where.sessions(around), around);
        if (tui) {
            return new ScreenPlaces(around, sessions, output, options).goOn(session);
        }
        var resuming = new Resumption(around, sessions, options.flags(), options.answers());
        var format = OutputFormat.parse(resuming.preparation().layers().text(Setting.OUTPUT_FORMAT));
        var reports = Reports.tried(options.junit(), around);
        var show = new Show(output, format, options.isVerbose(), reports);
        return resuming.resume(session, name -> new BatchSession(around, show, name),
                notes -> output.err(around).show(ProblemLines.of(notes, 0)));
    }
}

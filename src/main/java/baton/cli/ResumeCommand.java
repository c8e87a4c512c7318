package baton.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.OutputOptions;
import baton.cli.console.Surroundings;
import baton.cli.console.WhereOptions;
import baton.cli.live.GoingOn;
import baton.cli.live.Resumption;
import baton.cli.live.ScreenStage;
import baton.cli.record.SessionsFolder;
import baton.cli.setup.RunOptions;
import baton.settings.RunSettings.Face;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baton resume}: goes on where a session stopped, under its own settings with what the flags change. */
@Command(description = "Go on where a session stopped. Nothing that was answered is asked again.", footer = {"",
    "Flags change what the session was started with; the seed and the plan stay as they were.", "",
    "Example:  baton resume last --answer D-1=2"})
final class ResumeCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(paramLabel = "SESSION", arity = "0..1", defaultValue = "last", description = "the newest one if not named")
    private String session = "last";

    @Mixin
    private GoingOn going = new GoingOn();

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
        var resuming = new Resumption(around, sessions, options.flags(), options.answers());
        return going.before(going.face(() -> recordedFace(resuming)), resuming, session,
                new GoingOn.Shown(around, sessions, output, options));
    }

    /** Lines where there is no screen any more. */
    private Face recordedFace(Resumption resuming) {
        var had = resuming.recordedFace(session);
        return had == Face.TUI && !ScreenStage.isPossible(around) ? Face.LINE : had;
    }
}

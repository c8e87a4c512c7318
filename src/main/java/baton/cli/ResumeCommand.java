package baton.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.OutputFormat;
import baton.cli.console.OutputOptions;
import baton.cli.console.Setting;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.console.WhereOptions;
import baton.cli.live.BatchSession;
import baton.cli.live.BatchSession.Show;
import baton.cli.live.LineOptions;
import baton.cli.live.LineSession;
import baton.cli.live.Reports;
import baton.cli.live.Resumption;
import baton.cli.live.RoomOption;
import baton.cli.live.ScreenPlaces;
import baton.cli.live.ScreenStage;
import baton.cli.record.SessionsFolder;
import baton.cli.setup.RunOptions;
import baton.settings.RunSettings.Face;
import baton.view.page.ProblemLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton resume}: goes on where a session stopped, under its own settings with what the flags change. */
@Command(description = "Go on where a session stopped. Nothing that was answered is asked again.", footer = {"",
    "Flags change what the session was started with; the seed and the plan stay as they were.", "",
    "Example:  baton resume last --answer D-1=2"})
final class ResumeCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(paramLabel = "SESSION", arity = "0..1", defaultValue = "last", description = "the newest one if not named")
    private String session = "last";

    @Option(names = "--batch", description = "unattended, whatever face it had")
    private boolean batch;

    @Option(names = "--line", description = "line by line, as baton chat")
    private boolean line;

    @Option(names = "--tui", description = "on the full screen")
    private boolean tui;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private WhereOptions where = new WhereOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private RoomOption room = new RoomOption();

    ResumeCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        var sessions = SessionsFolder.find(where.sessions(around), around);
        var resuming = new Resumption(around, sessions, options.flags(), options.answers());
        return switch (face(resuming)) {
            case TUI -> new ScreenPlaces(around, sessions, output, options).in(room.room()).goOn(session);
            case LINE -> resuming.resume(session,
                    name -> new LineSession(around, sessions, LineOptions.seat(output, options.isVerbose(),
                            Reports.tried(options.junit(), around), around),
                            name),
                    notes -> output.err(around).show(ProblemLines.of(notes, 0)));
            case BATCH -> inBatch(resuming);
        };
    }

    /** The face it had, unless another is wanted or no screen is there. */
    private Face face(Resumption resuming) {
        if ((batch && line) || (batch && tui) || (line && tui)) {
            throw UserError.usage("only one of --batch, --line and --tui can hold", "Choose one.");
        }
        if (batch || line || tui) {
            return batch ? Face.BATCH : line ? Face.LINE : Face.TUI;
        }
        var had = resuming.recordedFace(session);
        return had == Face.TUI && !ScreenStage.isPossible(around) ? Face.LINE : had;
    }

    private ExitCode inBatch(Resumption resuming) throws IOException, InterruptedException {
        var format = OutputFormat.parse(resuming.preparation().layers().text(Setting.OUTPUT_FORMAT));
        var reports = Reports.tried(options.junit(), around);
        var show = new Show(output, format, options.isVerbose(), reports);
        return resuming.resume(session, name -> new BatchSession(around, show, name),
                notes -> output.err(around).show(ProblemLines.of(notes, 0)));
    }
}

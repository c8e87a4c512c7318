package baton.cli.live;

import java.io.IOException;
import java.util.function.Supplier;

import baton.cli.console.ExitCode;
import baton.cli.console.OutputFormat;
import baton.cli.console.OutputOptions;
import baton.cli.console.Setting;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.live.BatchSession.Show;
import baton.cli.record.SessionsFolder;
import baton.cli.setup.RunOptions;
import baton.settings.RunSettings.Face;
import baton.view.page.ProblemLines;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The face before which a recorded session goes on, and how it is shown there. */
public final class GoingOn {
    @Option(names = "--batch", description = "unattended, whatever face it had")
    private boolean batch;

    @Option(names = "--line", description = "line by line, as baton chat")
    private boolean line;

    @Option(names = "--tui", description = "on the full screen")
    private boolean tui;

    @Mixin
    private RoomOption room = new RoomOption();

    /** What the command was told of how it is shown. */
    public record Shown(Surroundings around, SessionsFolder sessions, OutputOptions output, RunOptions options) {}

    /** The face that was asked for, else what {@code otherwise} says. */
    public Face face(Supplier<Face> otherwise) {
        if ((batch && line) || (batch && tui) || (line && tui)) {
            throw UserError.usage("only one of --batch, --line and --tui can hold", "Choose one.");
        }
        if (batch || line || tui) {
            return batch ? Face.BATCH : line ? Face.LINE : Face.TUI;
        }
        return otherwise.get();
    }

    /** Lets it go on; the screen resumes by itself, with the options it is given. */
    public ExitCode before(Face face, Resumption resuming, String session, Shown shown)
            throws IOException, InterruptedException {
        return switch (face) {
            case TUI -> new ScreenPlaces(shown.around(), shown.sessions(), shown.output(), shown.options())
                    .in(room.room()).goOn(session);
            case LINE -> resuming.resume(session,
                    name -> new LineSession(shown.around(), shown.sessions(),
                            LineOptions.seat(shown.output(), shown.options().isVerbose(), reports(shown),
                                    shown.around()),
                            name),
                    notes(session, shown));
            case BATCH -> inBatch(resuming, session, shown);
        };
    }

    private static ExitCode inBatch(Resumption resuming, String session, Shown shown)
            throws IOException, InterruptedException {
        var format = OutputFormat.parse(resuming.preparation().layers().text(Setting.OUTPUT_FORMAT));
        var show = new Show(shown.output(), format, shown.options().isVerbose(), reports(shown));
        return resuming.resume(session, name -> new BatchSession(shown.around(), show, name),
                notes(session, shown));
    }

    private static Reports reports(Shown shown) {
        return Reports.tried(shown.options().junit(), shown.around());
    }

    /** Heard once the session could be opened to go on with. */
    private static Resumption.Notes notes(String session, Shown shown) {
        return notes -> {
            shown.sessions().noteOpenToOthers(shown.sessions().file(session));
            shown.output().err(shown.around()).show(ProblemLines.of(notes, 0));
        };
    }
}

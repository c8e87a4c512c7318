package baton.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import baton.cli.console.EventText;
import baton.cli.console.ExitCode;
import baton.cli.console.OutputFormat;
import baton.cli.console.OutputOptions;
import baton.cli.console.Setting;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.console.WhereOptions;
import baton.cli.fork.SessionFork;
import baton.cli.fork.SessionFork.Made;
import baton.cli.live.GoingOn;
import baton.cli.live.Reports;
import baton.cli.live.Resumption;
import baton.cli.live.ScreenStage;
import baton.cli.live.ScriptText;
import baton.cli.record.SessionsFolder;
import baton.cli.setup.FileTexts;
import baton.cli.setup.RunOptions;
import baton.cli.setup.SideFolders;
import baton.cli.setup.WorkspaceNote;
import baton.line.EndLook;
import baton.line.Script;
import baton.plan.Problem;
import baton.settings.RunSettings.Face;
import baton.view.Sentences;
import baton.view.SessionView;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.wire.EventCodec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton fork}: a new session from a point of another one, with other answers, models or limits. */
@Command(description = "Go another way from a point of a session, in a new session. The other one is only read.", footer = {
    "",
    "Flags change what the session was run with from there on. Turns that were answered before are not asked again,",
    "and count towards a budget; what was under way is lost or runs again, as after a crash.",
    "Files of a person stay as they are; a rehearsal works in a copy of its own, brought back to that point.",
    "Numbers of events:  baton replay SESSION --numbers", "",
    "Example:  baton fork last --at 40 --decide D-1=2 --rehearse"})
final class ForkCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(paramLabel = "SESSION", description = "id, start of one, file, or last; it may be at work")
    private String session = "";

    @Option(names = "--at", paramLabel = "SEQ", required = true, description = "the last event that both sessions have")
    private long at;

    @Option(names = "--decide", paramLabel = "ID=CHOICE", description = "one decision that is open there; may be repeated")
    private List<String> decide = new ArrayList<>();

    @Option(names = "--tell", paramLabel = "LINE", description = "words to an agent or task, as in the chat: \"@writer use metres\"; may be repeated")
    private List<String> tell = new ArrayList<>();

    @Option(names = "--rehearse", description = "go on with the offline model, in a copy of the workspace")
    private boolean rehearse;

    @Option(names = "--expect", paramLabel = "FILE", description = "lines \"expect …\" as in a script, looked at when it has ended")
    private @Nullable String expect;

    @Mixin
    private GoingOn going = new GoingOn();

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private WhereOptions where = new WhereOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ForkCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        var face = going.face(() -> Face.BATCH);
        var expected = expected(face);
        var sessions = SessionsFolder.find(where.sessions(around), around);
        var fork = new SessionFork(around, sessions, options.flags());
        var resuming = new Resumption(around, sessions, fork.flagsToGoOn(), List.of());
        // Whatever could keep it from going on is refused before anything is made.
        var format = OutputFormat.parse(resuming.preparation().layers().text(Setting.OUTPUT_FORMAT));
        Reports.tried(options.junit(), around);
        if (face == Face.TUI && !ScreenStage.isPossible(around)) {
            throw UserError.usage("the screen needs a terminal, and this is none", "Leave --tui out.");
        }
        var made = fork.make(new SessionFork.Order(session, at, options.answers(), decide, tell, rehearse));
        tell(made, format);
        var exitCode = going.before(face, resuming, made.session(),
                new GoingOn.Shown(around, sessions, output, options));
        return expected.isPresent() ? look(expected.get(), sessions, made.session(), exitCode) : exitCode;
    }

    private Optional<Script> expected(Face face) throws IOException {
        var file = expect;
        if (file != null && face != Face.BATCH) {
            throw UserError.usage("--expect holds for a fork that runs unattended", "Leave --line and --tui out.");
        }
        return file == null ? Optional.empty() : Optional.of(ScriptText.expectations(file, around));
    }

    private void tell(Made made, OutputFormat format) {
        var err = output.err(around);
        var first = made.facts().getFirst();
        err.show(StyledLine.of(Tone.STRONG, made.session())
                .and(": " + Sentences.of(SessionView.EMPTY, first).says().value()));
        made.notes().forEach(note -> err.show(StyledLine.of(Tone.DIM, "note: " + note)));
        if (format == OutputFormat.STREAM_JSON) {
            var out = output.out(around);
            made.facts().stream().map(EventText.lines(made.session())).forEach(out::write);
        }
    }

    /** What holds of its end makes the exit code, unless it could not come to one. */
    private ExitCode look(Script script, SessionsFolder sessions, String name, ExitCode exitCode) {
        boolean ended = switch (exitCode) {
            case OK, FAILED, WAITING, BUDGET -> true;
            case INTERNAL, USAGE, REFUSED, PROVIDER, DIVERGED, TIMEOUT, INTERRUPTED, TERMINATED -> false;
        };
        if (!ended) {
            return exitCode;
        }
        var file = sessions.file(name);
        var side = SideFolders.of(file);
        var texts = new FileTexts(side, WorkspaceNote.read(side).orElse(around.folder()));
        try (var record = sessions.catalog().openToRead(file)) {
            var failures = EndLook.failures(script.steps(), record, fact -> EventCodec.nameOf(fact.event()),
                    texts::text);
            if (!failures.isEmpty()) {
                throw UserError.failed("the fork " + name + " did not come out as expected", failures.stream()
                        .map(failure -> Problem.error("script", failure.step().place(),
                                failure.step().text() + ": " + failure.message(), failure.hint()))
                        .toList());
            }
        }
        output.err(around).show(StyledLine.of(Tone.GOOD, "all that was expected held"));
        return ExitCode.OK;
    }
}

package baton.cli.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import baton.batch.LineOutput;
import baton.cli.console.ExitCode;
import baton.cli.console.OutputOptions;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.console.WhereOptions;
import baton.cli.record.SessionsFolder;
import baton.cli.setup.SideFolders;
import baton.runtime.ControlLine;
import baton.runtime.ControlLine.Heard;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.wire.ControlCodec;
import baton.wire.ControlReply;
import baton.wire.ControlRequest;
import picocli.CommandLine.Mixin;

/** What every command has that reaches a session at work in another process. */
public final class VisitOptions {
    private static final Duration REPLY = Duration.ofSeconds(40);

    @Mixin
    private WhereOptions where = new WhereOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final ControlCodec codec = new ControlCodec();

    public LineOutput out(Surroundings around) {
        return output.out(around);
    }

    public LineOutput err(Surroundings around) {
        return output.err(around);
    }

    /** Who asks, as the record shall name them: who answers second is told by whom the first answer was. */
    public Optional<String> by(Surroundings around) {
        String terminal = around.terminalName();
        return terminal.isEmpty() ? Optional.empty() : Optional.of("person at " + terminal);
    }

    /** Where the session is and how it is read, whether a process works on it or not. */
    public Place place(String session, Surroundings around) {
        var sessions = SessionsFolder.find(where.sessions(around), around);
        return new Place(sessions, sessions.file(session));
    }

    /** A session's file in its folder. */
    public record Place(SessionsFolder sessions, Path file) {
        String name() {
            return SideFolders.nameOf(file);
        }

        public boolean isAtWork() {
            return sessions.catalog().isAtWork(file);
        }
    }

    /** A line to the process that works on the session; the person is told what to do where there is none. */
    public ControlLine call(String session, Surroundings around) {
        var place = place(session, around);
        String name = place.name();
        return ControlLine.to(SideFolders.of(place.file()).control()).orElseThrow(() -> {
            boolean locked = place.isAtWork();
            if (!locked) {
                // What is no session is refused as such, before anybody is told to go on with it.
                place.sessions().catalog().openToRead(place.file()).close();
            }
            return UserError.refused(locked
                    ? "a process works on session " + name + ", but it cannot be reached from here"
                    : "no process works on session " + name + " now",
                    locked
                            ? "It may be just beginning or ending, or run in another version of baton."
                            : "Go on with it by  baton resume " + name + ", with an answer by  --answer ID=TEXT.");
        });
    }

    public void send(ControlLine line, ControlRequest request) {
        String text = codec.line(request);
        if (!ControlLine.fits(text)) {
            throw UserError.refused("that is too long to be sent to another process",
                    "Put it into a file of the workspace and name the file.");
        }
        if (!line.send(text)) {
            throw gone();
        }
    }

    /** Waits for the reply to a request that was just sent. */
    ControlReply reply(ControlLine line) throws InterruptedException {
        return switch (line.next(REPLY)) {
            case Heard.Line(String text) -> codec.reply(text);
            case Heard.End end -> throw gone();
            case Heard.Silence silence -> throw UserError.of(ExitCode.INTERNAL, "the session does not answer",
                    "Its process may be stopped (Ctrl-Z) or very busy.");
        };
    }

    public ControlReply read(String line) {
        return codec.reply(line);
    }

    private static UserError gone() {
        return UserError.refused("the process that worked on the session ended before it answered",
                "See  baton sessions list, and go on with  baton resume.");
    }

    /** Sends one request and shows what came of it. */
    public ExitCode ask(String session, ControlRequest request, Surroundings around) throws InterruptedException {
        try (var line = call(session, around)) {
            send(line, request);
            return show(reply(line), around);
        }
    }

    /** What came of a request: done on standard output, or an error that says why not. */
    public ExitCode show(ControlReply reply, Surroundings around) {
        switch (reply) {
            case ControlReply.Done done -> done.lines().forEach(line -> out(around).show(line.styled()));
            case ControlReply.Told told -> out(around).show(told.line().styled());
            case ControlReply.LeftOut left -> out(around)
                    .show(StyledLine.of(Tone.DIM, "(" + left.lines() + " lines left out)"));
            case ControlReply.Over over -> out(around).show(StyledLine.of(Tone.STRONG, "The session has ended: ")
                    .and(over.status()));
            case ControlReply.Refused refused -> throw UserError.refused(refused.reason(), refused.hint());
        }
        return ExitCode.OK;
    }
}

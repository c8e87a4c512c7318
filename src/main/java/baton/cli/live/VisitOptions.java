package baton.cli.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
import baton.view.text.Typing;
import baton.wire.ControlCodec;
import baton.wire.ControlReply;
import baton.wire.ControlRequest;
import picocli.CommandLine.Mixin;

/** What every command has that reaches a session at work in another process. */
public final class VisitOptions {
    /** After so long without a word a person wonders. */
    public static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration REPLY = Duration.ofSeconds(40);
    private static final String STILL = "its process may be stopped (Ctrl-Z) or very busy";

    @Mixin
    private WhereOptions where = new WhereOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final ControlCodec codec = new ControlCodec();
    /** Known once the session was found. */
    private Typing typing = Typing.PLAIN;

    /** What helps a person where no process works on the session with this name. */
    public interface Away {
        String hint(String session);
    }

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
        var place = new Place(sessions, sessions.file(session));
        typing = sessions.typing(place.name());
        return place;
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
    public ControlLine call(String session, Surroundings around, Away away) {
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
                            : typing.inOwn(away.hint(name)));
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
    private ControlReply reply(ControlLine line, Surroundings around) throws InterruptedException {
        var heard = line.next(PATIENCE);
        if (heard instanceof Heard.Silence) {
            noteSilence(around);
            heard = line.next(REPLY);
        }
        return switch (heard) {
            case Heard.Line(String text) -> codec.reply(text);
            case Heard.End end -> throw gone();
            case Heard.Silence silence -> throw UserError.refused("the session does not answer", STILL);
        };
    }

    /** So that nobody sits before an empty screen without knowing why. */
    public void noteSilence(Surroundings around) {
        err(around).show(StyledLine.of(Tone.DIM, "the session has not answered yet; " + STILL));
    }

    public ControlReply read(String line) {
        return codec.reply(line);
    }

    private UserError gone() {
        return UserError.refused("the process that worked on the session ended before it answered",
                inOwn("Go on with it by  baton resume " + typing.session() + "."));
    }

    /** Sends one request and shows what came of it. */
    public ExitCode ask(String session, ControlRequest request, Surroundings around, Away away)
            throws InterruptedException {
        try (var line = call(session, around, away)) {
            send(line, request);
            return show(reply(line, around), around);
        }
    }

    /** What came of a request: done on standard output, or an error that says why not. */
    public ExitCode show(ControlReply reply, Surroundings around) {
        switch (reply) {
            case ControlReply.Done done -> done.lines().forEach(line -> out(around).show(inPage(line)));
            case ControlReply.Told told -> out(around).show(inPage(told.line()));
            case ControlReply.LeftOut left -> out(around)
                    .show(StyledLine.of(Tone.DIM, "(" + left.lines() + " lines left out)"));
            case ControlReply.Over over -> out(around).show(StyledLine.of(Tone.STRONG, "The session has ended: ")
                    .and(over.status()));
            case ControlReply.Refused refused -> throw UserError.refused(refused.reason(), inOwn(refused.hint()));
        }
        return ExitCode.OK;
    }

    /** What the other process said, with commands as they are typed here. */
    public List<StyledLine> inPage(ControlReply.Line line) {
        return typing.inPage(List.of(line.styled()));
    }

    /** The session's name, once it was found. */
    public String name() {
        return typing.session();
    }

    /** A hint of the other process, with commands as they are typed here. */
    public String inOwn(String hint) {
        return typing.inOwn(hint);
    }
}

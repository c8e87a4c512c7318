package baton.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;

import baton.batch.LineOutput;
import baton.cli.console.EventText;
import baton.cli.console.ExitCode;
import baton.cli.console.OutputFormat;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.live.VisitOptions;
import baton.replay.Follower;
import baton.runtime.ControlLine;
import baton.runtime.ControlLine.Heard;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.wire.ControlReply;
import baton.wire.ControlRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton attach}: watches a session at work from another terminal, and says what is typed or piped in to its chat. */
@Command(description = "Watch a session at work from another terminal, and steer it.", footer = {"",
    "Every line that is typed, or comes from a pipe, is a line of the chat: /answer D-1 2, @agent words, /pause, /help.",
    "Ctrl-D or Ctrl-C leaves; the session works on.",
    "With --output-format stream-json every event of the record comes as a line, from the first on and without a gap;",
    "what is said about what you type goes to standard error.", "",
    "Examples:  baton attach last", "           baton attach last --output-format stream-json"})
final class AttachCommand implements Callable<ExitCode> {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Surroundings around;

    @Parameters(paramLabel = "SESSION", arity = "0..1", defaultValue = "last", description = "the newest one if not named")
    private String session = "last";

    @Option(names = "--output-format", paramLabel = "FORMAT", description = "text (default) or stream-json")
    private String format = "text";

    @Mixin
    private VisitOptions visit = new VisitOptions();

    AttachCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        var wanted = OutputFormat.parse(format);
        if (wanted == OutputFormat.JSON) {
            throw UserError.usage("a session that goes on has no single result to write",
                    "Write --output-format stream-json, or see  baton sessions show " + session + " --json.");
        }
        try (var line = visit.call(session, around,
                name -> "See  baton log " + name + ", or go on with it by  baton resume " + name)) {
            if (wanted == OutputFormat.STREAM_JSON) {
                return follow(line);
            }
            visit.send(line, new ControlRequest.Attach());
            begin("typed", () -> steer(line));
            return watch(line);
        }
    }

    private static void begin(String name, Runnable what) {
        Thread.ofPlatform().daemon().name(name).start(what);
    }

    /** The events come from the record itself: whoever reads slowly misses none and holds up nobody. */
    private ExitCode follow(ControlLine line) throws InterruptedException {
        begin("typed", () -> steer(line));
        begin("replies", () -> tellReplies(line));
        var place = visit.place(session, around);
        var out = visit.out(around);
        try (var record = place.sessions().catalog().openToRead(place.file())) {
            var text = EventText.lines(record.name());
            var last = new Follower(() -> !line.isClosed() && place.isAtWork(), Thread::sleep).follow(record,
                    (view, event) -> {
                        out.write(text.apply(event));
                        return !out.isGone();
                    });
            return last.head().result().isPresent() || out.isGone() ? ExitCode.OK : left(line);
        }
    }

    private void tellReplies(ControlLine line) {
        try {
            for (var heard = line.next(LOOK); !(heard instanceof Heard.End); heard = line.next(LOOK)) {
                if (heard instanceof Heard.Line(String text)) {
                    tellReply(visit.read(text));
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellReply(ControlReply reply) {
        if (reply instanceof ControlReply.Refused refused) {
            show(visit.err(around), refused.reason(), visit.inOwn(refused.hint()));
        } else if (reply instanceof ControlReply.Done done) {
            done.lines().forEach(said -> visit.err(around).show(visit.inPage(said)));
        }
    }

    /** A pipe that ends is no wish to leave; the end of what is typed at a terminal is. */
    private void steer(ControlLine line) {
        try (var typed = new BufferedReader(new InputStreamReader(around.in(), StandardCharsets.UTF_8))) {
            for (String text = typed.readLine(); text != null; text = typed.readLine()) {
                if (!text.isBlank()) {
                    send(line, text);
                }
            }
        } catch (IOException closed) {
            // As good as an end.
        }
        if (around.terminals().in()) {
            line.close();
        }
    }

    private void send(ControlLine line, String text) {
        try {
            visit.send(line, new ControlRequest.Tell(text, visit.by(around)));
        } catch (UserError refused) {
            show(visit.err(around), refused.message(), refused.hint());
        }
    }

    private ExitCode watch(ControlLine line) throws InterruptedException {
        var out = visit.out(around);
        // How it stands comes at once; later a session may work and say nothing for long.
        var heard = line.next(VisitOptions.PATIENCE);
        if (heard instanceof Heard.Silence) {
            visit.noteSilence(around);
        }
        for (; !out.isGone(); heard = line.next(LOOK)) {
            switch (heard) {
                case Heard.Silence silence -> {
                    // Nothing to show.
                }
                case Heard.End end -> {
                    return left(line);
                }
                case Heard.Line(String text) -> {
                    var reply = visit.read(text);
                    if (reply instanceof ControlReply.Refused refused) {
                        show(visit.err(around), refused.reason(), visit.inOwn(refused.hint()));
                    } else {
                        visit.show(reply, around);
                    }
                    if (reply instanceof ControlReply.Over) {
                        return ExitCode.OK;
                    }
                }
            }
        }
        return ExitCode.OK;
    }

    private ExitCode left(ControlLine line) {
        if (line.isClosed()) {
            return ExitCode.OK;
        }
        throw UserError.refused("the process that worked on the session is gone",
                visit.inOwn("Go on with it by  baton resume " + visit.name() + "."));
    }

    private static void show(LineOutput err, String reason, String hint) {
        err.show(StyledLine.of(Tone.ATTENTION, reason));
        if (!hint.isBlank()) {
            err.show(StyledLine.of(Tone.DIM, "  hint: " + hint));
        }
    }
}

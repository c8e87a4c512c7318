package baton.cli.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import baton.batch.LineOutput;
import baton.chat.Completion;
import baton.chat.SessionNames;
import baton.cli.console.ExitCode;
import baton.cli.console.Interrupts;
import baton.cli.console.Surroundings;
import baton.cli.record.RecordHand;
import baton.cli.record.SessionsFolder;
import baton.engine.Command.Stop;
import baton.engine.Command.StopReason;
import baton.engine.fact.RecordedEvent;
import baton.line.ChatHand;
import baton.line.ChatHand.Who;
import baton.line.Console;
import baton.line.LineTalk;
import baton.line.SessionNow;
import baton.line.Suggesting.Suggestion;
import baton.line.Telling;
import baton.line.Telling.Manner;
import baton.runtime.SessionControl;
import baton.runtime.SessionListener;
import baton.runtime.SessionRecord;
import baton.settings.RunSettings;
import baton.view.SessionView;
import baton.view.page.Summary;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.view.text.Typing;

/** One session with a person, or a pipe, before it: line by line, until they leave. */
public final class LineSession implements SessionFace {
    private static final long TWICE_MS = 2_000;
    private static final Duration BEGIN_WAIT = Duration.ofSeconds(20);
    private static final Duration STOP_WAIT = Duration.ofSeconds(20);

    private final Surroundings around;
    private final SessionsFolder sessions;
    private final String session;
    private final Typing typing;
    private final Console console;
    private final LineOutput out;
    private final Reports reports;
    private final SessionNow now;
    private final Telling telling;
    private volatile Optional<StopReason> signal = Optional.empty();
    private volatile long interruptedAtMs = Long.MIN_VALUE / 2;

    /**
     * What it works with.
     *
     * @param console taken over and closed
     * @param out for the page at the end
     * @param now heard by the console's completion as well
     * @param reports written at the end
     */
    record Seat(Console console, LineOutput out, SessionNow now, Manner manner, Reports reports) {}

    public LineSession(Surroundings around, SessionsFolder sessions, Seat seat, Typing typing) {
        this.around = around;
        this.sessions = sessions;
        this.typing = typing;
        this.session = typing.session();
        this.console = seat.console();
        this.out = seat.out();
        this.reports = seat.reports();
        this.now = seat.now();
        this.telling = new Telling(console, now, seat.manner());
    }

    /** How what is being typed could go on, in the session as it stands. */
    static List<Suggestion> suggestions(SessionNow now, String line, int cursor) {
        return Completion.candidates(line, cursor, SessionNames.of(now.moment().state(), "")).stream()
                .map(candidate -> new Suggestion(candidate.insert().strip(), candidate.help())).toList();
    }

    @Override
    public RunSettings.Face kind() {
        return RunSettings.Face.LINE;
    }

    @Override
    public List<SessionListener> listeners() {
        return List.of(now, telling);
    }

    @Override
    public void catchUp(RecordedEvent event) {
        now.catchUp(event);
    }

    @Override
    public SessionView view() {
        return now.view();
    }

    @Override
    public void remark(String note) {
        console.show(StyledLine.of(Tone.DIM, "note: " + typing.inOwn(note)));
    }

    @Override
    public ExitCode watch(SessionControl control, String filesIn, SessionRecord record) throws InterruptedException {
        Interrupts.passTo(reason -> stop(control, reason));
        if (console.isAttended()) {
            Interrupts.onInterrupt(() -> interrupted(control));
        }
        var hand = new ChatHand(control, now::moment,
                new RecordHand(around, sessions, session, console::tellTerminal),
                new Who("person", typing, around.columns()));
        now.awaitBegin(BEGIN_WAIT);
        var end = new LineTalk(console, hand, now).talk(() -> isOver(control));
        if (end != LineTalk.End.SESSION_OVER && signal.isEmpty()) {
            control.tell(new Stop(StopReason.QUIT));
        }
        var result = control.awaitResult(STOP_WAIT);
        console.close();
        control.failure().ifPresent(failure -> {
            throw failure;
        });
        out.show(Summary.of(now.view(), new Summary.Frame(typing, filesIn, around.columns()).brief()));
        reports.write(now.view(), record).ifPresent(note -> out.show(StyledLine.of(Tone.DIM, "note: " + note)));
        return ExitCode.of(result.orElseThrow(() -> new IllegalStateException("the session did not end in time"))
                .exitCode());
    }

    private void stop(SessionControl control, StopReason reason) {
        signal = Optional.of(reason);
        control.tell(new Stop(reason));
    }

    /** Only where the console does not read the key itself. */
    private void interrupted(SessionControl control) {
        long nowMs = System.nanoTime() / 1_000_000;
        if (nowMs - interruptedAtMs <= TWICE_MS) {
            stop(control, StopReason.INTERRUPTED);
        } else {
            remark("nothing was stopped; Ctrl-C again within two seconds ends the session, and everything is kept");
        }
        interruptedAtMs = nowMs;
    }

    private boolean isOver(SessionControl control) {
        try {
            return signal.isPresent() || control.failure().isPresent()
                    || control.awaitResult(Duration.ZERO).isPresent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        console.close();
    }
}

package baton.line;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import baton.chat.Expectation;
import baton.chat.ScriptLine;
import baton.engine.Command.Stop;
import baton.engine.Command.StopReason;
import baton.engine.SessionState;
import baton.engine.fact.RecordedEvent;
import baton.line.Script.Step;
import baton.runtime.Running;
import baton.runtime.SessionControl;
import baton.runtime.SessionListener;
import baton.runtime.TimeSource;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a script in a session, line by line.
 *
 * <p>Where time is virtual it stands still except while an expectation is waited for, and stops in the very moment one holds; so
 * every line falls at the same moment in every run.
 */
public final class ScriptTalk implements SessionListener {
    /** Beyond this something is stuck; a script must end. */
    private static final Duration REAL_MAX = Duration.ofMinutes(30);
    private static final Duration STILL_MAX = Duration.ofSeconds(60);

    private final SessionNow now;
    private final Console console;
    private final Seen seen;
    private @Nullable TimeSource time;
    private Optional<Waiting> waiting = Optional.empty();

    /** One expectation that is waited for; {@code over} once it holds or its time is up. */
    private record Waiting(Expectation expected, CountDownLatch over) {}

    /** The line that was not carried out, and why. */
    public record Failure(Step step, Kind kind, String message, String hint) {
        /** What went wrong. */
        public enum Kind {
            /** The line makes no sense in this session. */
            NOT_UNDERSTOOD,
            /** The session did not do it, or an expectation did not hold. */
            NOT_HELD
        }
    }

    /**
     * Hears the session through {@code now}, which must be told of every fact before this is.
     *
     * @param typeOf the name of a fact as scripts write it
     * @param file the text of a file of the workspace, empty where there is none
     */
    public ScriptTalk(SessionNow now, Console console, Function<RecordedEvent, String> typeOf,
            Function<String, Optional<String>> file) {
        this.now = now;
        this.console = console;
        this.seen = new Seen(typeOf, file);
    }

    /** Takes the clock before anything happens. */
    public synchronized void clock(TimeSource clock) {
        time = clock;
        clock.hold();
    }

    @Override
    public synchronized void committed(List<RecordedEvent> events, SessionState state) {
        events.forEach(event -> seen.add(now.view(), event));
        waiting.filter(wait -> seen.holds(wait.expected(), now.moment())).ifPresent(this::end);
    }

    /** Stops the clock where it is. */
    private void end(Waiting wait) {
        clock().hold();
        waiting = Optional.empty();
        wait.over().countDown();
    }

    private synchronized void timeIsUp(Waiting wait) {
        if (waiting.equals(Optional.of(wait))) {
            end(wait);
        }
    }

    private synchronized TimeSource clock() {
        if (time == null) {
            throw new IllegalStateException("a script needs the session's clock first");
        }
        return time;
    }

    /** Carries out all lines; the first that fails ends it. The clock runs again afterwards. */
    public Optional<Failure> run(List<Step> steps, ChatHand hand, SessionControl session) throws InterruptedException {
        try {
            clock().awaitStill(STILL_MAX);
            for (var step : steps) {
                var failure = carryOut(step, hand, session);
                if (failure.isPresent()) {
                    return failure;
                }
                clock().awaitStill(STILL_MAX);
            }
            return Optional.empty();
        } finally {
            clock().release();
        }
    }

    private Optional<Failure> carryOut(Step step, ChatHand hand, SessionControl session) throws InterruptedException {
        console.show(StyledLine.of(Tone.STRONG, step.place().line() + "> " + step.text()));
        return switch (step.line()) {
            case ScriptLine.Say(String text) -> say(step, hand, text);
            case ScriptLine.Expect(Expectation expected, long withinMs) -> expect(step, expected, withinMs, session);
            case ScriptLine.Nothing nothing -> Optional.empty();
            case ScriptLine.Faulty(var problem) -> Optional.of(new Failure(step, Failure.Kind.NOT_UNDERSTOOD,
                    problem.message(), problem.hint()));
        };
    }

    private Optional<Failure> say(Step step, ChatHand hand, String text) {
        return switch (hand.say(text, "")) {
            case Came.Recorded recorded -> Optional.empty();
            case Came.Shown(List<StyledLine> lines) -> {
                console.show(lines);
                yield Optional.empty();
            }
            case Came.TakenBack back -> Optional.empty();
            case Came.NotUnderstood(String reason, String hint) ->
                Optional.of(new Failure(step, Failure.Kind.NOT_UNDERSTOOD, reason, hint));
            case Came.Refused(String reason, String hint) ->
                Optional.of(new Failure(step, Failure.Kind.NOT_HELD, reason, hint));
            case Came.Focused focused -> Optional.of(new Failure(step, Failure.Kind.NOT_UNDERSTOOD,
                    "A script has no lane.", "Begin each line with @agent."));
            case Came.Left() -> leave(hand);
        };
    }

    private static Optional<Failure> leave(ChatHand hand) {
        hand.tell(List.of(new Stop(StopReason.QUIT)));
        return Optional.empty();
    }

    /** {@code expect exit} ends the session first where nothing goes on by itself any more. */
    private Optional<Failure> expect(Step step, Expectation expected, long withinMs, SessionControl session)
            throws InterruptedException {
        if (expected instanceof Expectation.Exit && now.view().head().result().isEmpty()) {
            awaitHolding(new Expectation.Idle(), withinMs, session);
            session.tell(new Stop(StopReason.QUIT));
        }
        return awaitHolding(expected, withinMs, session)
                ? Optional.empty()
                : Optional.of(new Failure(step, Failure.Kind.NOT_HELD, "it does not hold: "
                        + instead(expected), ""));
    }

    private synchronized String instead(Expectation expected) {
        return seen.instead(expected, now.moment());
    }

    /** A session that broke tells nothing any more. */
    private void awaitEnd(Waiting wait, SessionControl session) throws InterruptedException {
        long deadline = System.nanoTime() + REAL_MAX.toNanos();
        boolean over = false;
        while (!over && session.failure().isEmpty() && System.nanoTime() < deadline) {
            over = wait.over().await(1, TimeUnit.SECONDS);
        }
        if (!over) {
            timeIsUp(wait);
        }
    }

    private boolean awaitHolding(Expectation expected, long withinMs, SessionControl session)
            throws InterruptedException {
        var wait = new Waiting(expected, new CountDownLatch(1));
        Running alarm;
        synchronized (this) {
            if (seen.holds(expected, now.moment())) {
                return true;
            }
            waiting = Optional.of(wait);
            alarm = clock().at(clock().monotonicMs() + withinMs, () -> timeIsUp(wait));
        }
        clock().release();
        awaitEnd(wait, session);
        alarm.cancel();
        synchronized (this) {
            return seen.holds(expected, now.moment());
        }
    }
}

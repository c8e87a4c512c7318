package baton.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import baton.engine.Command;
import baton.engine.Effect;
import baton.engine.Engine;
import baton.engine.Fold;
import baton.engine.Input;
import baton.engine.Input.Stamped;
import baton.engine.SessionState;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.runtime.EventStore.Chunk;
import baton.runtime.EventStore.Group;
import baton.runtime.Mailbox.Letter;

/**
 * The loop that owns a session's state: it takes what arrived, lets the engine decide, records, publishes, and only then acts.
 *
 * <p>One thread. Nothing is acted on before it is durable, and nobody is told before it is durable.
 */
public final class SessionLoop implements SessionControl {
    private static final int GROUP_MAX = 256;
    private static final long IDLE_MS = 1_000;

    private final Workplace workplace;
    private final List<SessionListener> listeners;
    private final Mailbox mailbox = new Mailbox();
    private final MessageLog messages;
    private final ExecutorService executor;
    private final EffectRunner effects;
    private final Thread thread;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final Map<String, Integer> ordinals = new LinkedHashMap<>();

    /** What the loop's own thread sends; putting it into a full mailbox would wait for itself. */
    private final List<Letter> own = new ArrayList<>();

    private volatile boolean closed;
    private SessionState state;
    private long n;
    private long lastAtMs;
    private final long elapsedBase;
    private final long startedAtMs;
    private Running alarm = Running.NOTHING;

    private SessionLoop(Workplace workplace, List<SessionListener> listeners, Past past) {
        this.workplace = workplace;
        this.listeners = List.copyOf(listeners);
        this.messages = new MessageLog(workplace.store());
        this.state = past.state();
        this.n = past.inputs();
        this.lastAtMs = past.atMs();
        this.elapsedBase = past.elapsedMs();
        this.startedAtMs = workplace.time().monotonicMs();
        this.executor = executor(workplace.time());
        this.effects = new EffectRunner(workplace, executor, messages, new LoopPost());
        this.thread = Thread.ofPlatform().name("baton-loop").unstarted(this::loop);
    }

    /** What the record already holds. */
    private record Past(SessionState state, long inputs, long atMs, long elapsedMs) {
        static final Past NONE = new Past(SessionState.EMPTY, 0, 0, 0);
    }

    /** Tools run one after another where time is virtual, so that two runs with one seed are the same. */
    private static ExecutorService executor(TimeSource time) {
        return time instanceof SystemTime
                ? Executors.newVirtualThreadPerTaskExecutor()
                : Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    }

    /** Starts a new session in an empty store. */
    public static SessionLoop open(Workplace workplace, Command.Open opening, List<SessionListener> listeners) {
        return started(new SessionLoop(workplace, listeners, Past.NONE), opening);
    }

    /**
     * Goes on with a recorded session.
     *
     * @throws IllegalStateException where the record cannot be folded by this version's rules
     */
    public static SessionLoop resume(Workplace workplace, Command.Resume resume, List<SessionListener> listeners) {
        return started(new SessionLoop(workplace, listeners, past(workplace.store())), resume);
    }

    private static SessionLoop started(SessionLoop loop, Command first) {
        loop.thread.start();
        loop.tell(first);
        return loop;
    }

    private static Past past(SessionRecord record) {
        var state = SessionState.EMPTY;
        long atMs = 0;
        try (var events = record.events(1, Long.MAX_VALUE)) {
            for (var iterator = events.iterator(); iterator.hasNext();) {
                var event = iterator.next();
                state = Fold.evolve(state, event);
                atMs = Math.max(atMs, event.atMs());
            }
        }
        long inputs = 0;
        long elapsedMs = 0;
        try (var all = record.inputs(1)) {
            for (var iterator = all.iterator(); iterator.hasNext();) {
                var input = iterator.next();
                inputs = input.n();
                elapsedMs = input.elapsedMs();
                atMs = Math.max(atMs, input.atMs());
            }
        }
        return new Past(state, inputs, atMs, elapsedMs);
    }

    @Override
    public void tell(Command command) {
        new LoopPost().send(command, List.of());
    }

    @Override
    public Optional<SessionResult> awaitResult(Duration wait) throws InterruptedException {
        if (!over.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        return state.result();
    }

    @Override
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure.get());
    }

    @Override
    public void close() {
        closed = true;
        effects.cancelAll();
        executor.shutdownNow();
        try {
            mailbox.put(new Letter.Nudge());
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workplace.model().close();
        workplace.tools().close();
        workplace.time().close();
        workplace.store().close();
    }

    private void loop() {
        try {
            // The result of the process before stands in the state until the resume has been handled.
            boolean begun = false;
            while (!closed && (!begun || state.result().isEmpty())) {
                var letters = own.isEmpty() ? mailbox.take(GROUP_MAX, IDLE_MS) : takeOwn();
                if (!letters.isEmpty()) {
                    handle(letters);
                    begun = true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.set(e);
        } finally {
            alarm.cancel();
            effects.cancelAll();
            over.countDown();
        }
    }

    private List<Letter> takeOwn() {
        var letters = List.copyOf(own);
        own.clear();
        return letters;
    }

    /** Decides everything that arrived, records it as one group, publishes it, then acts. */
    private void handle(List<Letter> letters) {
        var inputs = new ArrayList<Stamped>();
        var events = new ArrayList<RecordedEvent>();
        var wishes = new ArrayList<Effect>();
        var chunks = new ArrayList<Chunk>();
        var contents = new ArrayList<Content>();
        for (var letter : letters) {
            switch (letter) {
                case Letter.Mail mail -> {
                    var stamped = stamp(mail.input());
                    var step = Engine.handle(state, stamped);
                    state = step.state();
                    inputs.add(stamped);
                    events.addAll(step.events());
                    wishes.addAll(step.effects());
                    contents.addAll(mail.contents());
                }
                case Letter.Piece piece -> {
                    int ordinal = ordinals.merge(piece.turn(), 1, Integer::sum);
                    chunks.add(Mailbox.chunk(piece, ordinal, workplace.time().wallMs(), state.course().nextSeq() - 1));
                }
                case Letter.Nudge ignored -> {
                    // Only there to wake the loop.
                }
            }
        }
        workplace.store().append(new Group(inputs, events, chunks, contents));
        publish(events, chunks);
        wishes.forEach(effects::run);
        inputs.forEach(ignored -> workplace.time().release());
    }

    private void publish(List<RecordedEvent> events, List<Chunk> chunks) {
        events.forEach(messages::remember);
        for (var listener : listeners) {
            if (!events.isEmpty()) {
                listener.committed(events, state);
            }
            chunks.forEach(chunk -> listener.chunk(chunk.turn(), chunk.text()));
        }
    }

    private Stamped stamp(Input input) {
        lastAtMs = Math.max(lastAtMs, workplace.time().wallMs());
        n++;
        return new Stamped(n, lastAtMs, elapsedMs(), input);
    }

    private long elapsedMs() {
        return elapsedBase + workplace.time().monotonicMs() - startedAtMs;
    }

    /** The way back from effects and clocks into the mailbox. */
    private final class LoopPost implements EffectRunner.Post {
        @Override
        public void send(Input input, List<Content> contents) {
            workplace.time().hold();
            if (Thread.currentThread().equals(thread)) {
                own.add(new Letter.Mail(input, contents));
                return;
            }
            try {
                mailbox.put(new Letter.Mail(input, contents));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                workplace.time().release();
            }
        }

        @Override
        public void chunk(String turn, String text) {
            mailbox.offerPiece(turn, text);
        }

        @Override
        public void wakeAt(long elapsedMs) {
            alarm.cancel();
            alarm = elapsedMs == 0
                    ? Running.NOTHING
                    : workplace.time().at(startedAtMs + elapsedMs - elapsedBase,
                            () -> send(new Input.Tick(), List.of()));
        }
    }
}

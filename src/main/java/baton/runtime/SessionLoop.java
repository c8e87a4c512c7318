package baton.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import baton.engine.Command;
import baton.engine.Engine;
import baton.engine.Input;
import baton.engine.Input.Stamped;
import baton.engine.SessionState;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.runtime.EventStore.Chunk;
import baton.runtime.Mailbox.Letter;

/**
 * The loop that owns a session's state: it takes what arrived, lets the engine decide, records, publishes, and only then acts.
 *
 * <p>One thread. Nothing is acted on before it is durable, and nobody is told before it is durable.
 */
public final class SessionLoop implements SessionControl {
    private static final int GROUP_MAX = 256;
    private static final long IDLE_MS = 1_000;
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

    private final Workplace workplace;
    private final List<SessionListener> listeners;
    private final Mailbox mailbox = new Mailbox();
    private final MessageLog messages;
    private final ExecutorService executor;
    private final EffectRunner effects;
    private final Thread thread;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<Optional<RuntimeException>> failure = new AtomicReference<>(Optional.empty());

    /** The result once it is durable; the state may be ahead of the record where the disk refused. */
    private final AtomicReference<Optional<SessionResult>> ended = new AtomicReference<>(Optional.empty());
    private final Map<String, Integer> ordinals = new LinkedHashMap<>();

    /** What the loop's own thread sends; putting it into a full mailbox would wait for itself. */
    private final List<Letter> own = new ArrayList<>();

    private final AtomicBoolean closed = new AtomicBoolean();
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

    /** Tools run one after another where time is virtual, so that two runs with one seed are the same. */
    private static ExecutorService executor(TimeSource time) {
        return time.isVirtual()
                ? Executors.newSingleThreadExecutor(Thread.ofVirtual().factory())
                : Executors.newVirtualThreadPerTaskExecutor();
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
        return started(new SessionLoop(workplace, listeners, Past.of(workplace.store())), resume);
    }

    private static SessionLoop started(SessionLoop loop, Command first) {
        loop.thread.start();
        loop.tell(first);
        return loop;
    }

    @Override
    public void tell(Command command) {
        new LoopPost().send(command, List.of());
    }

    @Override
    public CompletableFuture<List<RecordedEvent>> ask(Command command) {
        var letter = new Letter.Mail(command, List.of());
        new LoopPost().send(letter);
        return letter.receipt();
    }

    @Override
    public long wallMs() {
        return workplace.time().wallMs();
    }

    @Override
    public Optional<SessionResult> awaitResult(Duration wait) throws InterruptedException {
        if (!over.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        return ended.get();
    }

    @Override
    public Optional<RuntimeException> failure() {
        return failure.get();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        effects.close();
        mailbox.nudge();
        awaitThreads();
        closePorts();
    }

    private void awaitThreads() {
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        try {
            if (!thread.join(CLOSE_WAIT) || !executor.awaitTermination(CLOSE_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                fail(new IllegalStateException("the session did not stop in time"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A port that cannot be closed must not keep the others, and least of all the store, open. */
    private void closePorts() {
        List<Runnable> ports = List.of(workplace.model()::close, workplace.tools()::close, workplace.time()::close,
                workplace.store()::close);
        for (var port : ports) {
            try {
                port.run();
            } catch (RuntimeException e) {
                fail(e);
            }
        }
    }

    private void fail(Throwable trouble) {
        var known = trouble instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException("the session met an error: " + trouble, trouble);
        var first = failure.updateAndGet(before -> before.isPresent() ? before : Optional.of(known)).orElseThrow();
        if (!first.equals(known)) {
            first.addSuppressed(known);
        }
    }

    private void loop() {
        try {
            // The result of the process before stands in the state until the resume has been handled.
            boolean begun = false;
            while (!closed.get() && (!begun || state.result().isEmpty())) {
                var letters = own.isEmpty() ? mailbox.take(GROUP_MAX, IDLE_MS) : takeOwn();
                if (!letters.isEmpty()) {
                    handle(letters);
                    begun = true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // The edge of the thread: whoever waits for the session must learn that it is over, whatever broke it.
            fail(e);
        } finally {
            alarm.cancel();
            effects.cancelAll();
            over.countDown();
            own.forEach(this::release);
            mailbox.empty().forEach(this::release);
        }
    }

    private boolean isOver() {
        return over.getCount() == 0;
    }

    /** Whatever became of a letter, the clock no longer waits for it. */
    private void release(Letter letter) {
        if (letter instanceof Letter.Mail mail) {
            workplace.time().release();
            mail.receipt().complete(List.of());
        }
    }

    private List<Letter> takeOwn() {
        var letters = List.copyOf(own);
        own.clear();
        return letters;
    }

    /** Decides everything that arrived, records it as one group, publishes it, then acts. */
    private void handle(List<Letter> letters) {
        try {
            var group = new GroupDraft();
            var broken = decideAll(letters, group);
            commit(group);
            if (broken.isEmpty()) {
                group.wishes.forEach(effects::run);
            } else {
                breakDown(broken.get());
            }
        } finally {
            letters.forEach(this::release);
        }
    }

    /** Returns the bug that stopped the engine, if one did; what was decided before it is kept, the input that met it is not. */
    private Optional<RuntimeException> decideAll(List<Letter> letters, GroupDraft group) {
        try {
            letters.forEach(letter -> decide(letter, group));
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of(e instanceof RuntimeException known
                    ? known
                    : new IllegalStateException("the engine met an error: " + e, e));
        }
    }

    private void decide(Letter letter, GroupDraft group) {
        switch (letter) {
            case Letter.Mail mail -> {
                var stamped = stamp(mail.input());
                var step = Engine.handle(state, stamped);
                state = step.state();
                n = stamped.n();
                group.inputs.add(stamped);
                group.events.addAll(step.events());
                group.wishes.addAll(step.effects());
                group.contents.addAll(mail.contents());
                group.receipts.add(() -> mail.receipt().complete(step.events()));
            }
            case Letter.Piece piece -> {
                int ordinal = ordinals.merge(piece.turn(), 1, Integer::sum);
                group.chunks
                        .add(Mailbox.chunk(piece, ordinal, workplace.time().wallMs(), state.course().nextSeq() - 1));
            }
            case Letter.Nudge ignored -> {
                // Only there to wake the loop.
            }
        }
    }

    private void commit(GroupDraft group) {
        workplace.store().append(group.done());
        publish(group.events, group.chunks);
        ended.set(state.result());
        group.receipts.forEach(Runnable::run);
    }

    /** The engine met a bug: the session ends with a result that says so, and can be resumed by a version without it. */
    private void breakDown(RuntimeException bug) {
        fail(bug);
        var group = new GroupDraft();
        decide(new Letter.Mail(new Command.Stop(Command.StopReason.BROKEN), List.of()), group);
        commit(group);
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
        return new Stamped(n + 1, lastAtMs, elapsedMs(), input);
    }

    private long elapsedMs() {
        return elapsedBase + workplace.time().monotonicMs() - startedAtMs;
    }

    /** The way back from effects and clocks into the mailbox. */
    private final class LoopPost implements EffectRunner.Post {
        @Override
        public void send(Input input, List<Content> contents) {
            send(new Letter.Mail(input, contents));
        }

        private void send(Letter.Mail letter) {
            workplace.time().hold();
            if (Thread.currentThread().equals(thread)) {
                own.add(letter);
                return;
            }
            if (!taken(letter) || (isOver() && mailbox.remove(letter))) {
                release(letter);
            }
        }

        /** Where the mailbox is full the sender waits, which slows models down and loses nothing. */
        private boolean taken(Letter letter) {
            boolean taken = false;
            try {
                while (!taken && !isOver()) {
                    taken = mailbox.offer(letter, IDLE_MS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return taken;
        }

        /** A piece that is lost here would be missing from the record for good; of a session that is over none counts. */
        @Override
        public void chunk(String turn, String text) {
            var piece = new Letter.Piece(turn, text);
            if (Thread.currentThread().equals(thread)) {
                own.add(piece);
            } else {
                var _ = taken(piece);
            }
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

package baton.tui;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import baton.tui.frame.Capabilities;
import baton.tui.state.Scene;
import baton.tui.state.UiEvent;
import baton.tui.state.UiState;
import baton.tui.terminal.TerminalPort;
import org.jspecify.annotations.Nullable;

/**
 * Paints on a thread of its own, the only one that writes to the terminal: the newest wish wins, and what a slow terminal had
 * no time for is never painted.
 *
 * <p>Each frame is the difference to what was really written before, in one write. Wishes of a key are met at once, wishes of
 * a session at most thirty times a second; where nothing differs nothing is written. Everything else that reaches the terminal,
 * the bell, a copy, a mode, another program, takes its turn between two frames.
 */
final class Painter implements AutoCloseable {
    private static final long FRAME_NANOS = 1_000_000_000L / 30;
    /** A frame that takes long makes the next wish of a session wait so many times as long, up to the longest wait. */
    private static final int REST_TIMES = 6;
    private static final long REST_NANOS_MAX = 250_000_000L;
    private static final long CLOSE_MS = 500;
    /** What waits beside frames; a terminal that has taken none of it for so long gets no more. */
    private static final int TURNS_MAX = 64;

    private final TerminalPort terminal;
    private final Picture picture;
    private final Consumer<UiEvent> heard;
    private final AtomicLong frames = new AtomicLong();
    private final Thread thread;
    private final ArrayDeque<Turn> turns = new ArrayDeque<>();
    private @Nullable Wish wish;
    private boolean writing;
    private boolean lent;
    private boolean closed;
    private long lastNanos;
    private long restNanos = FRAME_NANOS;
    private volatile @Nullable Throwable failure;

    /** What is to be painted. */
    private record Wish(Scene scene, UiState state, boolean urgent, boolean whole) {
        Wish over(@Nullable Wish older) {
            return older == null ? this : new Wish(scene, state, urgent || older.urgent, whole || older.whole);
        }
    }

    /** Something that is done with the terminal between two frames. */
    private interface Turn {
        void on(TerminalPort terminal) throws IOException;
    }

    Painter(TerminalPort terminal, Capabilities capabilities, Consumer<UiEvent> heard) {
        this.terminal = terminal;
        this.picture = Picture.of(capabilities);
        this.heard = heard;
        this.lastNanos = System.nanoTime() - FRAME_NANOS;
        this.thread = Thread.ofPlatform().name("painter").daemon().start(this::run);
    }

    /** {@code whole} paints everything anew, for a terminal that may show anything. */
    synchronized void paint(Scene scene, UiState state, boolean urgent, boolean whole) {
        wish = new Wish(scene, state, urgent, whole).over(wish);
        notifyAll();
    }

    /** Frames written so far. */
    long frames() {
        return frames.get();
    }

    /** Writes these bytes as they are, when it is their turn; false where too much waits and they never will be. */
    boolean send(byte[] bytes) {
        return queue(there -> there.write(bytes));
    }

    /** Whether the mouse reports to us from now on. */
    void mouse(boolean on) {
        queue(there -> there.mouse(on));
    }

    /** From the next frame on everything has the colours of these. */
    void dress(Capabilities changed) {
        queue(there -> picture.dress(changed));
    }

    /** Sets every mode again and paints everything anew. */
    void redraw(Scene scene, UiState state) {
        queue(TerminalPort::enter);
        paint(scene, state, true, true);
    }

    /**
     * Gives the terminal to a program and takes it back when that has ended; then nothing is known of what it shows.
     *
     * <p>Nothing is painted meanwhile. A painter that is closed interrupts the program's thread.
     */
    void lend(Runnable program) {
        queue(there -> {
            isLent(true);
            try {
                there.lend(program);
            } finally {
                isLent(false);
            }
            picture.forget();
            heard.accept(new UiEvent.Resized(there.size()));
        });
    }

    private synchronized void isLent(boolean now) {
        lent = now;
    }

    private synchronized boolean queue(Turn turn) {
        if (turns.size() >= TURNS_MAX) {
            return false;
        }
        turns.add(turn);
        notifyAll();
        return true;
    }

    private void run() {
        try {
            while (awaitWork()) {
                for (var turn = nextTurn(); turn != null; turn = nextTurn()) {
                    turn.on(terminal);
                }
                var next = due();
                if (next != null) {
                    paint(next);
                }
                isWriting(false);
            }
        } catch (IOException gone) {
            heard.accept(new UiEvent.Gone());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error broken) {
            // The edge of the thread: a screen that stands still would hide that something is broken.
            failure = broken;
            heard.accept(new UiEvent.Gone());
        } finally {
            isWriting(false);
        }
    }

    /** What broke the painter; empty while all is well. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Waits until something is to be done; false once closed and nothing is left but wishes. */
    private synchronized boolean awaitWork() throws InterruptedException {
        while (turns.isEmpty() && !closed) {
            long leftNanos = wish == null ? Long.MAX_VALUE : dueNanos(wish) - System.nanoTime();
            if (leftNanos <= 0) {
                break;
            }
            if (wish == null) {
                wait();
            } else {
                wait(Math.max(1, leftNanos / 1_000_000));
            }
        }
        writing = true;
        return !closed || !turns.isEmpty();
    }

    private long dueNanos(Wish of) {
        return of.urgent() ? System.nanoTime() : lastNanos + restNanos;
    }

    private synchronized @Nullable Turn nextTurn() {
        return turns.poll();
    }

    private synchronized @Nullable Wish due() {
        var taken = wish;
        if (taken == null || closed || dueNanos(taken) > System.nanoTime()) {
            return null;
        }
        wish = null;
        return taken;
    }

    private synchronized void isWriting(boolean now) {
        writing = now;
    }

    private void paint(Wish next) throws IOException {
        long began = System.nanoTime();
        byte[] bytes = picture.next(next.scene(), next.state(), next.whole());
        lastNanos = System.nanoTime();
        restNanos = Math.clamp(REST_TIMES * (lastNanos - began), FRAME_NANOS, REST_NANOS_MAX);
        if (bytes.length > 0) {
            terminal.write(bytes);
            frames.incrementAndGet();
        }
        if (next.state().isUnseen()) {
            heard.accept(new UiEvent.Painted(next.state().revision(), System.nanoTime() / 1_000_000));
        }
    }

    /** Takes away what would be in the way of whatever is written next. */
    void part() {
        queue(there -> {
            byte[] bytes = picture.last();
            if (bytes.length > 0) {
                there.write(bytes);
            }
        });
    }

    /** Waits until everything wished for is written, for a moment at most. */
    void settle() {
        long until = System.nanoTime() + CLOSE_MS * 1_000_000;
        while (isBusy() && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private synchronized boolean isBusy() {
        return wish != null || !turns.isEmpty() || writing;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            wish = null;
            if (lent) {
                thread.interrupt();
            }
            notifyAll();
        }
        try {
            thread.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

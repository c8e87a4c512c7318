package baton.tui;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import baton.tui.frame.Capabilities;
import baton.tui.frame.Frame;
import baton.tui.frame.FrameEncoder;
import baton.tui.screen.FrameRenderer;
import baton.tui.state.Scene;
import baton.tui.state.UiEvent;
import baton.tui.state.UiState;
import baton.tui.terminal.TerminalPort;
import org.jspecify.annotations.Nullable;

/**
 * Paints on a thread of its own: the newest wish wins, and what a slow terminal had no time for is never painted.
 *
 * <p>Each frame is the difference to what was really written before, in one write. Wishes of a key are met at once, wishes of
 * a session at most thirty times a second; where nothing differs nothing is written.
 */
final class Painter implements AutoCloseable {
    private static final long FRAME_NANOS = 1_000_000_000L / 30;
    private static final long CLOSE_MS = 500;

    private final TerminalPort terminal;
    private final Capabilities capabilities;
    private final FrameEncoder encoder;
    private final FrameRenderer renderer = new FrameRenderer();
    private final Consumer<UiEvent> heard;
    private final AtomicLong frames = new AtomicLong();
    private final Thread thread;
    private @Nullable Wish wish;
    private boolean closed;
    private @Nullable Frame shown;
    private long lastNanos;
    private volatile @Nullable Throwable failure;

    /** What is to be painted. */
    private record Wish(Scene scene, UiState state, boolean urgent, boolean whole) {
        Wish over(@Nullable Wish older) {
            return older == null ? this : new Wish(scene, state, urgent || older.urgent, whole || older.whole);
        }
    }

    Painter(TerminalPort terminal, Capabilities capabilities, Consumer<UiEvent> heard) {
        this.terminal = terminal;
        this.capabilities = capabilities;
        this.encoder = new FrameEncoder(capabilities.theme());
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

    private void run() {
        try {
            for (var next = take(); next != null; next = take()) {
                paint(next);
            }
        } catch (IOException gone) {
            heard.accept(new UiEvent.Gone());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error broken) {
            // The edge of the thread: a screen that stands still would hide that something is broken.
            failure = broken;
            heard.accept(new UiEvent.Gone());
        }
    }

    /** What broke the painter; empty while all is well. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    private synchronized @Nullable Wish take() throws InterruptedException {
        while (wish == null && !closed) {
            wait();
        }
        var taken = wish;
        while (taken != null && !taken.urgent() && !closed) {
            long leftNanos = lastNanos + FRAME_NANOS - System.nanoTime();
            if (leftNanos <= 0) {
                break;
            }
            wait(Math.max(1, leftNanos / 1_000_000));
            taken = wish;
        }
        wish = null;
        return taken;
    }

    private void paint(Wish next) throws IOException {
        var frame = renderer.render(next.scene(), next.state(), capabilities);
        var before = shown;
        byte[] bytes = before == null || next.whole() ? encoder.whole(frame) : encoder.change(before, frame);
        lastNanos = System.nanoTime();
        if (bytes.length > 0) {
            terminal.write(bytes);
            frames.incrementAndGet();
        }
        shown = frame;
        if (next.state().isUnseen()) {
            heard.accept(new UiEvent.Painted(next.state().revision(), System.nanoTime() / 1_000_000));
        }
    }

    /** Waits until everything wished for is written, for a moment at most. */
    void settle() {
        long until = System.nanoTime() + CLOSE_MS * 1_000_000;
        while (isBusy() && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private synchronized boolean isBusy() {
        return wish != null;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            wish = null;
            notifyAll();
        }
        try {
            thread.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package baton.batch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Lets a slow reader of our output lag behind the session by a bounded number of lines, written by a thread of its own.
 *
 * <p>When the queue is full the session waits: a reader gets every line or none.
 */
final class LineQueue implements AutoCloseable {
    private static final int LINES_MAX = 10_000;
    private static final Duration LAST_LINES = Duration.ofSeconds(10);

    private final BlockingQueue<Optional<Runnable>> waiting = new ArrayBlockingQueue<>(LINES_MAX);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final Thread writer;

    LineQueue(String name) {
        writer = Thread.ofPlatform().daemon().name(name).start(this::writeAll);
    }

    /** Writes later, in order. An interrupt gives up the line and is kept for the caller. */
    void add(Runnable write) {
        put(Optional.of(write));
    }

    private void put(Optional<Runnable> item) {
        try {
            waiting.put(item);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeAll() {
        try {
            for (var next = waiting.take(); next.isPresent(); next = waiting.take()) {
                write(next.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A bug in one line must neither stop the session nor stay hidden: the first one is thrown at the end. */
    private void write(Runnable line) {
        try {
            line.run();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    /** Waits a bounded time until everything is written. */
    @Override
    public void close() {
        put(Optional.empty());
        try {
            writer.join(LAST_LINES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var broken = failure.get();
        if (broken != null) {
            throw broken;
        }
    }
}

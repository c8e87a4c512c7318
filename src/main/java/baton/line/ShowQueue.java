package baton.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** Keeps lines for a terminal that may be slow: bounded, in order, written together by a thread of its own. */
final class ShowQueue implements AutoCloseable {
    private static final int LINES_MAX = 4_000;
    private static final int TOGETHER_MAX = 200;
    private static final Duration LAST_LINES = Duration.ofSeconds(5);

    private final BlockingQueue<Item> waiting = new ArrayBlockingQueue<>(LINES_MAX);
    private final AtomicLong leftOut = new AtomicLong();
    private final Consumer<List<StyledLine>> out;
    private final Thread writer;

    /** What waits to be shown. */
    private sealed interface Item {
        record Show(StyledLine line) implements Item {}

        record Do(Runnable what) implements Item {}

        record End() implements Item {}
    }

    ShowQueue(Consumer<List<StyledLine>> out) {
        this.out = out;
        this.writer = Thread.ofPlatform().daemon().name("line-out").start(this::writeAll);
    }

    void add(List<StyledLine> lines) {
        for (var line : lines) {
            if (!waiting.offer(new Item.Show(line))) {
                leftOut.incrementAndGet();
            }
        }
    }

    /** Does something between two lines; left out where nothing has room any more. */
    void add(Runnable what) {
        waiting.offer(new Item.Do(what));
    }

    private void writeAll() {
        try {
            boolean goesOn = true;
            var items = new ArrayList<Item>();
            while (goesOn) {
                items.add(waiting.take());
                waiting.drainTo(items, TOGETHER_MAX);
                goesOn = write(items);
                items.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lines that wait together are written together: a terminal that must draw its prompt anew does so once. */
    private boolean write(List<Item> items) {
        var lines = new ArrayList<StyledLine>();
        for (var item : items) {
            switch (item) {
                case Item.Show(StyledLine line) -> lines.add(line.bounded());
                case Item.Do(Runnable what) -> {
                    flush(lines);
                    what.run();
                }
                case Item.End() -> {
                    flush(lines);
                    return false;
                }
            }
        }
        long missed = leftOut.getAndSet(0);
        if (missed > 0) {
            lines.add(StyledLine.of(Tone.DIM, "(" + missed + " lines left out here; baton log has all of them)"));
        }
        flush(lines);
        return true;
    }

    private void flush(List<StyledLine> lines) {
        if (!lines.isEmpty()) {
            out.accept(List.copyOf(lines));
            lines.clear();
        }
    }

    /** Waits a bounded time until everything is written. */
    @Override
    public void close() {
        try {
            if (waiting.offer(new Item.End(), LAST_LINES.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)) {
                writer.join(LAST_LINES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

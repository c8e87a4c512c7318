package baton.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The other end of a {@link ControlSocket}: what a second terminal holds. */
public final class ControlLine implements AutoCloseable {
    private static final int LINES_MAX = 1_000;
    private static final long CLOSED_MS = 500;

    private final LineChannel channel;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(LINES_MAX);

    /** What came, if anything did. */
    public sealed interface Heard {
        record Line(String text) implements Heard {}

        /** Nothing within the time. */
        record Silence() implements Heard {}

        /** The other side is gone; nothing will come any more. */
        record End() implements Heard {}
    }

    private ControlLine(LineChannel channel) {
        this.channel = channel;
    }

    /** A line to the process that works on a session; empty where no process does. */
    public static Optional<ControlLine> to(ControlPlace place) {
        return place.connect().map(socket -> {
            var line = new ControlLine(new LineChannel(socket));
            Thread.ofVirtual().name("control-line").start(line::readAll);
            return line;
        });
    }

    /** True where the text can be sent as one line. */
    public static boolean fits(String text) {
        return text.indexOf('\n') < 0 && text.getBytes(StandardCharsets.UTF_8).length < LineChannel.LINE_BYTES_MAX;
    }

    private void readAll() {
        try {
            for (var line = channel.read(); line.isPresent(); line = channel.read()) {
                // Full: the other side notices and leaves lines out.
                put(line.get());
            }
        } catch (IOException gone) {
            // The end says it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private void put(String line) throws InterruptedException {
        boolean taken = false;
        while (!taken && !closed.get()) {
            taken = heard.offer(new Heard.Line(line), CLOSED_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void end() {
        try {
            while (!heard.offer(new Heard.End(), CLOSED_MS, TimeUnit.MILLISECONDS)) {
                if (closed.get()) {
                    heard.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends one line; false where nobody is there any more. */
    public boolean send(String line) {
        try {
            channel.write(line);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Waits for the next line. After the end, every further call says silence at best. */
    public Heard next(Duration wait) throws InterruptedException {
        var next = heard.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? new Heard.Silence() : next;
    }

    /** True once this side has closed it. */
    public boolean isClosed() {
        return closed.get();
    }

    /** May be called by any thread; whoever waits then hears the end. */
    @Override
    public void close() {
        closed.set(true);
        channel.close();
    }
}

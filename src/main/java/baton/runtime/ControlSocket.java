package baton.runtime;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets other terminals of the same person reach a session at work, by lines over a private Unix socket; never over a network.
 *
 * <p>Bounded in every way: so many visitors, so long a line, so much that waits for a visitor who does not read. Nobody here
 * can hold up the session.
 */
public final class ControlSocket implements AutoCloseable {
    private static final int VISITORS_MAX = 16;
    private static final int LINES_MAX = 1_000;
    private static final Duration FIRST_LINE = Duration.ofSeconds(30);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration LAST_LINES = Duration.ofSeconds(2);

    private final ControlPlace place;
    private final Desk desk;
    private final ServerSocketChannel server;
    private final Set<Connection> visitors = ConcurrentHashMap.newKeySet();

    /** Port: understands the lines of visitors. Called by one thread for each visitor. */
    public interface Desk {
        void asked(Visitor by, String line);

        /** Nothing more is heard of this visitor, nor can anything be told. */
        void left(Visitor who);
    }

    /** Somebody at the other end. Any thread may use it. */
    public interface Visitor {
        /** Answers; waits a bounded time for a visitor who does not read, and then gives them up. */
        void answer(String line);

        /** Tells something more; false where so much waits already that it was dropped. */
        boolean offer(String line);
    }

    private ControlSocket(ControlPlace place, Desk desk, ServerSocketChannel server) {
        this.place = place;
        this.desk = desk;
        this.server = server;
    }

    /**
     * Listens from now on.
     *
     * @throws IOException where no private socket can be made; the session can work without
     */
    public static ControlSocket open(ControlPlace place, Desk desk) throws IOException {
        var socket = new ControlSocket(place, desk, place.bind());
        Thread.ofVirtual().name("control").start(socket::welcome);
        return socket;
    }

    private void welcome() {
        try {
            while (server.isOpen()) {
                var connection = new Connection(new LineChannel(server.accept()));
                if (visitors.size() < VISITORS_MAX) {
                    visitors.add(connection);
                    connection.start();
                } else {
                    connection.channel.close();
                }
            }
        } catch (IOException closed) {
            // The session is over; or the system takes no more connections, and it goes on without.
        }
    }

    /** Tells everybody what waits for them, within a bounded time, and removes the socket. */
    @Override
    public void close() {
        try {
            server.close();
            visitors.forEach(Connection::finish);
            long deadline = System.nanoTime() + LAST_LINES.toNanos();
            for (var visitor : visitors) {
                visitor.awaitEnd(deadline - System.nanoTime());
            }
            place.clear();
        } catch (IOException e) {
            // Whatever is left is cleared by the next process that works on the session.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            visitors.forEach(visitor -> visitor.channel.close());
        }
    }

    /** One visitor: a thread that reads, one that writes, and one that sends away who says nothing. */
    private final class Connection implements Visitor {
        private final LineChannel channel;
        private final BlockingQueue<Optional<String>> waiting = new ArrayBlockingQueue<>(LINES_MAX);
        private final CountDownLatch spoke = new CountDownLatch(1);
        private final CountDownLatch written = new CountDownLatch(1);

        Connection(LineChannel channel) {
            this.channel = channel;
        }

        void start() {
            Thread.ofVirtual().name("control-in").start(this::readAll);
            Thread.ofVirtual().name("control-out").start(this::writeAll);
            Thread.ofVirtual().name("control-wait").start(this::sendAwayTheSilent);
        }

        private void readAll() {
            try {
                for (var line = channel.read(); line.isPresent(); line = channel.read()) {
                    spoke.countDown();
                    desk.asked(this, line.get());
                }
            } catch (IOException gone) {
                // As good as having left.
            } finally {
                spoke.countDown();
                visitors.remove(this);
                desk.left(this);
                finish();
            }
        }

        private void writeAll() {
            try {
                for (var line = waiting.take(); line.isPresent(); line = waiting.take()) {
                    channel.write(line.get());
                }
            } catch (IOException gone) {
                // The reading thread sees it too.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                written.countDown();
                channel.close();
            }
        }

        private void sendAwayTheSilent() {
            try {
                if (!spoke.await(FIRST_LINE.toMillis(), TimeUnit.MILLISECONDS)) {
                    channel.close();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void answer(String line) {
            try {
                if (!waiting.offer(Optional.of(line), ANSWER.toMillis(), TimeUnit.MILLISECONDS)) {
                    channel.close();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public boolean offer(String line) {
            // One place is kept for the word that something was left out.
            return waiting.remainingCapacity() > 1 && waiting.offer(Optional.of(line));
        }

        /** After what waits, the connection ends; where no room is left for that word, it ends at once. */
        void finish() {
            if (!waiting.offer(Optional.empty())) {
                channel.close();
            }
        }

        void awaitEnd(long nanos) throws InterruptedException {
            if (!written.await(Math.max(0, nanos), TimeUnit.NANOSECONDS)) {
                channel.close();
            }
        }
    }
}

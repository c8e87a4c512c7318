package baton.tui;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What may take its time and must not hold up a key: files, other programs, a session whose mailbox is full. Done one after
 * the other on a thread of its own.
 */
final class Chores implements AutoCloseable {
    private static final int WAITING_MAX = 64;
    private static final long CLOSE_MS = 2_000;

    private final ThreadPoolExecutor executor;
    private final Consumer<String> say;

    /** {@code say} is told, on the thread of the chores, what came of a chore that cannot be done. */
    Chores(String name, Consumer<String> say) {
        this.say = say;
        this.executor = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_MAX),
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Takes a chore, or says that too many wait already. Never waits. */
    void take(Runnable chore) {
        try {
            executor.execute(() -> perform(chore));
        } catch (RejectedExecutionException full) {
            say.accept("Not done: too much that was asked for before is still under way.");
        }
    }

    private void perform(Runnable chore) {
        try {
            chore.run();
        } catch (RuntimeException broken) {
            // The edge of the thread: one chore that cannot be done must not take the others with it.
            say.accept("That cannot be done: " + broken.getMessage());
        }
    }

    /** Lets what was taken be done, for a moment; what is not done then is broken off. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(CLOSE_MS, TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

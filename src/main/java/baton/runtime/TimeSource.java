package baton.runtime;

import java.time.Duration;

/**
 * Port: the two clocks, and the only way to wait for one.
 *
 * <p>A real source simply passes time. A virtual one stands still while anybody holds it and otherwise jumps to the next
 * thing due, so that a rehearsal of hours takes seconds and two runs with one seed are the same. May be used by any thread.
 */
public interface TimeSource extends AutoCloseable {
    /** Wall time, UTC, milliseconds; may jump. */
    long wallMs();

    /** Milliseconds that only grow; the start is arbitrary. */
    long monotonicMs();

    /** Runs {@code what} once when {@link #monotonicMs()} reaches {@code whenMs}; at once where that is past. It must be short. */
    Running at(long whenMs, Runnable what);

    /** Work goes on that takes no virtual time; each call needs one {@link #release()}. */
    void hold();

    void release();

    /** True where time only passes when nothing is left to do. */
    default boolean isVirtual() {
        return false;
    }

    /**
     * Waits until nobody but the caller, who holds the clock, does: nothing is under way that takes no time. At once where time
     * is real, since there nobody can hold it; not longer than {@code max} in any case.
     */
    default void awaitStill(Duration max) throws InterruptedException {}

    /** Nothing runs after this. */
    @Override
    void close();
}

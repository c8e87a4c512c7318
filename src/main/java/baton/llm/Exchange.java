package baton.llm;

import java.util.Optional;

import baton.engine.fact.Trouble;
import baton.runtime.Running;
import baton.runtime.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * One try on the wire: its clocks, what the watch saw, and the one reason why it was stopped.
 *
 * <p>The thread that reads belongs to the call; clocks and cancelling come from other threads and end the try by closing its
 * connection.
 */
final class Exchange {
    /** The try whose request the library is sending on this thread. */
    static final ScopedValue<Exchange> CURRENT = ScopedValue.newInstance();

    /** A provider that has said everything gets so long to close, so that the connection can be used again. */
    private static final long LINGER_MS = 1_000;

    /** What was told to stop and does not is given up after this. */
    private static final long OVERRUN_MS = 2_000;

    private final StreamWatch watch;
    private final TimeSource time;
    private final GuardSettings settings;
    private final Runnable overrun;
    private final long beganMs;

    private long progressMs;
    private boolean heard;
    private boolean over;
    private boolean stopped;
    private @Nullable Fault fault;
    private Runnable closer = () -> {};
    private Running clock = Running.NOTHING;

    /** {@code overrun} runs when the try does not end although it was stopped. */
    Exchange(StreamWatch watch, TimeSource time, GuardSettings settings, Runnable overrun) {
        this.watch = watch;
        this.time = time;
        this.settings = settings;
        this.overrun = overrun;
        this.beganMs = time.monotonicMs();
        this.progressMs = beganMs;
    }

    StreamWatch watch() {
        return watch;
    }

    GuardSettings settings() {
        return settings;
    }

    synchronized void begin() {
        arm(deadlineMs());
    }

    /** How the connection is closed from now on; closed at once where the try has been stopped meanwhile. */
    void stopBy(Runnable how) {
        boolean late;
        synchronized (this) {
            closer = how;
            late = stopped;
        }
        if (late) {
            how.run();
        }
    }

    /** An event arrived. */
    synchronized void progressed() {
        progressMs = time.monotonicMs();
        if (!heard && !over && !stopped) {
            // From now on the shorter clock counts; the one set for the first event would look too late.
            heard = true;
            clock.cancel();
            arm(deadlineMs());
        }
    }

    /** The provider has said everything; the connection gets a moment to close in order. */
    synchronized void linger() {
        if (!over && !stopped) {
            clock.cancel();
            arm(deadlineMs());
        }
    }

    /** Ends the try with this fault, if it has none yet, and closes the connection. */
    void stop(Fault why) {
        fail(why);
        close();
    }

    synchronized void fail(Fault why) {
        if (fault == null && !over) {
            fault = why;
        }
    }

    /** Puts a fuller account in the place of a fault that was noted in advance, if it still stands. */
    synchronized void refine(Fault noted, Fault fuller) {
        if (noted.equals(fault)) {
            fault = fuller;
        }
    }

    synchronized Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /** The try is over; no clock runs any more. */
    synchronized void end() {
        over = true;
        clock.cancel();
    }

    private void close() {
        Runnable how;
        synchronized (this) {
            if (over || stopped) {
                return;
            }
            stopped = true;
            how = closer;
            clock.cancel();
            clock = time.at(time.monotonicMs() + OVERRUN_MS, () -> Thread.startVirtualThread(overrun));
        }
        // Closing a connection may take its time; neither the clock nor who cancels waits for it.
        Thread.startVirtualThread(how);
    }

    private void arm(long whenMs) {
        clock = time.at(whenMs, this::look);
    }

    private void look() {
        Fault late;
        synchronized (this) {
            if (over || stopped) {
                return;
            }
            long now = time.monotonicMs();
            long deadline = deadlineMs();
            if (now < deadline) {
                arm(deadline);
                return;
            }
            late = lateness(now);
        }
        if (!watch.isEnded()) {
            fail(late);
        }
        close();
    }

    private long deadlineMs() {
        CallClocks clocks = settings.clocks();
        long quiet = heard ? progressMs + clocks.idleMs() : beganMs + clocks.firstEventMs();
        // An answer that has ended is only waited for until its connection is closed; the look may come late, not never.
        long lingering = watch.isEnded() ? progressMs + Math.min(LINGER_MS, clocks.idleMs()) : Long.MAX_VALUE;
        return Math.min(Math.min(quiet, lingering), beganMs + clocks.totalMs());
    }

    private Fault lateness(long now) {
        CallClocks clocks = settings.clocks();
        if (now - beganMs >= clocks.totalMs()) {
            return Fault.of(Trouble.TIMED_OUT, "the answer was not complete after " + inWords(clocks.totalMs()));
        }
        return heard
                ? Fault.of(Trouble.TIMED_OUT, "no data for " + inWords(clocks.idleMs()))
                : Fault.of(Trouble.TIMED_OUT, "no answer within " + inWords(clocks.firstEventMs()));
    }

    private static String inWords(long ms) {
        return ms % 1000 == 0 ? ms / 1000 + " s" : ms + " ms";
    }
}

package baton.rehearsal;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import baton.runtime.Running;
import baton.runtime.TimeSource;

/**
 * A clock that stands still while anybody holds it and otherwise jumps to the next thing due.
 *
 * <p>Things run one at a time on the clock's own thread, by time and then in the order they were asked for. With a pace,
 * the clock takes that share of real time on its way to the next thing; with nothing due it stands still. What is asked for
 * while the clock is on its way counts from where it has come to.
 */
public final class VirtualTime implements TimeSource {
    private static final long CLOSE_WAIT_SECONDS = 5;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Due> queue = new PriorityQueue<>(
            Comparator.comparingLong(Due::whenMs).thenComparingLong(Due::order));
    private final long wallStartMs;
    private final long paceMilli;
    private final Thread thread;
    private long nowMs;
    private long orders;
    private int holds;
    private boolean closed;
    /** The clock is on its way to the head of the queue, since this reading of the real clock. */
    private boolean moving;
    private long movingSinceNanos;

    private VirtualTime(long wallStartMs, long paceMilli) {
        if (paceMilli < 0) {
            throw new IllegalArgumentException("paceMilli must not be negative: " + paceMilli);
        }
        this.wallStartMs = wallStartMs;
        this.paceMilli = paceMilli;
        this.thread = Thread.ofPlatform().name("virtual-time").daemon().unstarted(this::run);
    }

    /**
     * A running clock.
     *
     * @param wallStartMs what {@link #wallMs()} says at first, UTC
     * @param paceMilli thousandths of real time that virtual time takes; 0 for no waits
     */
    public static VirtualTime start(long wallStartMs, long paceMilli) {
        var time = new VirtualTime(wallStartMs, paceMilli);
        time.thread.start();
        return time;
    }

    @Override
    public long wallMs() {
        return wallStartMs + monotonicMs();
    }

    @Override
    public long monotonicMs() {
        lock.lock();
        try {
            return positionMs();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isVirtual() {
        return true;
    }

    /** After {@link #close} nothing is taken any more. */
    @Override
    public Running at(long whenMs, Runnable what) {
        lock.lock();
        try {
            if (closed) {
                return Running.NOTHING;
            }
            stand();
            orders++;
            var due = new Due(Math.max(nowMs, whenMs), orders, what);
            queue.add(due);
            changed.signalAll();
            return () -> cancel(due);
        } finally {
            lock.unlock();
        }
    }

    private void cancel(Due due) {
        lock.lock();
        try {
            stand();
            queue.remove(due);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void hold() {
        lock.lock();
        try {
            stand();
            holds++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void release() {
        lock.lock();
        try {
            if (holds == 0) {
                throw new IllegalStateException("released more often than held");
            }
            holds--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void awaitStill(Duration max) throws InterruptedException {
        lock.lock();
        try {
            long left = max.toNanos();
            while (holds > 1 && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** What is running ends first, unless it is itself the caller. */
    @Override
    public void close() {
        lock.lock();
        try {
            stand();
            closed = true;
            queue.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        awaitEnd();
    }

    private void awaitEnd() {
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_WAIT_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                runOne(takeNext());
            }
        } catch (InterruptedException e) {
            // Closed: interruption is how takeNext says that nothing will follow.
            Thread.currentThread().interrupt();
        }
    }

    /** A failure is a bug of whoever asked for this; stopping the clock for everybody would only hide it. */
    private void runOne(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    private Runnable takeNext() throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                if (closed) {
                    throw new InterruptedException("closed");
                }
                var head = queue.peek();
                if (head == null || holds > 0) {
                    changed.await();
                } else if (arrives(head)) {
                    queue.remove(head);
                    nowMs = head.whenMs();
                    return head.what();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Goes towards the head of the queue; false where something changed or may have changed on the way. */
    private boolean arrives(Due head) throws InterruptedException {
        if (paceMilli == 0) {
            return true;
        }
        moving = true;
        movingSinceNanos = System.nanoTime();
        long waitNanos = saturatedNanos(head.whenMs() - nowMs);
        while (moving && waitNanos > 0) {
            waitNanos = changed.awaitNanos(waitNanos);
        }
        boolean arrived = moving;
        moving = false;
        return arrived;
    }

    private long saturatedNanos(long virtualMs) {
        // A millisecond of virtual time takes paceMilli microseconds.
        return virtualMs > Long.MAX_VALUE / paceMilli / 1000 ? Long.MAX_VALUE : virtualMs * paceMilli * 1000;
    }

    /** Stops a clock on its way where it is; the clock's thread plans anew. */
    private void stand() {
        nowMs = positionMs();
        moving = false;
    }

    private long positionMs() {
        var head = queue.peek();
        if (!moving || head == null) {
            return nowMs;
        }
        long gone = (System.nanoTime() - movingSinceNanos) / 1000 / paceMilli;
        return Math.clamp(nowMs + gone, nowMs, head.whenMs());
    }

    private record Due(long whenMs, long order, Runnable what) {}
}

package baton.llm;

import java.util.Comparator;
import java.util.PriorityQueue;

import baton.runtime.Running;
import baton.runtime.TimeSource;

/** Time that stands still until a test moves it; for one thread. */
final class ManualTime implements TimeSource {
    private static final long WALL_MS = 1_700_000_000_000L;
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparingLong(Timer::whenMs));
    private long nowMs = 1_000;
    private long made;

    private record Timer(long whenMs, long number, Runnable what) {}

    @Override
    public long wallMs() {
        return WALL_MS + nowMs;
    }

    @Override
    public long monotonicMs() {
        return nowMs;
    }

    @Override
    public Running at(long whenMs, Runnable what) {
        var timer = new Timer(whenMs, ++made, what);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    void pass(long ms) {
        long until = nowMs + ms;
        while (!timers.isEmpty() && timers.peek().whenMs() <= until) {
            Timer next = timers.remove();
            nowMs = Math.max(nowMs, next.whenMs());
            next.what().run();
        }
        nowMs = until;
    }

    @Override
    public void hold() {}

    @Override
    public void release() {}

    @Override
    public void close() {}
}

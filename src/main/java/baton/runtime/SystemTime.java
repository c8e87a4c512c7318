package baton.runtime;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Real time, with one daemon thread that waits for the next thing due. */
public final class SystemTime implements TimeSource {
    private final ScheduledThreadPoolExecutor timer;

    public SystemTime() {
        timer = new ScheduledThreadPoolExecutor(1,
                task -> Thread.ofPlatform().name("baton-clock").daemon().unstarted(task));
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public long wallMs() {
        return System.currentTimeMillis();
    }

    @Override
    public long monotonicMs() {
        return System.nanoTime() / 1_000_000L;
    }

    @Override
    public Running at(long whenMs, Runnable what) {
        var due = timer.schedule(what, Math.max(0, whenMs - monotonicMs()), TimeUnit.MILLISECONDS);
        return () -> due.cancel(false);
    }

    @Override
    public void hold() {}

    @Override
    public void release() {}

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

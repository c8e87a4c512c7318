package baton.llm;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import baton.runtime.Running;
import baton.runtime.TimeSource;

/** Time as it passes. */
final class RealTime implements TimeSource {
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("test timers").factory());

    @Override
    public long wallMs() {
        return System.currentTimeMillis();
    }

    @Override
    public long monotonicMs() {
        return System.nanoTime() / 1_000_000;
    }

    @Override
    public Running at(long whenMs, Runnable what) {
        var timer = timers.schedule(what, Math.max(0, whenMs - monotonicMs()), TimeUnit.MILLISECONDS);
        return () -> timer.cancel(false);
    }

    @Override
    public void hold() {}

    @Override
    public void release() {}

    @Override
    public void close() {
        timers.shutdownNow();
    }
}

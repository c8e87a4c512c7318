package baton.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/** A virtual clock that never moves and counts who holds it. */
final class CountingTime implements TimeSource {
    private final AtomicInteger holds = new AtomicInteger();

    int holds() {
        return holds.get();
    }

    @Override
    public long wallMs() {
        return 1_000_000;
    }

    @Override
    public long monotonicMs() {
        return 0;
    }

    @Override
    public Running at(long whenMs, Runnable what) {
        return Running.NOTHING;
    }

    @Override
    public void hold() {
        holds.incrementAndGet();
    }

    @Override
    public void release() {
        if (holds.decrementAndGet() < 0) {
            throw new IllegalStateException("released more often than held");
        }
    }

    @Override
    public boolean isVirtual() {
        return true;
    }

    @Override
    public void close() {}
}

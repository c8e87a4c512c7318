package baton.tui;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import baton.tui.frame.Size;
import baton.tui.state.UiEvent;
import baton.tui.terminal.TerminalPort;

/** A terminal that takes everything and counts it. */
final class CountingTerminal implements TerminalPort {
    final AtomicLong bytes = new AtomicLong();
    final AtomicLong writes = new AtomicLong();
    final AtomicLong clears = new AtomicLong();
    private final Size size;
    private volatile String awaited = "";
    private volatile long seenNanos;
    private volatile Runnable written = () -> {};

    CountingTerminal(Size size) {
        this.size = size;
    }

    void onWrite(Runnable what) {
        written = what;
    }

    /** From now on {@link #seenNanos} is when this text was first written. */
    void awaits(String text) {
        seenNanos = 0;
        awaited = text;
    }

    /** 0 while it has not been written. */
    long seenNanos() {
        return seenNanos;
    }

    @Override
    public Size size() {
        return size;
    }

    @Override
    public void enter() {
        // Nothing is in a state that could be entered.
    }

    @Override
    public void leave() {
        // And nothing is left.
    }

    @Override
    public void listen(Consumer<UiEvent> heard) {
        // Tests tell the loop themselves.
    }

    @Override
    public void write(byte[] sent) {
        bytes.addAndGet(sent.length);
        writes.incrementAndGet();
        if (new String(sent, StandardCharsets.ISO_8859_1).contains("\u001b[2J")) {
            clears.incrementAndGet();
        }
        if (!awaited.isEmpty() && seenNanos == 0 && new String(sent, StandardCharsets.UTF_8).contains(awaited)) {
            seenNanos = System.nanoTime();
        }
        written.run();
    }

    @Override
    public void lend(Runnable program) {
        program.run();
    }

    @Override
    public void mouse(boolean on) {
        // There is no mouse.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}

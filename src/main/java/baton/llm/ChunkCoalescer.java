package baton.llm;

import java.util.concurrent.locks.ReentrantLock;

import baton.runtime.RedactingStream;
import baton.runtime.Running;
import baton.runtime.TimeSource;

/** Redacts the text of one try as it streams in and passes it on in pieces worth storing; the pieces add up to the text. */
final class ChunkCoalescer {
    private static final int PIECE_CHARS = 1_024;
    private static final long PIECE_MS = 50;

    private final Ending ending;
    private final RedactingStream redacting;
    private final TimeSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private final StringBuilder whole = new StringBuilder();
    private int passedOn;
    private long lastMs;
    private boolean over;
    private boolean armed;
    private Running timer = Running.NOTHING;

    ChunkCoalescer(Ending ending, RedactingStream redacting, TimeSource time) {
        this.ending = ending;
        this.redacting = redacting;
        this.time = time;
        this.lastMs = time.monotonicMs();
    }

    void add(String text) {
        lock.lock();
        try {
            if (!over) {
                whole.append(redacting.add(text));
                long now = time.monotonicMs();
                if (whole.length() - passedOn >= PIECE_CHARS || now - lastMs >= PIECE_MS) {
                    passOn();
                } else if (!armed) {
                    armed = true;
                    // A listener that hangs must not stop the clock that all share.
                    timer = time.at(lastMs + PIECE_MS, () -> Thread.startVirtualThread(this::passOnLater));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Passes on what is left and returns the whole text; nothing is heard afterwards. */
    String finish() {
        lock.lock();
        try {
            if (!over) {
                whole.append(redacting.end());
                passOn();
                stop();
            }
            return whole.toString();
        } finally {
            lock.unlock();
        }
    }

    /** The try was in vain. */
    void discard() {
        lock.lock();
        try {
            stop();
        } finally {
            lock.unlock();
        }
    }

    private void stop() {
        over = true;
        timer.cancel();
    }

    private void passOnLater() {
        lock.lock();
        try {
            armed = false;
            if (!over) {
                passOn();
            }
        } finally {
            lock.unlock();
        }
    }

    private void passOn() {
        lastMs = time.monotonicMs();
        if (whole.length() > passedOn) {
            String piece = whole.substring(passedOn);
            passedOn = whole.length();
            ending.tell(listener -> listener.chunk(piece));
        }
    }
}

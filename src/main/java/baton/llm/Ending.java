package baton.llm;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import baton.engine.fact.ModelReply;
import baton.engine.fact.Trouble;
import baton.engine.fact.Usage;
import baton.runtime.AgentModel.Listener;

/**
 * Lets a call end exactly once, and nothing be heard afterwards.
 *
 * <p>Whoever comes first wins; a listener that hangs in a chunk cannot keep the ending back for long.
 */
final class Ending {
    private static final long PATIENCE_MS = 200;

    private final Listener listener;
    private final AtomicBoolean over = new AtomicBoolean();
    private final ReentrantLock speaking = new ReentrantLock();
    private volatile Runnable afterwards = () -> {};

    Ending(Listener listener) {
        this.listener = listener;
    }

    /** Runs once after the ending; must be set before the call starts. */
    void afterwards(Runnable what) {
        afterwards = what;
    }

    boolean isOver() {
        return over.get();
    }

    /** Tells the listener something that is no ending; silent when the call has ended. */
    void tell(Consumer<Listener> what) {
        speaking.lock();
        try {
            if (!over.get()) {
                what.accept(listener);
            }
        } finally {
            speaking.unlock();
        }
    }

    void ended(ModelReply reply) {
        endWith(heard -> heard.ended(reply));
    }

    void broke(Trouble trouble, String message) {
        broke(trouble, message, Usage.NONE);
    }

    void broke(Trouble trouble, String message, Usage used) {
        endWith(heard -> heard.broke(trouble, message, used));
    }

    private void endWith(Consumer<Listener> what) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        boolean quiet = false;
        try {
            quiet = speaking.tryLock(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        try {
            what.accept(listener);
        } finally {
            if (quiet) {
                speaking.unlock();
            }
            afterwards.run();
        }
    }
}

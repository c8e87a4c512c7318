package baton.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import baton.engine.Command;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent.SessionResult;

/** A session at work, as a face sees it. May be used by any thread. */
public interface SessionControl extends AutoCloseable {
    /** Puts a command into the mailbox; whether it was carried out is seen in the record. */
    void tell(Command command);

    /**
     * Puts a command into the mailbox and says what was recorded of it, once that is durable.
     *
     * <p>A refusal is recorded as well, with its reason. Nothing is recorded of a command that comes after the session's
     * result. Must not be waited for on the loop's own thread.
     */
    CompletableFuture<List<RecordedEvent>> ask(Command command);

    /** The session's own wall time, UTC; a rehearsal sets it as it likes. */
    long wallMs();

    /** Waits for the last event of this process; empty when the wait is over first. */
    Optional<SessionResult> awaitResult(Duration wait) throws InterruptedException;

    /** What broke the loop, such as a full disk; empty while all is well. */
    Optional<RuntimeException> failure();

    /** Stops effects, closes the store. The session should have its result by then; otherwise it counts as killed. */
    @Override
    void close();
}

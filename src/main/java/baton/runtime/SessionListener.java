package baton.runtime;

import java.util.List;

import baton.engine.SessionState;
import baton.engine.fact.RecordedEvent;

/** Hears what a session does. Called by the loop's thread: it must return quickly and never throw. */
public interface SessionListener {
    /** These events are durable; {@code state} is their fold. */
    void committed(List<RecordedEvent> events, SessionState state);

    /** Text as it streams; may be skipped wholly, {@code turn.completed} carries all of it. */
    default void chunk(String turn, String text) {}
}

package baton.runtime;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import baton.engine.Input.Stamped;
import baton.engine.fact.RecordedEvent;

/** Port: a recorded session to read. Streams must be closed; they see what was durable when they were opened. */
public interface SessionRecord extends AutoCloseable {
    /** The session's name, which is also the file's name without suffix. */
    String name();

    /** Events with {@code from <= seq <= to}, in order. */
    Stream<RecordedEvent> events(long from, long to);

    /** Inputs with {@code n >= from}, in order. */
    Stream<Stamped> inputs(long from);

    List<EventStore.Chunk> chunks(String turn);

    /** May be called by any thread. */
    Optional<Content> content(String sha256);

    /** Recomputes the hash chain; empty where every event is as it was written, else the first that is not. */
    Optional<Damage> findDamage();

    /** The hash of the last event; empty text for an empty record. */
    String headHash();

    /** The hash of an event, which stands for it and everything before it; empty where there is none of that number. */
    String hashAt(long seq);

    @Override
    void close();

    /** The first event whose content does not fit its hash, or that is missing. */
    record Damage(long seq, String type, String message) {}
}

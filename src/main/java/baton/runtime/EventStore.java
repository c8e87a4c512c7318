package baton.runtime;

import java.util.List;

import baton.engine.Input.Stamped;
import baton.engine.fact.RecordedEvent;

/** Port: one session's record, opened by its only writer. Called by the session loop's thread alone, except where said. */
public interface EventStore extends SessionRecord {
    /**
     * Writes a group in one transaction and returns when it is durable.
     *
     * @throws StoreException where the disk refuses, or another process has taken the session over; nothing of the group is then kept
     */
    void append(Group group);

    /** What belongs together: inputs, each followed in the record by the events it caused. */
    record Group(List<Stamped> inputs, List<RecordedEvent> events, List<Chunk> chunks, List<Content> contents) {
        public Group {
            inputs = List.copyOf(inputs);
            events = List.copyOf(events);
            chunks = List.copyOf(chunks);
            contents = List.copyOf(contents);
        }
    }

    /** Streamed text outside state and hash chain; {@code ordinal} counts from 1 within the turn. */
    record Chunk(String turn, int ordinal, long atMs, long afterSeq, String text) {}

    /** The disk is broken or full, the record is not ours any more, or it is damaged. */
    final class StoreException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** What kind of trouble; the exit code follows from it. */
        public enum Kind {
            DISK_FULL, TAKEN_OVER, LOCKED, NOT_OURS, FROM_THE_FUTURE, DAMAGED, BROKEN,
            /** The folder cannot hold sessions: it cannot be made or written to, or is on a network. */
            NO_PLACE
        }

        private final Kind kind;

        public StoreException(Kind kind, String message, Throwable cause) {
            super(message, cause);
            this.kind = kind;
        }

        public StoreException(Kind kind, String message) {
            super(message);
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }
    }

}

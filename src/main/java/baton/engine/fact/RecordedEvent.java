package baton.engine.fact;

import java.util.Objects;

/**
 * A fact with its place in the record.
 *
 * @param seq counted from 1 without gaps
 * @param n number of the input that caused it
 * @param atMs wall time, UTC, milliseconds; never decreasing
 * @param cause seq of the event that led to it; 0 where the input itself did
 */
public record RecordedEvent(long seq, long n, long atMs, Subject subject, long cause, Event event) {
    public RecordedEvent {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(event, "event");
    }

    /** Whom and what a fact concerns; empty words and attempt 0 where it concerns none. */
    public record Subject(String agent, String task, int attempt) {
        public static final Subject SESSION = new Subject("", "", 0);

        public Subject {
            Objects.requireNonNull(agent, "agent");
            Objects.requireNonNull(task, "task");
        }
    }
}

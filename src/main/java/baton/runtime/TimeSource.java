package baton.runtime;

/** Port: the two clocks. */
public interface TimeSource {
    /** Wall time, UTC, milliseconds; may jump. */
    long wallMs();

    /** Milliseconds that only grow; the start is arbitrary. */
    long monotonicMs();
}

package baton.llm;

/**
 * How long one try of a call may take, in milliseconds.
 *
 * @param connectMs until the connection stands
 * @param firstEventMs from the start of the try to the first event of the answer
 * @param idleMs between two events; comments that only keep the line open do not count
 * @param totalMs for the whole try
 */
public record CallClocks(long connectMs, long firstEventMs, long idleMs, long totalMs) {
    /** Patient enough for a model that thinks before it speaks. */
    public static final CallClocks DEFAULTS = new CallClocks(10_000, 180_000, 60_000, 900_000);

    public CallClocks {
        if (connectMs < 1 || firstEventMs < 1 || idleMs < 1 || totalMs < 1) {
            throw new IllegalArgumentException("every clock needs at least 1 ms");
        }
    }
}

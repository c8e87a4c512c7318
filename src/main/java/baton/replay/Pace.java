package baton.replay;

/**
 * How fast a recorded session is played.
 *
 * @param speedMilli thousandths of the recorded speed; 0 means without any wait
 * @param idleMaxMs the longest wait between two facts, after the speed was applied; 0 means as long as recorded
 */
public record Pace(long speedMilli, long idleMaxMs) {
    public static final Pace INSTANT = new Pace(0, 0);

    public Pace {
        if (speedMilli < 0 || idleMaxMs < 0) {
            throw new IllegalArgumentException("speed and idle limit must not be negative");
        }
    }

    /** How long to wait where the record has a gap of {@code recordedMs}. */
    public long waitMs(long recordedMs) {
        if (speedMilli == 0 || recordedMs <= 0) {
            return 0;
        }
        long scaledMs = recordedMs * 1_000 / speedMilli;
        return idleMaxMs == 0 ? scaledMs : Math.min(scaledMs, idleMaxMs);
    }
}

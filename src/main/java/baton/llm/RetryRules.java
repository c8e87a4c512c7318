package baton.llm;

import baton.engine.fact.Trouble;

/**
 * When a failed try is followed by another.
 *
 * @param triesMax tries of one call in all, the first included
 * @param triesAfterCutMax tries where an answer broke off or stalled: it may have been paid for
 * @param baseMs the first wait is random between 0 and this; it doubles with every try
 * @param capMs no wait is longer, except where the provider asks for it
 * @param waitMaxMs a provider that asks for more patience than this counts as used up
 */
public record RetryRules(int triesMax, int triesAfterCutMax, long baseMs, long capMs, long waitMaxMs) {
    public static final RetryRules DEFAULTS = new RetryRules(6, 3, 1_000, 60_000, 3_600_000);

    public RetryRules {
        if (triesMax < 1 || triesAfterCutMax < 1) {
            throw new IllegalArgumentException("a call needs at least one try");
        }
        if (baseMs < 1 || capMs < baseMs || waitMaxMs < 0) {
            throw new IllegalArgumentException("baseMs, capMs and waitMaxMs must not decrease below 1, baseMs and 0");
        }
    }

    /** How many tries a call may have when its last one ended with this trouble. */
    int triesFor(Trouble trouble) {
        return switch (trouble) {
            case RATE_LIMITED, OVERLOADED, UNREACHABLE -> triesMax;
            case TIMED_OUT, INCOMPLETE -> Math.min(triesMax, triesAfterCutMax);
            case QUOTA, TOO_LONG, REJECTED, UNAUTHORISED, INTERNAL -> 1;
        };
    }

    /** The upper bound of the wait after the given number of tries. */
    long boundMs(int tries) {
        return Math.min(capMs, baseMs << Math.min(tries - 1, 20));
    }
}

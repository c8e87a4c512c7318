package baton.llm;

/**
 * What all calls to one provider with one key share.
 *
 * @param callsMax calls in flight at once; fewer after the provider complained, more again as calls succeed
 * @param waitingMax calls that may wait; one more is refused
 * @param failuresToOpen how many failures in a row stop all asking for a while
 * @param openMs how long the first such stop lasts; it doubles while the provider stays broken
 * @param openMaxMs no stop is longer
 * @param opensMax a call that has waited through so many stops gives up
 */
public record LimiterRules(int callsMax, int waitingMax, int failuresToOpen, long openMs, long openMaxMs,
        int opensMax) {
    public static final LimiterRules DEFAULTS = new LimiterRules(64, 10_000, 8, 5_000, 120_000, 4);

    public LimiterRules {
        if (callsMax < 1 || waitingMax < 1 || failuresToOpen < 1 || openMs < 1 || openMaxMs < openMs || opensMax < 1) {
            throw new IllegalArgumentException("limits must be at least 1, and openMaxMs at least openMs");
        }
    }
}

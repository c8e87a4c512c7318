package baton.view.compare;

/**
 * What two records begin with, byte for byte.
 *
 * @param events how many; 0 for two that were begun apart
 * @param hash of the last of them, or empty
 * @param durationMs run time up to there
 * @param turns model calls up to there, which were paid for once
 * @param a the first event that is only in the one, none where it ends there
 * @param b the first that is only in the other
 */
public record Parting(long events, String hash, long durationMs, int turns, long inputTokens, long outputTokens,
        Next a, Next b) {

    /**
     * The event behind the common beginning.
     *
     * @param type empty where there is none
     * @param what it as a sentence
     */
    public record Next(String type, String what) {
        /** The session ends with what both have. */
        public static final Next NONE = new Next("", "");
    }
}

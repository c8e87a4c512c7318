package baton.engine.fact;

/**
 * Tokens of one or more turns; {@code inputTokens} includes those read from and written to the provider's cache.
 *
 * @param estimated true where the provider gave no figures and they were counted from the text
 */
public record Usage(long inputTokens, long outputTokens, long cacheReadTokens, long cacheWriteTokens,
        boolean estimated) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, false);

    public long totalTokens() {
        return inputTokens + outputTokens;
    }

    public Usage plus(Usage other) {
        return new Usage(inputTokens + other.inputTokens, outputTokens + other.outputTokens,
                cacheReadTokens + other.cacheReadTokens, cacheWriteTokens + other.cacheWriteTokens,
                estimated || other.estimated);
    }
}

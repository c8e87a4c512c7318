package baton.settings;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of one model: its window and, where we have it, its price.
 *
 * @param contextTokens how many tokens a request and its answer may have together
 * @param outputTokensMax the most the model may answer in one turn
 * @param price empty where unknown; a cost is then shown as "n/a", never as 0
 */
public record ModelFacts(ModelName name, int contextTokens, int outputTokensMax, Optional<Price> price) {

    /**
     * Micro-dollars per million tokens.
     *
     * @param asOf the ISO date on which the figure was read
     */
    public record Price(long inputMicros, long outputMicros, long cacheReadMicros, long cacheWriteMicros, String asOf) {
        public Price {
            Objects.requireNonNull(asOf, "asOf");
        }

        /** Cost in micro-dollars, rounded up; {@code inputTokens} includes the cached ones. */
        public long costMicros(long inputTokens, long outputTokens, long cacheReadTokens, long cacheWriteTokens) {
            long plainTokens = Math.max(0, inputTokens - cacheReadTokens - cacheWriteTokens);
            long perMillion = plainTokens * inputMicros + outputTokens * outputMicros
                    + cacheReadTokens * cacheReadMicros
                    + cacheWriteTokens * cacheWriteMicros;
            return Math.ceilDiv(perMillion, 1_000_000L);
        }
    }

    public ModelFacts {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(price, "price");
    }
}

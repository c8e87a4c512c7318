package baton.llm;

import java.util.Objects;

/** Every bound around a model call. */
public record GuardSettings(CallClocks clocks, StreamCaps caps, RetryRules retries, LimiterRules limits) {
    public static final GuardSettings DEFAULTS = new GuardSettings(CallClocks.DEFAULTS, StreamCaps.DEFAULTS,
            RetryRules.DEFAULTS, LimiterRules.DEFAULTS);

    public GuardSettings {
        Objects.requireNonNull(clocks, "clocks");
        Objects.requireNonNull(caps, "caps");
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(limits, "limits");
    }
}

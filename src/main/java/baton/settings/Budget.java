package baton.settings;

import java.util.OptionalLong;

/** What a session may spend; an empty part is not limited. Money is in micro-dollars. */
public record Budget(OptionalLong tokensMax, OptionalLong microsMax, OptionalLong turnsMax) {
    public static final Budget NONE = new Budget(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    public boolean isUnlimited() {
        return tokensMax.isEmpty() && microsMax.isEmpty() && turnsMax.isEmpty();
    }
}

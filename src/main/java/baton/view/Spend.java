package baton.view;

import baton.engine.fact.TurnEvent.TurnCompleted;
import baton.engine.fact.Usage;

/**
 * What turns and calls have used; {@code costMicros} is meaningful only where {@code pricing} is known.
 */
public record Spend(int turns, int toolCalls, Usage usage, long costMicros, Pricing pricing) {

    /** Whether every turn so far had a price. */
    public enum Pricing {
        KNOWN, UNKNOWN
    }

    public static final Spend NONE = new Spend(0, 0, Usage.NONE, 0, Pricing.KNOWN);

    Spend plus(TurnCompleted turn) {
        return new Spend(turns + 1, toolCalls, usage.plus(turn.reply().usage()), costMicros + turn.costMicros(),
                turn.costKnown() ? pricing : Pricing.UNKNOWN);
    }

    /** A try that brought no answer and was counted all the same; it is no turn. */
    Spend plusLost(Usage used, long micros, boolean known) {
        return used.totalTokens() == 0
                ? this
                : new Spend(turns, toolCalls, usage.plus(used), costMicros + micros,
                        known ? pricing : Pricing.UNKNOWN);
    }

    Spend plusToolCall() {
        return new Spend(turns, toolCalls + 1, usage, costMicros, pricing);
    }
}

package baton.engine.fact;

/** Facts about slots, budgets, providers and bounds that were reached. */
public sealed interface LimitEvent extends Event {
    /** Where a stretch below the floor stands. */
    enum Stretch {
        BEGAN, CHANGED, ENDED
    }

    /** Fewer agents at work than the floor asks for; {@code sinceMs} is run time, {@code lastedMs} how long
     * the reason before this one held. */
    record PoolBelowFloor(Stretch stretch, int active, int floor, String reason, long sinceMs, long lastedMs)
            implements
                LimitEvent {}

    /** What the budget holds back for calls in flight, in all. */
    record BudgetReserved(String turn, long tokens, long micros) implements LimitEvent {}

    /** 80 % of a limit is used. */
    record BudgetWarned(String limit, long used, long max) implements LimitEvent {}

    /** No further call fits; nothing is asked any more. */
    record BudgetExhausted(String limit, long used, long max) implements LimitEvent {}

    /** Everybody who asks this provider waits until {@code untilMs} of wall time. */
    record ProviderLimited(String provider, Trouble trouble, long untilMs, String message) implements LimitEvent {}

    /** No model of an agent can be asked, and waiting does not help. */
    record ProviderUnusable(String provider, Trouble trouble, String message) implements LimitEvent {}

    record ProviderAvailable(String provider) implements LimitEvent {}

    /** A bound or a pattern that should not occur was met. */
    record RedFlagRaised(String code, String text) implements LimitEvent {}
}

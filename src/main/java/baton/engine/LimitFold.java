package baton.engine;

import baton.engine.Work.Pool;
import baton.engine.fact.LimitEvent;
import baton.engine.fact.LimitEvent.BudgetExhausted;
import baton.engine.fact.LimitEvent.BudgetReserved;
import baton.engine.fact.LimitEvent.BudgetWarned;
import baton.engine.fact.LimitEvent.PoolBelowFloor;
import baton.engine.fact.LimitEvent.ProviderAvailable;
import baton.engine.fact.LimitEvent.ProviderLimited;
import baton.engine.fact.LimitEvent.ProviderUnusable;
import baton.engine.fact.LimitEvent.RedFlagRaised;
import baton.engine.fact.LimitEvent.Stretch;

/** Folds facts about slots, budgets and providers. */
final class LimitFold {
    private LimitFold() {}

    static SessionState evolve(SessionState state, LimitEvent event) {
        return switch (event) {
            case PoolBelowFloor pool -> state.with(state.work().withPool(
                    pool.stretch() == Stretch.ENDED
                            ? Pool.NONE
                            : new Pool(pool.reason(), pool.active(), pool.sinceMs())));
            case BudgetExhausted exhausted -> state.with(state.course().withExhausted(exhausted.limit()));
            case BudgetWarned warned -> state.with(state.course().withWarned(warned.limit()));
            case ProviderUnusable unusable -> state.with(state.course().withProviderTroubles(
                    state.course().providerTroubles().plus(unusable.provider(), unusable.message())));
            case BudgetReserved ignored -> state;
            case ProviderLimited ignored -> state;
            case ProviderAvailable available -> available(state, available.provider());
            case RedFlagRaised ignored -> state;
        };
    }

    /** Attempts that waited for the provider queue for a slot. */
    private static SessionState available(SessionState state, String provider) {
        var troubles = state.course().providerTroubles();
        return troubles.containsKey(provider)
                ? state.with(state.course().withProviderTroubles(troubles.minus(provider)))
                        .with(Attempts.returning(state.work()))
                : state;
    }
}

package baton.view;

import baton.engine.fact.LimitEvent;
import baton.engine.fact.LimitEvent.BudgetExhausted;
import baton.engine.fact.LimitEvent.BudgetReserved;
import baton.engine.fact.LimitEvent.BudgetWarned;
import baton.engine.fact.LimitEvent.PoolBelowFloor;
import baton.engine.fact.LimitEvent.ProviderAvailable;
import baton.engine.fact.LimitEvent.ProviderLimited;
import baton.engine.fact.LimitEvent.ProviderUnusable;
import baton.engine.fact.LimitEvent.RedFlagRaised;

/** What slots and bounds change in the view. */
final class LimitFold {
    private LimitFold() {}

    static SessionView apply(SessionView view, LimitEvent fact) {
        return switch (fact) {
            case PoolBelowFloor below -> view.with(below(view.pool(), below));
            case RedFlagRaised flag -> view.with(view.shared().plusRedFlag(flag.text()));
            case BudgetReserved reserved -> view;
            case BudgetWarned warned -> view;
            case BudgetExhausted exhausted -> view.with(view.pool().stopped("",
                    "the budget is used up (" + exhausted.limit() + ")"));
            case ProviderLimited limited -> view;
            case ProviderUnusable unusable -> view.with(view.pool().stopped(unusable.provider(),
                    "provider " + unusable.provider() + " cannot be used: " + unusable.message()));
            case ProviderAvailable available -> view.with(view.pool().freed(available.provider()));
        };
    }

    private static PoolCard below(PoolCard pool, PoolBelowFloor fact) {
        return switch (fact.stretch()) {
            case BEGAN -> pool.turnsTo(fact.reason(), 0);
            case CHANGED -> pool.turnsTo(fact.reason(), fact.lastedMs());
            case ENDED -> pool.turnsTo("", fact.lastedMs());
        };
    }
}

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
import baton.engine.fact.RecordedEvent.Subject;
import baton.view.text.Amounts;
import baton.view.text.Tone;

/** The sentences about slots, budgets, providers and bounds. */
final class LimitSentences {
    /** The limit that is counted in millionths of a dollar. */
    private static final String USD = "usd";

    private LimitSentences() {}

    static Sentence of(Subject subject, LimitEvent fact) {
        return switch (fact) {
            case PoolBelowFloor below -> Sentences.main(subject, pool(below));
            case BudgetReserved reserved -> Sentences.detail(subject,
                    "Held back for calls in flight: " + Amounts.count(reserved.tokens()) + " tokens");
            case BudgetWarned warned -> Sentences.main(subject, Tone.ATTENTION,
                    "80 % of the limit on " + words(warned.limit()) + " is used: "
                            + of(warned.limit(), warned.used(), warned.max()));
            case BudgetExhausted exhausted -> Sentences.main(subject, Tone.BAD,
                    "No further call fits the limit on " + words(exhausted.limit()) + ": "
                            + of(exhausted.limit(), exhausted.used(), exhausted.max()) + " is used");
            case ProviderLimited limited -> Sentences.main(subject, Tone.ATTENTION,
                    "Provider " + limited.provider() + " asks everybody to wait, "
                            + Wording.trouble(limited.trouble()) + Wording.after(limited.message()));
            case ProviderUnusable unusable -> Sentences.main(subject, Tone.BAD,
                    "Provider " + unusable.provider() + " cannot be used, " + Wording.trouble(unusable.trouble())
                            + Wording.after(unusable.message()));
            case ProviderAvailable available ->
                Sentences.main(subject, "Provider " + available.provider() + " answers again");
            case RedFlagRaised flag -> Sentences.main(subject, Tone.ATTENTION, "Red flag: " + flag.text());
        };
    }

    private static String pool(PoolBelowFloor fact) {
        return switch (fact.stretch()) {
            case BEGAN, CHANGED ->
                fact.active() + " at work, below the floor of " + fact.floor() + Wording.after(fact.reason());
            case ENDED -> fact.active() >= fact.floor()
                    ? fact.active() + " at work, back at the floor of " + fact.floor()
                    : "The run ends below its floor of " + fact.floor();
        };
    }

    private static String words(String limit) {
        return limit.equals(USD) ? "money" : limit;
    }

    private static String of(String limit, long used, long max) {
        return limit.equals(USD)
                ? Amounts.money(used) + " of " + Amounts.money(max)
                : Amounts.count(used) + " of " + Amounts.count(max);
    }
}

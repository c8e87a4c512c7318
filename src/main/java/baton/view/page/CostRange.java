package baton.view.page;

import java.util.OptionalLong;

import baton.settings.RunSettings;
import baton.view.text.Amounts;

/**
 * What a run may cost: few short turns at the low end, many long ones at the high end, never more than the budget.
 *
 * @param lowMicros micro-dollars; empty where the model's price is not known, nothing for a rehearsal
 * @param highMicros likewise
 */
public record CostRange(OptionalLong lowMicros, OptionalLong highMicros, String sentence) {
    private static final long TURNS_LOW = 3;
    private static final long TURNS_HIGH = 25;
    private static final long INPUT_LOW = 4_000;
    private static final long INPUT_HIGH = 40_000;
    private static final long OUTPUT_LOW = 500;
    private static final long OUTPUT_HIGH = 2_000;

    /** The range for so many tasks. */
    public static CostRange of(long tasks, RunSettings settings) {
        if (settings.mode() == RunSettings.Mode.REHEARSAL) {
            return new CostRange(OptionalLong.of(0), OptionalLong.of(0),
                    "Nothing: this would be a rehearsal, no model is asked.");
        }
        String budget = budget(settings.budget().microsMax());
        var price = settings.models().factsOf(settings.models().standard()).flatMap(facts -> facts.price());
        if (price.isEmpty()) {
            return new CostRange(OptionalLong.empty(), OptionalLong.empty(),
                    "n/a, the price of " + settings.models().standard() + " is not known" + budget);
        }
        long low = tasks * TURNS_LOW * price.get().costMicros(INPUT_LOW, OUTPUT_LOW, 0, 0);
        long high = tasks * TURNS_HIGH * price.get().costMicros(INPUT_HIGH, OUTPUT_HIGH, 0, 0);
        return new CostRange(OptionalLong.of(low), OptionalLong.of(high), Amounts.money(low) + " to "
                + Amounts.money(high) + " by a rough count of " + TURNS_LOW + " to " + TURNS_HIGH
                + " turns a task, prices of " + price.get().asOf() + budget);
    }

    private static String budget(OptionalLong microsMax) {
        return microsMax.isPresent()
                ? "; the budget stops it at " + Amounts.money(microsMax.getAsLong())
                : "; no budget is set (--budget-usd)";
    }
}

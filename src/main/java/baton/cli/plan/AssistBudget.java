package baton.cli.plan;

import java.util.Optional;

import baton.batch.LineOutput;
import baton.cli.console.Consent;
import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.settings.Budget;
import baton.settings.ModelChoice;
import baton.settings.ModelFacts;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;

/** Nothing is asked of a model before somebody has said yes to the cost, or has set a budget that it surely keeps. */
final class AssistBudget {
    private final Surroundings around;
    private final Budget budget;
    private final LineOutput err;

    AssistBudget(Surroundings around, Budget budget, LineOutput err) {
        this.around = around;
        this.budget = budget;
        this.err = err;
    }

    /** Says what one request may cost at most and goes on after a yes, or within the budget. */
    void consent(ModelChoice models, long inputTokens, int outputTokensMax, boolean yes) {
        var micros = models.factsOf(models.standard()).flatMap(ModelFacts::price)
                .map(price -> price.costMicros(inputTokens, outputTokensMax, 0, 0));
        err.show(StyledLine.of("One request to " + models.standard() + ": about " + Amounts.count(inputTokens)
                + " tokens in, at most " + Amounts.count(outputTokensMax) + " out, "
                + micros.map(most -> "at most " + Amounts.money(most)).orElse("its price is not known") + "."));
        refuseBeyond(inputTokens + outputTokensMax, micros, models);
        if (budget.isUnlimited() && !yes && !Consent.of(around).to("Ask it? [y/N]")) {
            throw UserError.usage("nothing was asked: a model needs a budget or a yes",
                    "Give --yes, --budget-usd 0.50 or --budget-tokens 100000.");
        }
    }

    private void refuseBeyond(long tokens, Optional<Long> micros, ModelChoice models) {
        if (budget.tokensMax().isPresent() && tokens > budget.tokensMax().getAsLong()) {
            throw UserError.of(ExitCode.BUDGET, "nothing was asked: it may take " + Amounts.count(tokens)
                    + " tokens, and the budget is " + Amounts.count(budget.tokensMax().getAsLong()),
                    "Raise --budget-tokens, or name fewer documents.");
        }
        if (budget.microsMax().isPresent()) {
            long most = micros.orElseThrow(() -> UserError.of(ExitCode.BUDGET, "nothing was asked: the price of "
                    + models.standard() + " is not known, so --budget-usd cannot be kept",
                    "Give --budget-tokens instead."));
            if (most > budget.microsMax().getAsLong()) {
                throw UserError.of(ExitCode.BUDGET, "nothing was asked: it may cost " + Amounts.money(most)
                        + ", and the budget is " + Amounts.money(budget.microsMax().getAsLong()),
                        "Raise --budget-usd, or name fewer documents.");
            }
        }
    }
}

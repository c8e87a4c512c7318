package baton.engine.rule.turn;

import java.util.Optional;

import baton.engine.AttemptState;
import baton.engine.Attempts;
import baton.engine.Outcome.ProviderBack;
import baton.engine.Outcome.ProviderPaused;
import baton.engine.Outcome.TurnBroke;
import baton.engine.Outcome.TurnEnded;
import baton.engine.Outcome.TurnRetrying;
import baton.engine.Working;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.LimitEvent.ProviderAvailable;
import baton.engine.fact.LimitEvent.ProviderLimited;
import baton.engine.fact.ModelReply;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.TurnEvent.ModelSwitched;
import baton.engine.fact.TurnEvent.TurnCompleted;
import baton.engine.fact.TurnEvent.TurnFailed;
import baton.engine.fact.TurnEvent.TurnRetried;
import baton.engine.fact.Usage;
import baton.engine.rule.gate.Claims;
import baton.engine.rule.task.AttemptEnds;
import baton.engine.rule.task.InFlight;
import baton.settings.ModelName;

/** What a turn's end leads to. Endings of turns that are not open any more change nothing. */
public final class Replies {
    private Replies() {}

    public static void ended(Working working, TurnEnded outcome) {
        var found = openTurn(working, outcome.turn());
        if (found.isEmpty()) {
            return;
        }
        var attempt = found.get();
        var reply = outcome.reply();
        var model = Providers.modelOf(working.state(), attempt);
        var price = price(working, model, reply.usage());
        working.causedBy(working.record(attempt.subject(),
                new TurnCompleted(outcome.turn(), reply, price.orElse(0L), price.isPresent())));
        Providers.answered(working, model);
        Budgets.warn(working);
        if (reply.calls().isEmpty()) {
            Claims.answered(working, working.state().work().attempt(attempt.id()).orElseThrow(), reply);
        }
    }

    /** Micro-dollars; empty where the model has no price. Rehearsal costs nothing. */
    private static Optional<Long> price(Working working, ModelName asked, Usage usage) {
        var models = working.state().setup().settings().models();
        if (asked.isRehearsal()) {
            return Optional.of(0L);
        }
        return models.factsOf(asked).flatMap(facts -> facts.price()).map(price -> price.costMicros(usage.inputTokens(),
                usage.outputTokens(), usage.cacheReadTokens(), usage.cacheWriteTokens()));
    }

    public static void broke(Working working, TurnBroke outcome) {
        var found = openTurn(working, outcome.turn());
        if (found.isEmpty()) {
            return;
        }
        var attempt = found.get();
        var models = Providers.models(working.state(), attempt.agent());
        var model = Providers.modelOf(working.state(), attempt);
        var price = price(working, model, outcome.used());
        working.causedBy(working.record(attempt.subject(), new TurnFailed(outcome.turn(), outcome.trouble(),
                outcome.message(), outcome.used(), price.orElse(0L), price.isPresent())));
        Budgets.warn(working);
        boolean another = attempt.modelIndex() + 1 < models.size();
        boolean isProviders = Providers.isProviders(outcome.trouble());
        if (isProviders && (!another || Providers.isLasting(outcome.trouble()))) {
            Providers.giveUp(working, model, outcome.trouble(), outcome.message());
        }
        if (another) {
            working.record(attempt.subject(), new ModelSwitched(outcome.turn(), model.toString(),
                    models.get(attempt.modelIndex() + 1).toString(), outcome.message()));
        } else if (!isProviders) {
            AttemptEnds.end(working, attempt, End.FAILED, "the model call failed: " + outcome.message());
        }
        // Where neither holds, the next request finds the provider out and parks the attempt.
    }

    public static void retrying(Working working, TurnRetrying outcome) {
        var found = openTurn(working, outcome.turn());
        if (found.isPresent()) {
            var attempt = found.get();
            var price = price(working, Providers.modelOf(working.state(), attempt), outcome.used());
            working.record(attempt.subject(),
                    new TurnRetried(outcome.turn(), outcome.trouble(), outcome.attempt(), outcome.delayMs(),
                            outcome.message(), outcome.used(), price.orElse(0L), price.isPresent()));
            Budgets.warn(working);
            if (Budgets.isOverdrawn(working)) {
                // Once it is not in flight its budget is looked at again like that of any turn.
                InFlight.cancel(working, attempt.id(), "the budget does not cover another try");
                working.touch(attempt.id());
            }
        }
    }

    public static void paused(Working working, ProviderPaused outcome) {
        working.record(Subject.SESSION,
                new ProviderLimited(outcome.provider(), outcome.trouble(), outcome.untilMs(), outcome.message()));
    }

    public static void back(Working working, ProviderBack outcome) {
        working.record(Subject.SESSION, new ProviderAvailable(outcome.provider()));
    }

    private static Optional<AttemptState> openTurn(Working working, String turn) {
        return working.state().work().attempt(Attempts.ofPart(turn))
                .filter(attempt -> attempt.turn().map(open -> open.id().equals(turn)).orElse(false));
    }
}

package baton.engine.rule.turn;

import java.util.List;

import baton.engine.AttemptState;
import baton.engine.SessionState;
import baton.engine.Working;
import baton.engine.fact.LimitEvent.ProviderAvailable;
import baton.engine.fact.LimitEvent.ProviderUnusable;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.Trouble;
import baton.settings.ModelName;

/** Which providers can be asked; one that cannot holds up only the agents that have no other. */
public final class Providers {
    private Providers() {}

    /** True where this agent has a model that can be asked. */
    public static boolean canAsk(SessionState state, String agent) {
        var troubles = state.course().providerTroubles();
        return troubles.isEmpty() || models(state, agent).stream().anyMatch(model -> !isOut(state, model));
    }

    /** False where none of the models named in the settings can be asked, so that nobody needs to be looked at. */
    public static boolean someCanBeAsked(SessionState state) {
        if (state.course().providerTroubles().isEmpty()) {
            return true;
        }
        var choice = state.setup().settings().models();
        return !isOut(state, choice.standard()) || choice.fallbacks().stream().anyMatch(model -> !isOut(state, model))
                || choice.perAgent().stream().flatMap(own -> own.models().stream())
                        .anyMatch(model -> !isOut(state, model));
    }

    static List<ModelName> models(SessionState state, String agent) {
        return state.setup().settings().models().modelsFor(agent);
    }

    /** The model the attempt asks now. */
    static ModelName modelOf(SessionState state, AttemptState attempt) {
        var models = models(state, attempt.agent());
        return models.get(Math.min(attempt.modelIndex(), models.size() - 1));
    }

    static boolean isOut(SessionState state, ModelName model) {
        return state.course().providerTroubles().containsKey(model.provider());
    }

    /** Notes once that a provider cannot be asked. */
    static void giveUp(Working working, ModelName model, Trouble trouble, String message) {
        if (!isOut(working.state(), model)) {
            working.record(Subject.SESSION, new ProviderUnusable(model.provider(), trouble, message));
        }
    }

    /** An answer came after all. */
    static void answered(Working working, ModelName model) {
        if (isOut(working.state(), model)) {
            working.record(Subject.SESSION, new ProviderAvailable(model.provider()));
        }
    }

    /** Troubles that lie with the provider or the account, so that another attempt would meet them too. */
    static boolean isProviders(Trouble trouble) {
        return switch (trouble) {
            case RATE_LIMITED, QUOTA, OVERLOADED, TIMED_OUT, UNAUTHORISED, UNREACHABLE -> true;
            case INCOMPLETE, TOO_LONG, REJECTED, INTERNAL -> false;
        };
    }

    /** Troubles that stay until a person does something about the account. */
    static boolean isLasting(Trouble trouble) {
        return trouble == Trouble.QUOTA || trouble == Trouble.UNAUTHORISED;
    }
}

package baton.engine;

import java.util.Optional;

import baton.engine.AttemptState.Closing;
import baton.engine.AttemptState.OpenTurn;
import baton.engine.Effect.Role;
import baton.engine.fact.ModelReply;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.TurnEvent;
import baton.engine.fact.TurnEvent.ModelSwitched;
import baton.engine.fact.TurnEvent.TurnCancelled;
import baton.engine.fact.TurnEvent.TurnCompleted;
import baton.engine.fact.TurnEvent.TurnFailed;
import baton.engine.fact.TurnEvent.TurnLost;
import baton.engine.fact.TurnEvent.TurnRequested;
import baton.engine.fact.TurnEvent.TurnRetried;
import baton.engine.fact.Usage;
import baton.settings.ModelName;
import org.pcollections.TreePMap;

/** Folds facts about model calls. */
final class TurnFold {
    private TurnFold() {}

    static SessionState evolve(SessionState state, RecordedEvent recorded, TurnEvent event) {
        var attempt = Attempts.require(state, recorded.subject());
        return switch (event) {
            case TurnRequested requested -> requested(state, attempt, requested);
            case TurnCompleted completed -> completed(state, attempt, recorded.seq(), completed);
            case TurnFailed failed ->
                spent(unanswered(state, attempt), failed.used(), failed.costMicros(), failed.costKnown());
            case TurnLost ignored -> unanswered(state, attempt);
            case TurnCancelled ignored -> unanswered(state, attempt);
            case TurnRetried retried -> spent(state, retried.used(), retried.costMicros(), retried.costKnown());
            case ModelSwitched switched -> switched(state, attempt, switched.to());
        };
    }

    private static SessionState requested(SessionState state, AttemptState attempt, TurnRequested requested) {
        var change = attempt.change();
        change.turns = attempt.turns() + 1;
        change.turn = Optional
                .of(new OpenTurn(requested.turn(), requested.reservedTokens(), requested.reservedMicros()));
        if (requested.closing()) {
            change.closing = Closing.ASKED;
        }
        return state.with(Attempts.put(state.work(), change.done()).withInFlight(state.work().inFlight() + 1))
                .with(state.totals().reserving(requested.reservedTokens(), requested.reservedMicros(), 1));
    }

    private static SessionState completed(SessionState state, AttemptState attempt, long seq, TurnCompleted completed) {
        var free = without(state, attempt);
        var change = Attempts.require(free, attempt.subject()).change();
        change.messages = attempt.messages()
                .plus(Attempts.message(seq, Role.ASSISTANT, MessageText.ofReply(completed.reply())));
        change.calls = calls(completed.turn(), completed.reply());
        if (!completed.reply().calls().isEmpty()) {
            change.nudges = 0;
        }
        return free.with(Attempts.put(free.work(), change.done()))
                .with(free.totals().spent(completed.reply().usage(), completed.costMicros(), completed.costKnown()));
    }

    /** A try that brought nothing but was counted; where nothing was, its price is no question either. */
    private static SessionState spent(SessionState state, Usage used, long costMicros, boolean costKnown) {
        return used.totalTokens() == 0 ? state : state.with(state.totals().spent(used, costMicros, costKnown));
    }

    private static TreePMap<String, OpenCall> calls(String turn, ModelReply reply) {
        TreePMap<String, OpenCall> calls = TreePMap.empty();
        int number = 0;
        for (var request : reply.calls()) {
            number++;
            var id = turn + "." + number;
            calls = calls.plus(id, new OpenCall(id, number, request, OpenCall.State.QUEUED, "", true));
        }
        return calls;
    }

    private static SessionState without(SessionState state, AttemptState attempt) {
        var open = attempt.turn();
        if (open.isEmpty()) {
            return state;
        }
        var change = attempt.change();
        change.turn = Optional.empty();
        return state.with(Attempts.put(state.work(), change.done()).withInFlight(state.work().inFlight() - 1))
                .with(state.totals().reserving(-open.get().reservedTokens(), -open.get().reservedMicros(), 0));
    }

    /** A closing turn that brought no answer has not been had: it may be asked again until the hard limit. */
    private static SessionState unanswered(SessionState state, AttemptState attempt) {
        if (attempt.turn().isEmpty() || attempt.closing() != Closing.ASKED) {
            return without(state, attempt);
        }
        var change = attempt.change();
        change.closing = Closing.WANTED;
        return without(state, change.done());
    }

    private static SessionState switched(SessionState state, AttemptState attempt, String to) {
        var models = state.setup().settings().models().modelsFor(attempt.agent());
        int place = models.stream().map(ModelName::toString).toList().indexOf(to);
        var change = attempt.change();
        change.modelIndex = place >= 0 ? place : attempt.modelIndex() + 1;
        return state.with(Attempts.put(state.work(), change.done()));
    }
}

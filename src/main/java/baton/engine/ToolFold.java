package baton.engine;

import java.util.List;

import baton.engine.AttemptState.Repeated;
import baton.engine.Effect.Role;
import baton.engine.People.Item;
import baton.engine.fact.FileChange;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.ToolEvent;
import baton.engine.fact.ToolEvent.ApprovalScope;
import baton.engine.fact.ToolEvent.ToolApproved;
import baton.engine.fact.ToolEvent.ToolCancelled;
import baton.engine.fact.ToolEvent.ToolCompleted;
import baton.engine.fact.ToolEvent.ToolDenied;
import baton.engine.fact.ToolEvent.ToolFailed;
import baton.engine.fact.ToolEvent.ToolLost;
import baton.engine.fact.ToolEvent.ToolRequested;
import baton.engine.fact.ToolEvent.ToolStarted;
import org.pcollections.TreePMap;

/** Folds facts about tool calls. */
final class ToolFold {
    private ToolFold() {}

    static SessionState evolve(SessionState state, RecordedEvent recorded, ToolEvent event) {
        var attempt = Attempts.require(state, recorded.subject());
        var call = attempt.calls().get(event.call());
        if (call == null) {
            throw new IllegalStateException("no open call " + event.call());
        }
        return switch (event) {
            case ToolRequested requested -> requested(state, recorded, attempt, call, requested);
            case ToolApproved approved -> approved(state, attempt, call, approved);
            case ToolStarted started -> started(state, attempt, call, started);
            case ToolCompleted completed -> ended(state, recorded, attempt, call, completed.changes());
            case ToolFailed failed -> ended(state, recorded, attempt, call, failed.changes());
            case ToolDenied denied ->
                ended(settled(state, call, "denied", denied.by()), recorded, attempt, call, List.of());
            case ToolCancelled ignored -> ended(state, recorded, attempt, call, List.of());
            case ToolLost ignored -> ended(state, recorded, attempt, call, List.of());
        };
    }

    private static SessionState requested(SessionState state, RecordedEvent recorded, AttemptState attempt,
            OpenCall call,
            ToolRequested requested) {
        var item = new Item(requested.approval(), Item.Kind.APPROVAL, requested.tool(), requested.what(), List.of(), "",
                List.of(),
                attempt.agent(), attempt.task(), attempt.id(), call.id(), Item.State.OPEN, "", "", recorded.seq());
        return withCall(state, attempt, call.waitingFor(requested.approval())).with(state.people().opened(item))
                .with(PeopleFold.numbered(state.course(), requested.approval()));
    }

    private static SessionState approved(SessionState state, AttemptState attempt, OpenCall call,
            ToolApproved approved) {
        var people = settled(state, call, "approved", approved.by()).people();
        if (approved.scope() != ApprovalScope.ONCE) {
            var who = approved.scope() == ApprovalScope.AGENT ? attempt.agent() : "*";
            people = people.granting(who + " " + approved.pattern());
        }
        return withCall(state, attempt, call.approved()).with(people);
    }

    private static SessionState settled(SessionState state, OpenCall call, String answer, String by) {
        return call.waitsFor().isEmpty()
                ? state
                : state.with(state.people().settled(call.waitsFor(), answer, by, Item.State.SETTLED));
    }

    private static SessionState started(SessionState state, AttemptState attempt, OpenCall call, ToolStarted started) {
        if (!call.request().action().isForTools()) {
            return withCall(state, attempt, call.decidedHere()).with(state.totals().counting(1, 0, 0));
        }
        var running = withCall(state, attempt, call.running(started.repeatable()));
        return running.with(running.work().withInFlight(running.work().inFlight() + 1))
                .with(running.totals().counting(1, 0, 0));
    }

    private static SessionState withCall(SessionState state, AttemptState attempt, OpenCall call) {
        var change = attempt.change();
        change.calls = attempt.calls().plus(call.id(), call);
        var done = change.done();
        return state.with(Attempts.returning(Attempts.put(state.work(), done), done));
    }

    private static SessionState ended(SessionState state, RecordedEvent recorded, AttemptState attempt, OpenCall call,
            List<FileChange> changes) {
        var text = MessageText.of(recorded.event());
        var change = attempt.change();
        change.calls = attempt.calls().minus(call.id());
        change.messages = attempt.messages().plus(Attempts.message(recorded.seq(), Role.TOOL, text));
        boolean progress = false;
        for (var file : changes) {
            var content = file.path() + " " + file.afterSha256();
            progress = progress || !attempt.contents().contains(content);
            change.contents = change.contents.plus(content);
            change.changes = change.changes.plus(file.path(), file);
        }
        change.sameCalls = progress ? TreePMap.empty() : counted(attempt, call, text);
        var done = change.done();
        var work = Attempts.put(state.work(), done).withInFlight(state.work().inFlight() - (call.isRunning() ? 1 : 0));
        return state.with(Attempts.returning(work, done));
    }

    /**
     * Counts turns in which a call was made with the same arguments and had the same result since the last progress.
     *
     * <p>Several such calls in one turn count once: the agent could not know the result of the first when it asked for the second.
     */
    private static TreePMap<String, Repeated> counted(AttemptState attempt, OpenCall call, String result) {
        var key = Sha256.of(call.request().tool() + "\n" + call.request().argumentsJson() + "\n" + result);
        var before = attempt.sameCalls().get(key);
        var turn = Attempts.turnOfCall(call.id());
        if (before != null && before.lastTurn().equals(turn)) {
            return attempt.sameCalls();
        }
        return attempt.sameCalls().plus(key, new Repeated(before == null ? 1 : before.times() + 1, turn));
    }
}

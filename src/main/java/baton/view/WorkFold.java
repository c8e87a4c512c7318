package baton.view;

import java.util.List;
import java.util.function.UnaryOperator;

import baton.engine.fact.FileChange;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.ToolEvent;
import baton.engine.fact.ToolEvent.ToolApproved;
import baton.engine.fact.ToolEvent.ToolCancelled;
import baton.engine.fact.ToolEvent.ToolCompleted;
import baton.engine.fact.ToolEvent.ToolDenied;
import baton.engine.fact.ToolEvent.ToolFailed;
import baton.engine.fact.ToolEvent.ToolLost;
import baton.engine.fact.ToolEvent.ToolRequested;
import baton.engine.fact.ToolEvent.ToolStarted;
import baton.engine.fact.TurnEvent;
import baton.engine.fact.TurnEvent.ModelSwitched;
import baton.engine.fact.TurnEvent.TurnCancelled;
import baton.engine.fact.TurnEvent.TurnCompleted;
import baton.engine.fact.TurnEvent.TurnFailed;
import baton.engine.fact.TurnEvent.TurnLost;
import baton.engine.fact.TurnEvent.TurnRequested;
import baton.engine.fact.TurnEvent.TurnRetried;
import baton.view.InboxItem.Ask.Approval;
import baton.view.InboxItem.Settlement;

/** What turns and tool calls change in the view: what an agent does right now, what it spent, which files changed. */
final class WorkFold {
    private WorkFold() {}

    static SessionView apply(SessionView view, Subject subject, TurnEvent fact) {
        return switch (fact) {
            case TurnRequested requested ->
                doing(view, subject, requested.closing() ? "closing turn" : "thinking");
            case TurnCompleted completed -> completed(view, subject, completed);
            case TurnFailed failed -> doing(
                    spent(view, subject,
                            spend -> spend.plusLost(failed.used(), failed.costMicros(), failed.costKnown())),
                    subject, "");
            case TurnLost lost -> doing(view, subject, "");
            case TurnCancelled cancelled -> doing(view, subject, "");
            case TurnRetried retried -> doing(
                    spent(view, subject,
                            spend -> spend.plusLost(retried.used(), retried.costMicros(), retried.costKnown())),
                    subject, "waits to ask again");
            case ModelSwitched switched ->
                AttemptFold.last(view, subject, attempt -> attempt.withModel(switched.to()));
        };
    }

    private static SessionView completed(SessionView view, Subject subject, TurnCompleted fact) {
        return doing(spent(view, subject, spend -> spend.plus(fact)), subject, "");
    }

    /** Counts for the session, the task and the agent. */
    private static SessionView spent(SessionView view, Subject subject, UnaryOperator<Spend> how) {
        var counted = TaskFold.change(view.with(how.apply(view.spend())), subject,
                task -> task.withSpend(how.apply(task.spend())));
        return AttemptFold.agent(counted, subject.agent(), agent -> agent.withSpend(how.apply(agent.spend())));
    }

    static SessionView apply(SessionView view, Subject subject, ToolEvent fact) {
        return switch (fact) {
            case ToolRequested requested -> requested(view, subject, requested);
            case ToolApproved approved -> settled(view, fact, reach(approved), approved.by());
            case ToolDenied denied -> settled(view, fact, "denied: " + denied.reason(), denied.by());
            case ToolStarted started -> started(view, subject, started);
            case ToolCompleted completed -> changed(doing(view, subject, ""), subject, completed.changes());
            case ToolFailed failed -> changed(doing(view, subject, ""), subject, failed.changes());
            case ToolCancelled cancelled -> doing(view, subject, "");
            case ToolLost lost -> doing(view, subject, "");
        };
    }

    private static SessionView requested(SessionView view, Subject subject, ToolRequested fact) {
        var ask = new Approval(fact.call(), fact.tool(), fact.what());
        return view.with(new InboxItem(fact.approval(), ask, subject.agent(), subject.task(), view.head().runMs(),
                new Settlement.Open()));
    }

    private static String reach(ToolApproved fact) {
        return "allowed " + Wording.reach(fact.scope(), fact.pattern());
    }

    /** Closes the approval that asked about this call; a call that needed none changes nothing. */
    private static SessionView settled(SessionView view, ToolEvent fact, String how, String by) {
        return view.inbox().stream()
                .filter(item -> item.isOpen() && item.ask() instanceof Approval approval
                        && approval.call().equals(fact.call()))
                .findFirst().map(item -> view.with(item.settled(new Settlement.Settled(how, by)))).orElse(view);
    }

    private static SessionView started(SessionView view, Subject subject, ToolStarted fact) {
        var counted = TaskFold.change(view.with(view.spend().plusToolCall()), subject,
                task -> task.withSpend(task.spend().plusToolCall()));
        return doing(AttemptFold.agent(counted, subject.agent(),
                agent -> agent.withSpend(agent.spend().plusToolCall())), subject, fact.tool());
    }

    private static SessionView changed(SessionView view, Subject subject, List<FileChange> changes) {
        var result = view;
        for (var change : changes) {
            var before = result.files().get(change.path());
            result = result.with(before.map(file -> file.and(change, subject.agent(), subject.task()))
                    .orElse(FileCard.first(change, subject.agent(), subject.task())));
        }
        return result;
    }

    private static SessionView doing(SessionView view, Subject subject, String what) {
        return AttemptFold.last(view, subject, attempt -> attempt.doing(what));
    }
}

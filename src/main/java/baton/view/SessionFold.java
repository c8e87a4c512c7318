package baton.view;

import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent;
import baton.engine.fact.SessionEvent.CommandRefused;
import baton.engine.fact.SessionEvent.LintFound;
import baton.engine.fact.SessionEvent.PhaseCompleted;
import baton.engine.fact.SessionEvent.PhaseStarted;
import baton.engine.fact.SessionEvent.PlanLoaded;
import baton.engine.fact.SessionEvent.SessionForked;
import baton.engine.fact.SessionEvent.SessionPaused;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.engine.fact.SessionEvent.SessionResumed;
import baton.engine.fact.SessionEvent.SessionStarted;
import baton.engine.fact.SessionEvent.ToolsAvailable;

/** What facts about the session as a whole change in the view. */
final class SessionFold {
    private SessionFold() {}

    static SessionView apply(SessionView view, Subject subject, SessionEvent fact) {
        return switch (fact) {
            case SessionStarted started -> started(view, started);
            case PlanLoaded loaded -> loaded(view, loaded);
            case SessionPaused paused -> paused(view, subject.agent(), paused.by());
            case SessionResumed resumed -> resumed.isNewProcess()
                    ? resumed(view, resumed)
                    : paused(view, subject.agent(), "");
            case SessionForked forked -> forked(view, forked);
            case SessionResult result -> view.with(view.head().ended(result));
            case CommandRefused refused ->
                view.with(view.shared().plusRefusal(refused.command() + ": " + refused.reason()));
            case LintFound found -> view;
            case ToolsAvailable tools -> view;
            case PhaseStarted started -> view;
            case PhaseCompleted completed -> view;
        };
    }

    /** An empty agent stands for everybody, an empty name ends the pause. */
    private static SessionView paused(SessionView view, String agent, String by) {
        return agent.isEmpty()
                ? view.with(view.head().withPause(by))
                : view.agents().get(agent).map(card -> view.with(card.withPause(by))).orElse(view);
    }

    private static SessionView started(SessionView view, SessionStarted started) {
        var limits = started.settings().limits();
        return view.with(view.head().started(started.rules(), started.settings()))
                .with(view.pool().between(limits.agentsMin(), limits.agentsMax()));
    }

    private static SessionView resumed(SessionView view, SessionResumed resumed) {
        var limits = resumed.settings().limits();
        return view.with(view.head().resumed(resumed.settings()))
                .with(view.pool().fresh().between(limits.agentsMin(), limits.agentsMax()));
    }

    private static SessionView forked(SessionView view, SessionForked forked) {
        var limits = forked.settings().limits();
        return view.with(view.head().forked(forked.origin(), forked.settings()))
                .with(view.pool().fresh().between(limits.agentsMin(), limits.agentsMax()));
    }

    private static SessionView loaded(SessionView view, PlanLoaded loaded) {
        var changed = view.with(view.head().loaded(loaded.plan()));
        for (var agent : loaded.plan().agents()) {
            changed = changed.with(AgentCard.named(agent.id(), agent.name()));
        }
        for (var casting : loaded.castings()) {
            var agent = changed.agents().get(casting.agent())
                    .orElse(AgentCard.named(casting.agent(), casting.agent()));
            changed = changed.with(agent.playedBy(casting));
        }
        return changed;
    }
}

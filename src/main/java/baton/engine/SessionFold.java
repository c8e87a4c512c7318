package baton.engine;

import java.util.Optional;

import baton.engine.fact.RecordedEvent;
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
import baton.settings.RunSettings;
import org.pcollections.TreePMap;

/** Folds facts about the session as a whole. */
final class SessionFold {
    private SessionFold() {}

    static SessionState evolve(SessionState state, RecordedEvent recorded, SessionEvent event) {
        return switch (event) {
            case SessionStarted started -> state.with(started(state.setup(), started));
            case PlanLoaded loaded -> state.with(loaded(state.setup(), loaded));
            case SessionPaused paused -> state.with(state.course().withPauses(
                    state.course().pauses().withAgent(recorded.subject().agent(), paused.by())));
            case SessionResumed resumed -> resumed.isNewProcess()
                    ? resumed(state, resumed)
                    : continued(state, recorded.subject().agent());
            case SessionForked forked -> state.with(withSettings(state.setup(), forked.settings()))
                    .with(state.course().withResult(Optional.empty()));
            case SessionResult result -> state.with(state.course().withResult(Optional.of(result)));
            case LintFound ignored -> state;
            case ToolsAvailable found -> state.with(state.setup().withTools(found));
            case PhaseStarted phase -> state.with(state.course().using("phase " + phase.phase(), 1));
            case PhaseCompleted ignored -> state;
            case CommandRefused ignored -> state;
        };
    }

    private static Setup started(Setup setup, SessionStarted started) {
        TreePMap<String, String> texts = TreePMap.empty();
        for (var text : started.promptTexts()) {
            texts = texts.plus(text.name(), text.text());
        }
        return new Setup(started.settings(), setup.plan(), setup.agents(), setup.castings(), setup.context(), texts,
                started.tools(), setup.templates(), setup.missingTools());
    }

    private static Setup loaded(Setup setup, PlanLoaded loaded) {
        TreePMap<String, baton.plan.AgentSpec> agents = TreePMap.empty();
        for (var agent : loaded.plan().agents()) {
            agents = agents.plus(agent.id(), agent);
        }
        TreePMap<String, SessionEvent.Casting> castings = TreePMap.empty();
        for (var casting : loaded.castings()) {
            castings = castings.plus(casting.agent(), casting);
        }
        return new Setup(setup.settings(), loaded.plan(), agents, castings, loaded.context(), setup.promptTexts(),
                setup.tools(), loaded.templates(), setup.missingTools());
    }

    private static SessionState continued(SessionState state, String agent) {
        var pauses = state.course().pauses().withAgent(agent, "");
        return state.with(state.course().withPauses(pauses)).with(Attempts.returning(state.work()));
    }

    /** A new process starts with new settings, and what stopped the last one is tried afresh. */
    private static SessionState resumed(SessionState state, SessionResumed resumed) {
        var changed = withSettings(state.setup(), resumed.settings());
        var course = state.course().withExhausted("").withWarned("").withProviderTroubles(TreePMap.empty())
                .withResult(Optional.empty())
                .withPauses(state.course().pauses().withAgent("", ""));
        var fresh = course.runGate().state() == Course.RunGate.State.FAILED
                ? course.withRunGate(Course.RunGate.State.NOT_RUN, java.util.List.of())
                : course;
        return state.with(changed).with(fresh).with(Attempts.returning(state.work()));
    }

    private static Setup withSettings(Setup setup, RunSettings settings) {
        return new Setup(settings, setup.plan(), setup.agents(), setup.castings(), setup.context(),
                setup.promptTexts(), setup.tools(), setup.templates(), setup.missingTools());
    }
}

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
import baton.plan.Problem;
import baton.plan.TaskSpec;
import baton.settings.RunSettings;
import baton.settings.RunSettings.Mode;
import baton.view.text.Amounts;
import baton.view.text.Tone;

/** The sentences about the session as a whole. */
final class SessionSentences {
    private SessionSentences() {}

    static Sentence of(SessionView view, Subject subject, SessionEvent fact) {
        return switch (fact) {
            case SessionStarted started -> Sentences.main(subject, started(started.settings()));
            case PlanLoaded loaded -> Sentences.main(subject, loaded(loaded));
            case LintFound found -> lint(subject, found.problem());
            case ToolsAvailable tools -> Sentences.detail(subject, tools(tools));
            case SessionPaused paused -> Sentences.main(subject, Tone.ATTENTION,
                    whose(subject) + " paused by " + paused.by() + "; what runs finishes its turn");
            case SessionResumed resumed -> Sentences.main(subject, resumed.isNewProcess()
                    ? resumed(resumed)
                    : whose(subject) + " let go on by " + resumed.by());
            case SessionForked forked -> Sentences.main(subject, forked(forked));
            case PhaseStarted started -> Sentences.main(subject, "Phase " + started.phase() + " began");
            case PhaseCompleted completed ->
                Sentences.main(subject, Tone.GOOD, "Phase " + completed.phase() + " is complete");
            case CommandRefused refused -> Sentences.main(subject, Tone.ATTENTION,
                    "Refused " + refused.command() + ": " + refused.reason());
            case SessionResult result -> Sentences.main(subject, Wording.tone(result), result(result));
        };
    }

    private static String whose(Subject subject) {
        return subject.agent().isEmpty() ? "The session is" : "is";
    }

    private static String started(RunSettings settings) {
        var limits = settings.limits();
        String kind = settings.mode() == Mode.REHEARSAL
                ? "Rehearsal started with seed " + settings.seed() + ", no model is asked"
                : "Session started with " + settings.models().standard();
        String floor = limits.agentsMin() == limits.agentsMax()
                ? "always "
                : limits.agentsMin() > 0 ? limits.agentsMin() + " to " : "up to ";
        return kind + "; " + floor + Amounts.of(limits.agentsMax(), "agent") + " at work at once";
    }

    private static String loaded(PlanLoaded fact) {
        var plan = fact.plan();
        long tasks = plan.tasks().stream().filter(TaskSpec::runs).count();
        if (plan.source().isEmpty() && tasks == 0) {
            return "There is no plan yet: what is said first is the goal; "
                    + Amounts.of(plan.agents().size(), "agent") + " can be asked";
        }
        String from = plan.source().isEmpty() ? "\" made of a goal: " : "\" loaded from " + plan.source() + ": ";
        return "Plan \"" + plan.name() + from + Amounts.of(tasks, "task")
                + " for " + Amounts.of(plan.agents().size(), "agent");
    }

    private static Sentence lint(Subject subject, Problem problem) {
        String says = Wording.words(problem.severity()) + ": " + problem.oneLine();
        return switch (problem.severity()) {
            case ERROR -> Sentences.main(subject, Tone.BAD, says);
            case WARNING -> Sentences.main(subject, Tone.ATTENTION, says);
            case NOTE -> Sentences.detail(subject, says);
        };
    }

    private static String tools(ToolsAvailable fact) {
        return fact.available().size() + " of " + Amounts.of(fact.named().size(), "tool") + " named for it are here"
                + (fact.missing().isEmpty() ? "" : ", missing: " + String.join(", ", fact.missing()));
    }

    private static String resumed(SessionResumed fact) {
        int lost = fact.turnsLost() + fact.callsLost();
        String open = lost == 0
                ? "nothing was under way"
                : Amounts.of(fact.turnsLost(), "model call") + " and " + Amounts.of(fact.callsLost(), "tool call")
                        + " were under way";
        String changes = fact.changes().isEmpty() ? "" : "; changed since it stopped: ";
        return "Resumed, " + open + changes + String.join("; ", fact.changes());
    }

    private static String forked(SessionForked fact) {
        String changes = fact.changes().isEmpty() ? "; nothing is changed" : ": " + String.join("; ", fact.changes());
        return "Forked from " + fact.origin().session() + " at event " + fact.origin().seq() + changes;
    }

    private static String result(SessionResult fact) {
        var counts = fact.counts();
        String rest = (counts.failed() > 0 ? ", " + counts.failed() + " failed" : "")
                + (counts.cancelled() > 0 ? ", " + counts.cancelled() + " cancelled" : "")
                + (counts.waiting() > 0 ? ", " + counts.waiting() + " not done" : "");
        return "Ended: " + Wording.status(fact.status()) + ", " + counts.accepted() + " of "
                + Amounts.of(counts.tasks(), "task") + " accepted" + rest + ", " + Amounts.duration(fact.durationMs())
                + (Wording.tone(fact) == Tone.GOOD ? "" : Wording.after(fact.reason()));
    }
}

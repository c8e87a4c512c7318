package baton.view;

import java.util.Optional;

import baton.engine.fact.SessionEvent.SessionResult;
import baton.plan.Plan;
import baton.settings.RunSettings;
import baton.settings.RunSettings.Mode;

/**
 * What the session is.
 *
 * @param runMs run time so far: wall time between facts, without the gaps in which no process ran
 * @param processes how many processes have worked on it
 * @param pausedBy who paused the whole session, or empty
 * @param result what the last process ended with; empty while one runs
 */
public record Head(Optional<RunSettings> settings, Optional<Plan> plan, int rules, long startedAtMs, long lastAtMs,
        long lastSeq, long runMs, int processes, Optional<SessionResult> result,
        String pausedBy) {

    static final Head EMPTY = new Head(Optional.empty(), Optional.empty(), 0, 0, 0, 0, 0, 0, Optional.empty(),
            "");

    public boolean isRehearsal() {
        return settings.map(known -> known.mode() == Mode.REHEARSAL).orElse(false);
    }

    public String planName() {
        return plan.map(Plan::name).orElse("");
    }

    Head at(long seq, long atMs, long passedMs) {
        return new Head(settings, plan, rules, seq == 1 ? atMs : startedAtMs, atMs, seq, runMs + passedMs, processes,
                result, pausedBy);
    }

    Head started(int byRules, RunSettings with) {
        return new Head(Optional.of(with), plan, byRules, startedAtMs, lastAtMs, lastSeq, runMs, 1, Optional.empty(),
                pausedBy);
    }

    Head loaded(Plan read) {
        return new Head(settings, Optional.of(read), rules, startedAtMs, lastAtMs, lastSeq, runMs, processes, result,
                pausedBy);
    }

    Head resumed(RunSettings with) {
        return new Head(Optional.of(with), plan, rules, startedAtMs, lastAtMs, lastSeq, runMs, processes + 1,
                Optional.empty(), "");
    }

    Head ended(SessionResult with) {
        return new Head(settings, plan, rules, startedAtMs, lastAtMs, lastSeq, runMs, processes, Optional.of(with),
                pausedBy);
    }

    Head withPause(String by) {
        return new Head(settings, plan, rules, startedAtMs, lastAtMs, lastSeq, runMs, processes, result, by);
    }
}

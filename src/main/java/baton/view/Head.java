package baton.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import baton.engine.fact.SessionEvent.Origin;
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
 * @param origins the session it was forked from, last; before it the one that was forked from, and so on
 */
public record Head(Optional<RunSettings> settings, Optional<Plan> plan, int rules, long startedAtMs, long lastAtMs,
        long lastSeq, long runMs, int processes, Optional<SessionResult> result,
        String pausedBy, List<Origin> origins) {

    static final Head EMPTY = new Head(Optional.empty(), Optional.empty(), 0, 0, 0, 0, 0, 0, Optional.empty(),
            "", List.of());

    public Head {
        origins = List.copyOf(origins);
    }

    public boolean isRehearsal() {
        return settings.map(known -> known.mode() == Mode.REHEARSAL).orElse(false);
    }

    public String planName() {
        return plan.map(Plan::name).orElse("");
    }

    Head at(long seq, long atMs, long passedMs) {
        return new Head(settings, plan, rules, seq == 1 ? atMs : startedAtMs, atMs, seq, runMs + passedMs, processes,
                result, pausedBy, origins);
    }

    Head started(int byRules, RunSettings with) {
        return new Head(Optional.of(with), plan, byRules, startedAtMs, lastAtMs, lastSeq, runMs, 1, Optional.empty(),
                pausedBy, origins);
    }

    Head loaded(Plan read) {
        return new Head(settings, Optional.of(read), rules, startedAtMs, lastAtMs, lastSeq, runMs, processes, result,
                pausedBy, origins);
    }

    Head resumed(RunSettings with) {
        return new Head(Optional.of(with), plan, rules, startedAtMs, lastAtMs, lastSeq, runMs, processes + 1,
                Optional.empty(), "", origins);
    }

    Head forked(Origin from, RunSettings with) {
        return new Head(Optional.of(with), plan, rules, startedAtMs, lastAtMs, lastSeq, runMs, processes,
                Optional.empty(), pausedBy, Stream.concat(origins.stream(), Stream.of(from)).toList());
    }

    Head ended(SessionResult with) {
        return new Head(settings, plan, rules, startedAtMs, lastAtMs, lastSeq, runMs, processes, Optional.of(with),
                pausedBy, origins);
    }

    Head withPause(String by) {
        return new Head(settings, plan, rules, startedAtMs, lastAtMs, lastSeq, runMs, processes, result, by, origins);
    }
}

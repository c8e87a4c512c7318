package baton.engine.rule.turn;

import java.util.List;
import java.util.OptionalLong;

import baton.engine.AttemptState;
import baton.engine.AttemptState.Phase;
import baton.engine.Totals;
import baton.engine.Working;
import baton.engine.fact.LimitEvent.BudgetExhausted;
import baton.engine.fact.LimitEvent.BudgetReserved;
import baton.engine.fact.LimitEvent.BudgetWarned;
import baton.engine.fact.RecordedEvent.Subject;

/** Holds back the worst case of every call before it is made, so that a session cannot overspend. */
public final class Budgets {
    private static final long WARN_PERCENT = 80;

    /** Whether a call can be paid for. */
    enum Cover {
        FITS,
        /** It will, or will not, once the turns in flight have said what they really used. */
        WAITS,
        /** What is used already leaves no room. */
        EXHAUSTED
    }

    private Budgets() {}

    /** One limit with what is used and held back. */
    private record Line(String name, long used, long reserved, OptionalLong max) {
        Cover cover(long more) {
            if (max.isEmpty() || used + reserved + more <= max.getAsLong()) {
                return Cover.FITS;
            }
            return used + more > max.getAsLong() ? Cover.EXHAUSTED : Cover.WAITS;
        }

        boolean nearlyUsed() {
            return max.isPresent() && used * 100 >= max.getAsLong() * WARN_PERCENT;
        }
    }

    /** True where the call fits into every limit now; says which limit ends the spending where one does. */
    static boolean reserve(Working working, AttemptState attempt, long tokens, long micros) {
        var budget = working.state().setup().settings().budget();
        if (budget.isUnlimited()) {
            return true;
        }
        var needs = List.of(tokens, micros, 1L);
        var lines = lines(working);
        boolean fits = true;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var cover = line.cover(needs.get(i));
            if (cover == Cover.EXHAUSTED) {
                working.record(Subject.SESSION, new BudgetExhausted(line.name(), line.used(), line.max().orElse(0)));
                return false;
            }
            fits = fits && cover == Cover.FITS;
        }
        if (fits) {
            working.record(attempt.subject(), new BudgetReserved(Requests.nextTurn(attempt), tokens, micros));
        }
        return fits;
    }

    /**
     * Looks again at attempts whose next turn did not fit while others were in flight.
     *
     * <p>Only those are at work and have nothing that runs once an input has been dealt with.
     */
    public static void lookAgain(Working working) {
        if (working.state().setup().settings().budget().isUnlimited()) {
            return;
        }
        working.state().work().attempts().values().stream()
                .filter(attempt -> attempt.phase() == Phase.ACTIVE && attempt.turn().isEmpty()
                        && attempt.gate().isEmpty() && attempt.calls().isEmpty())
                .forEach(attempt -> working.touch(attempt.id()));
    }

    /** True where what is used and held back is more than a limit: a try that failed has used what its repetition needs. */
    static boolean isOverdrawn(Working working) {
        return lines(working).stream().anyMatch(line -> line.cover(0) != Cover.FITS);
    }

    /** Warns once when four fifths of a limit are used. */
    static void warn(Working working) {
        if (working.state().setup().settings().budget().isUnlimited() || !working.state().course().warned().isEmpty()) {
            return;
        }
        lines(working).stream().filter(Line::nearlyUsed).findFirst().ifPresent(line -> working.record(Subject.SESSION,
                new BudgetWarned(line.name(), line.used(), line.max().orElse(0))));
    }

    private static List<Line> lines(Working working) {
        var budget = working.state().setup().settings().budget();
        Totals totals = working.state().totals();
        return List.of(new Line("tokens", totals.usage().totalTokens(), totals.reservedTokens(), budget.tokensMax()),
                new Line("usd", totals.costMicros(), totals.reservedMicros(), budget.microsMax()),
                new Line("turns", totals.turns(), 0, budget.turnsMax()));
    }
}

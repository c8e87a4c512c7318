package baton.engine.rule.turn;

import java.util.List;
import java.util.OptionalLong;

import baton.engine.AttemptState;
import baton.engine.Totals;
import baton.engine.Working;
import baton.engine.fact.LimitEvent.BudgetExhausted;
import baton.engine.fact.LimitEvent.BudgetReserved;
import baton.engine.fact.LimitEvent.BudgetWarned;
import baton.engine.fact.RecordedEvent.Subject;

/** Holds back the worst case of every call before it is made, so that a session cannot overspend. */
final class Budgets {
    private static final long WARN_PERCENT = 80;

    private Budgets() {}

    /** One limit with what is used and held back. */
    private record Line(String name, long used, long reserved, OptionalLong max) {
        boolean allows(long more) {
            return max.isEmpty() || used + reserved + more <= max.getAsLong();
        }

        boolean nearlyUsed() {
            return max.isPresent() && used * 100 >= max.getAsLong() * WARN_PERCENT;
        }
    }

    /** True where the call fits into every limit; otherwise says which limit ends the spending. */
    static boolean reserve(Working working, AttemptState attempt, long tokens, long micros) {
        var budget = working.state().setup().settings().budget();
        if (budget.isUnlimited()) {
            return true;
        }
        var needs = List.of(tokens, micros, 1L);
        var lines = lines(working);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!line.allows(needs.get(i))) {
                working.record(Subject.SESSION, new BudgetExhausted(line.name(), line.used(), line.max().orElse(0)));
                return false;
            }
        }
        working.record(attempt.subject(),
                new BudgetReserved(attempt.id() + "#" + (attempt.turns() + 1), tokens, micros));
        return true;
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

package baton.reading.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import baton.plan.Coverage;
import baton.plan.LoadedPlan;
import baton.plan.Plan;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Holds the reader against the hand-counted truth of every document of the corpus; 0.98 is the goal of every promised kind.
 *
 * <p>{@code -Dscoring=NAME} prints the misses of the documents whose name contains NAME ({@code all} for all);
 * {@code target/scoring.txt} always has them, as {@code file:line: kind: what}.
 */
class ScoringTest {
    private static final double GOAL = 0.98;

    @Test
    void theReaderFindsWhatACarefulPersonCounts() throws IOException {
        Map<Kind, Tally> sums = new EnumMap<>(Kind.class);
        List<String> misses = new ArrayList<>();
        List<String> crashes = new ArrayList<>();
        var byDocument = new StringBuilder();
        for (ScoredDocument document : ScoredDocument.all()) {
            Scorecard card = scored(document, crashes);
            for (Kind kind : Kind.values()) {
                sums.merge(kind, card.tally(kind), Tally::plus);
            }
            misses.addAll(card.misses());
            byDocument.append(String.format(Locale.ROOT, "%.3f %3d misses  %s%n", card.promised().harmony(),
                    card.misses().size(), document.name()));
            String wanted = System.getProperty("scoring", "");
            if (wanted.equals("all") || (!wanted.isEmpty() && document.name().contains(wanted))) {
                card.misses().forEach(System.out::println);
            }
        }
        String table = table(sums);
        System.out.println(table);
        Path report = Path.of("target/scoring.txt");
        Files.createDirectories(report.toAbsolutePath().getParent());
        Files.writeString(report, table + "\n" + byDocument + "\n" + String.join("\n", misses) + "\n");
        assertEquals(List.of(), crashes);
        assertEquals("", new Floor("floor.txt", GOAL).broken(figures(sums)));
    }

    /** A document on which the reader fails scores as unread, so that the others are still counted. */
    private static Scorecard scored(ScoredDocument document, List<String> crashes) {
        try {
            return document.score();
        } catch (RuntimeException crash) {
            crashes.add(document.name() + ": " + crash + " at " + crash.getStackTrace()[0] + " "
                    + Arrays.stream(crash.getStackTrace()).filter(frame -> frame.getClassName().startsWith("baton"))
                            .findFirst());
            return PlanScore.of(document.name(), document.text(), document.truth(),
                    new LoadedPlan(Plan.empty(document.name(), document.name()), List.of(),
                            new Coverage(0, 0, List.of())));
        }
    }

    private static String table(Map<Kind, Tally> sums) {
        var table = new StringBuilder(
                String.format(Locale.ROOT, "%-12s %8s %8s %9s%n", "kind", "wanted", "recall", "precision"));
        sums.forEach((kind, tally) -> table.append(String.format(Locale.ROOT, "%-12s %8d %8.3f %9.3f%s%n", name(kind),
                tally.wanted(), tally.recall(), tally.precision(), kind.isPromised() ? "" : "  (watched)")));
        return table.toString();
    }

    private static Map<String, Double> figures(Map<Kind, Tally> sums) {
        Map<String, Double> figures = new LinkedHashMap<>();
        sums.forEach((kind, tally) -> {
            figures.put("recall of " + name(kind), tally.recall());
            figures.put("precision of " + name(kind), tally.precision());
        });
        return figures;
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}

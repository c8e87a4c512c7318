package baton.reading.scoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Holds the reader against the hand-counted truth of every document of the corpus.
 *
 * <p>Each kind has a floor in {@code floor.txt} that only goes up: falling below it fails, and so does rising well above it
 * without raising it ({@code -Dbaton.floor=write} does). {@code -Dscoring=NAME} prints the misses of the documents whose
 * name contains NAME ({@code all} for all); {@code target/scoring.txt} always has them, as {@code file:line: kind: what}.
 */
class ScoringTest {
    private static final double TARGET = 0.98;
    private static final double SLACK = 0.02;
    private static final Path FLOOR = ScoredDocument.FOLDER.resolve("floor.txt");

    @Test
    void theReaderFindsWhatACarefulPersonCounts() throws IOException {
        Map<Kind, Tally> sums = new EnumMap<>(Kind.class);
        List<String> misses = new ArrayList<>();
        for (ScoredDocument document : ScoredDocument.all()) {
            Scorecard card = document.score();
            for (Kind kind : Kind.values()) {
                sums.merge(kind, card.tally(kind), Tally::plus);
            }
            misses.addAll(card.misses());
            String wanted = System.getProperty("scoring", "");
            if (wanted.equals("all") || (!wanted.isEmpty() && document.name().contains(wanted))) {
                card.misses().forEach(System.out::println);
            }
        }
        String table = table(sums);
        System.out.println(table);
        Path report = Path.of("target/scoring.txt");
        Files.createDirectories(report.toAbsolutePath().getParent());
        Files.writeString(report, table + "\n" + String.join("\n", misses) + "\n");
        assertEquals("", againstFloor(sums));
    }

    private static String table(Map<Kind, Tally> sums) {
        var table = new StringBuilder(String.format(Locale.ROOT, "%-12s %8s %8s %9s%n", "kind", "wanted", "recall",
                "precision"));
        sums.forEach((kind, tally) -> table.append(String.format(Locale.ROOT, "%-12s %8d %8.3f %9.3f%n",
                name(kind), tally.wanted(), tally.recall(), tally.precision())));
        return table.toString();
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String againstFloor(Map<Kind, Tally> sums) throws IOException {
        Map<String, double[]> floors = floors();
        var broken = new StringBuilder();
        var raised = new StringBuilder();
        for (Kind kind : Kind.values()) {
            Tally tally = sums.getOrDefault(kind, Tally.NONE);
            double[] floor = floors.getOrDefault(name(kind), new double[]{0, 0});
            broken.append(compare(kind, "recall", floor[0], tally.recall()));
            broken.append(compare(kind, "precision", floor[1], tally.precision()));
            raised.append(String.format(Locale.ROOT, "%s %.3f %.3f%n", name(kind), capped(tally.recall()),
                    capped(tally.precision())));
        }
        if ("write".equals(System.getProperty("baton.floor"))) {
            Files.writeString(FLOOR, raised.toString());
            return "";
        }
        return broken.toString();
    }

    private static String compare(Kind kind, String side, double floor, double measured) {
        if (measured < floor - 0.0005) {
            return String.format(Locale.ROOT, "%s of %s fell to %.3f; the floor is %.3f%n", side, name(kind), measured,
                    floor);
        }
        return capped(measured) > floor + SLACK
                ? String.format(Locale.ROOT, "%s of %s is %.3f; raise the floor of %.3f (-Dbaton.floor=write)%n", side,
                        name(kind), measured, floor)
                : "";
    }

    private static double capped(double measured) {
        return Math.min(TARGET, measured);
    }

    private static Map<String, double[]> floors() throws IOException {
        Map<String, double[]> floors = new TreeMap<>();
        if (Files.exists(FLOOR)) {
            for (String line : Files.readAllLines(FLOOR, StandardCharsets.UTF_8)) {
                String[] parts = line.split(" ", 3);
                floors.put(parts[0], new double[]{Double.parseDouble(parts[1]), Double.parseDouble(parts[2])});
            }
        }
        return floors;
    }
}

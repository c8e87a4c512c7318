package baton.reading.scoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Figures that only go up: falling below one fails, and so does rising well above it without raising it.
 *
 * <p>{@code -Dbaton.floor=write} writes the measured figures as the new floor, to be read before it is committed.
 */
final class Floor {
    private static final double SLACK = 0.02;
    private static final double ROUNDING = 0.0005;

    private final Path file;
    private final double cap;

    /** @param cap no floor is higher than this; what is above it counts as enough */
    Floor(String file, double cap) {
        this.file = ScoredDocument.FOLDER.resolve(file);
        this.cap = cap;
    }

    /** What is wrong with the measured figures, a line each; empty where nothing is. */
    String broken(Map<String, Double> measured) throws IOException {
        if ("write".equals(System.getProperty("baton.floor"))) {
            Files.writeString(file, measured.entrySet().stream()
                    .map(entry -> String.format(Locale.ROOT, "%.3f %s%n", Math.min(cap, entry.getValue()),
                            entry.getKey()))
                    .collect(Collectors.joining()));
            return "";
        }
        Map<String, Double> floors = floors();
        return measured.entrySet().stream()
                .map(entry -> compared(entry.getKey(), floors.getOrDefault(entry.getKey(), 0.0), entry.getValue()))
                .collect(Collectors.joining());
    }

    private String compared(String name, double floor, double measured) {
        if (measured < floor - ROUNDING) {
            return String.format(Locale.ROOT, "%s fell to %.3f; the floor is %.3f%n", name, measured, floor);
        }
        return Math.min(cap, measured) > floor + SLACK
                ? String.format(Locale.ROOT, "%s is %.3f; raise its floor of %.3f (-Dbaton.floor=write)%n", name,
                        measured,
                        floor)
                : "";
    }

    private Map<String, Double> floors() throws IOException {
        Map<String, Double> floors = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                int blank = line.indexOf(' ');
                floors.put(line.substring(blank + 1), Double.parseDouble(line.substring(0, blank)));
            }
        }
        return floors;
    }
}

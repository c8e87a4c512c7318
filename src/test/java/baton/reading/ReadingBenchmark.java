package baton.reading;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import baton.plan.LoadedPlan;
import baton.reading.source.SourceDocument;

/**
 * How long large documents take to read: time must grow with size, and ten megabytes must take less than five seconds.
 *
 * <p>Run by hand with documents to repeat as arguments; it is no test, because machines differ.
 */
final class ReadingBenchmark {

    private static final int MEGABYTE = 1_000_000;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private ReadingBenchmark() {}

    public static void main(String[] names) throws IOException {
        for (String name : names) {
            String text = Files.readString(Path.of(name), StandardCharsets.UTF_8);
            for (int size : List.of(1, 2, 5, 10)) {
                measure(name, repeated(text, size * MEGABYTE - text.length()), size);
            }
        }
    }

    /** The document again and again, its headings and names counted so that each copy says something else. */
    private static byte[] repeated(String text, int bytes) {
        var all = new StringBuilder(text);
        for (int copy = 1; all.length() < bytes; copy++) {
            String number = Integer.toString(copy);
            text.lines().forEach(line -> all.append(line.startsWith("#") && !line.endsWith(":")
                    ? line + " " + number
                    : line).append('\n'));
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void measure(String name, byte[] bytes, int megabytes) {
        long start = CLOCK.getCurrentThreadCpuTime();
        LoadedPlan loaded = PlanReader.read(List.of(new SourceDocument("large.md", bytes)));
        double seconds = (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%-40s %2d MB %6.2f s of processor time, %d agents, %d tasks, %d edges%n",
                Path.of(name).getFileName(),
                megabytes, seconds, loaded.plan().agents().size(), loaded.plan().tasks().size(),
                loaded.plan().edges().size());
    }
}

package baton.view.text;

import java.util.Locale;

/** How figures are written everywhere: times, sizes, money and counts, the same in every locale. */
public final class Amounts {
    private static final long SECOND_MS = 1_000;
    private static final long MINUTE_MS = 60 * SECOND_MS;
    private static final long HOUR_MS = 60 * MINUTE_MS;

    private Amounts() {}

    /** A length of time in at most two units: {@code 0.4 s}, {@code 12 s}, {@code 15 min}, {@code 2 h 5 min}. */
    public static String duration(long ms) {
        if (ms < 10 * SECOND_MS) {
            return ms % SECOND_MS == 0
                    ? ms / SECOND_MS + " s"
                    : String.format(Locale.ROOT, "%.1f s", Math.max(100, ms) / 1000.0);
        }
        if (ms < MINUTE_MS) {
            return ms / SECOND_MS + " s";
        }
        return ms < HOUR_MS ? two(ms, MINUTE_MS, " min", SECOND_MS, " s") : two(ms, HOUR_MS, " h", MINUTE_MS, " min");
    }

    private static String two(long ms, long bigMs, String big, long smallMs, String small) {
        long rest = ms % bigMs / smallMs;
        return ms / bigMs + big + (rest == 0 ? "" : " " + rest + small);
    }

    /** A reading of a stop watch: {@code 04:10}, {@code 1:04:10}. */
    public static String clock(long ms) {
        long seconds = ms / SECOND_MS;
        long hours = seconds / 3600;
        String rest = two(seconds / 60 % 60) + ":" + two(seconds % 60);
        return hours == 0 ? rest : hours + ":" + rest;
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /** A size in decimal units: {@code 812 B}, {@code 4.1 kB}, {@code 12 MB}. */
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000 ? scaled(bytes / 1_000.0, " kB") : scaled(bytes / 1_000_000.0, " MB");
    }

    private static String scaled(double figure, String unit) {
        return String.format(Locale.ROOT, figure < 10 ? "%.1f%s" : "%.0f%s", figure, unit);
    }

    /** Micro-dollars as dollars, with four places below a dollar: {@code $0.0123}, {@code $4.20}. */
    public static String money(long micros) {
        return String.format(Locale.ROOT, micros < 1_000_000 ? "$%.4f" : "$%,.2f", micros / 1_000_000.0);
    }

    /** A count with separators: {@code 120,400}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A count with its noun, regular plural: {@code 1 task}, {@code 3 tasks}. */
    public static String of(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}

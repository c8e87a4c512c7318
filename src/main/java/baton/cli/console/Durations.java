package baton.cli.console;

import java.util.regex.Pattern;

/** Lengths of time as people type them: {@code 90s}, {@code 15m}, {@code 2h}, {@code 1h30m}, {@code 1d}. */
public final class Durations {
    private static final Pattern WHOLE = Pattern.compile("(?:\\d{1,12}(?:ms|[smhd]))+");
    private static final Pattern PART = Pattern.compile("(\\d{1,12})(ms|[smhd])");

    private Durations() {}

    /**
     * Milliseconds.
     *
     * @param what the flag or setting, for the message
     * @throws UserError where the text is no length of time, or zero
     */
    public static long parseMs(String text, String what) {
        if (!WHOLE.matcher(text).matches()) {
            throw UserError.usage(what + " \"" + text + "\" is not a length of time",
                    "Write a number with s, m, h or d, such as 90s, 15m or 1h30m.");
        }
        long ms = 0;
        var parts = PART.matcher(text);
        while (parts.find()) {
            ms = Math.addExact(ms, Math.multiplyExact(Long.parseLong(parts.group(1)), unitMs(parts.group(2))));
        }
        if (ms == 0) {
            throw UserError.usage(what + " must be longer than nothing", "");
        }
        return ms;
    }

    private static long unitMs(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 86_400_000;
        };
    }
}

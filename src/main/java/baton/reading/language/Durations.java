package baton.reading.language;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them, in whole minutes. */
public final class Durations {

    private static final Set<String> MINUTES = Lexicon.WORDS.words("MINUTES");
    private static final Set<String> HOURS = Lexicon.WORDS.words("HOUR_LENGTH");
    private static final Pattern WRITTEN = Pattern
            .compile("(\\d{1,6})\\s*-?\\s*(\\p{L}{1,10})?(?:\\s*(\\d{1,2})\\s*m?)?");

    private Durations() {}

    /** Minutes of {@code 15m}, {@code 1h}, {@code 1h30}, {@code 15 minutes} or a bare number; empty for anything else. */
    public static OptionalInt minutes(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        String unit = matcher.group(2) == null ? "m" : matcher.group(2).toLowerCase(Locale.ROOT);
        boolean hours = HOURS.contains(unit);
        String rest = matcher.group(3);
        if ((!hours && !MINUTES.contains(unit)) || (rest != null && !hours)) {
            return OptionalInt.empty();
        }
        int amount = Integer.parseInt(matcher.group(1)) * (hours ? 60 : 1);
        int total = amount + (rest == null ? 0 : Integer.parseInt(rest));
        return total > 0 ? OptionalInt.of(total) : OptionalInt.empty();
    }
}

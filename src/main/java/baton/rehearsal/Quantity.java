package baton.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A number with what it counts, such as "12 hours".
 *
 * @param text as written
 * @param kind what can be compared: "time", "%", a currency sign or the counted word; empty for a bare number
 * @param value in the smallest unit of its kind
 */
record Quantity(String text, String kind, double value) {
    private static final List<String> NUMBER_WORDS = List.of("zero", "one", "two", "three", "four", "five", "six",
            "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Pattern PATTERN = Pattern
            .compile(
                    "(?<![\\p{L}\\d.:])(\\$?)(\\d+(?:,\\d{3})*(?:\\.\\d+)?|(?:two|three|four|five|six|seven|eight|nine|ten)\\b)"
                            + "(?:[ \\u00a0-]?(%|€|\\$|\\p{L}+)(?: (\\p{L}+))?)?",
                    Pattern.CASE_INSENSITIVE);

    /** All quantities of a text, in order. */
    static List<Quantity> in(String text) {
        var found = new ArrayList<Quantity>();
        var matcher = PATTERN.matcher(text);
        while (matcher.find()) {
            String after = matcher.group(3) == null ? "" : matcher.group(3);
            String unit = matcher.group(1).isEmpty() ? after : "$";
            found.add(of(words(matcher.group(1) + matcher.group(2), after, matcher.group(4)), number(matcher.group(2)),
                    unit));
        }
        return List.copyOf(found);
    }

    /** "20 database connections" says more than "20 database"; "12 hours because" says less than "12 hours". */
    private static String words(String number, String unit, @Nullable String next) {
        boolean counted = unit.length() > 1 && seconds(unit) == 0;
        boolean twoWords = counted && next != null && !Words.stems(next).isEmpty() && next.endsWith("s");
        String words = unit.isEmpty() || Words.isFiller(unit) ? number : number + " " + unit;
        return twoWords ? words + " " + next : words;
    }

    private static Quantity of(String text, double number, String unit) {
        double seconds = seconds(unit);
        if (Words.isFiller(unit)) {
            return new Quantity(text, "", number);
        }
        return seconds > 0
                ? new Quantity(text, "time", number * seconds)
                : new Quantity(text, Words.stem(unit.toLowerCase(Locale.ROOT)), number);
    }

    private static double number(String text) {
        int word = NUMBER_WORDS.indexOf(text.toLowerCase(Locale.ROOT));
        return word >= 0 ? word : Double.parseDouble(text.replace(",", ""));
    }

    private static double seconds(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "ms" -> 0.001;
            case "s", "second", "seconds" -> 1;
            case "min", "minute", "minutes" -> 60;
            case "h", "hour", "hours" -> 3600;
            case "day", "days" -> 86_400;
            case "week", "weeks" -> 604_800;
            case "month", "months" -> 2_629_800;
            case "year", "years" -> 31_557_600;
            default -> 0;
        };
    }

    boolean isCounted() {
        return !kind.isEmpty();
    }
}

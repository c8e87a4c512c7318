package baton.reading.language;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Time limits inside the text of a task or a rule. */
public final class TimeBoxes {

    private static final String UNIT = "(?:" + Lexicon.WORDS.pattern("MINUTES") + "|"
            + Lexicon.WORDS.pattern("HOUR_LENGTH") + ")";
    private static final String LENGTH = "(\\d{1,3})\\s*-?\\s*(" + UNIT + ")(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])\\.?";
    private static final String LIMIT = "(?:(?:no (?:more|longer) than|limit(?:ed to)?|time[- ]?box(?:ed to)?|cap(?:ped at)?|hard stop|"
            + Lexicon.WORDS.pattern("AT_MOST") + "|" + Lexicon.WORDS.pattern("AT_MOST_BEHIND")
            + ")\\.?)(?![\\p{L}&&[^\\p{IsHan}]])";
    private static final Pattern IN_TASK = Pattern.compile(
            "(?iu)\\s*(?:\\(\\s*(?:" + LIMIT + "\\s*:?\\s*(?:of\\s+)?)?" + LENGTH + "\\s*(?:" + LIMIT
                    + ")?\\s*\\)|,?\\s*(?<![\\p{L}\\p{N}])"
                    + LIMIT + "\\s*:?\\s*(?:of\\s+)?" + LENGTH + "|,?\\s*(?<![\\p{L}\\p{N}])" + LENGTH + "\\s*" + LIMIT
                    + ")");
    private static final Pattern RULE = Pattern.compile("(?:^|(?<= ))(\\d{1,3}) (" + UNIT + ")(?= |$|\\p{IsHan})");
    private static final Pattern STATED = Pattern.compile("(?iu)" + LENGTH);
    private static final String UNIT_STARTS = Stream.of("MINUTES", "HOUR_LENGTH")
            .flatMap(list -> Lexicon.WORDS.words(list).stream()).map(unit -> unit.substring(0, 1)).distinct()
            .collect(Collectors.joining());
    private static final Phrases HALF_HOUR = Phrases.of("HALF_HOUR");
    private static final Phrases ONE_HOUR = Phrases.of("ONE_HOUR");
    private static final List<String> UNITS_IN_WORDS = stems();
    private static final Phrases LIMITING = Phrases.of("BOXED");
    private static final Phrases AT_MOST = Phrases.of("AT_MOST");
    private static final Phrases AT_MOST_BEHIND = Phrases.of("AT_MOST_BEHIND");
    private static final Phrases OF_WORK = Phrases.of("OF_WORK");
    private static final Phrases OTHER = Phrases.of("NOT_A_BOX");
    private static final Phrases EVERY = Phrases.of("EVERY");
    private static final Phrases TOLD = Phrases.of("TOLD");

    private TimeBoxes() {}

    /** A task's text without its limit, and the limit in minutes. */
    public record Boxed(String text, OptionalInt minutes) {}

    public static Boxed inTask(String text) {
        if (!mayHoldLength(text)) {
            return new Boxed(text, OptionalInt.empty());
        }
        Matcher matcher = IN_TASK.matcher(text);
        if (!matcher.find()) {
            return new Boxed(text, OptionalInt.empty());
        }
        int group = matcher.group(1) != null ? 1 : matcher.group(3) != null ? 3 : 5;
        OptionalInt minutes = Durations.minutes(matcher.group(group) + matcher.group(group + 1));
        String rest = (text.substring(0, matcher.start()) + text.substring(matcher.end())).strip();
        return new Boxed(rest, minutes);
    }

    /** False where no digit stands before a letter with which a unit begins. */
    private static boolean mayHoldLength(String text) {
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit >= '0' && digit <= '9') {
                int next = i + 1;
                while (next < text.length() && (text.charAt(next) == '-' || Signs.isBlank(text.charAt(next)))) {
                    next++;
                }
                if (next < text.length() && UNIT_STARTS.indexOf(Character.toLowerCase(text.charAt(next))) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The length that stands behind a label such as "Time box": a bare number, or the first length in the text. */
    public static OptionalInt stated(String text) {
        Matcher matcher = STATED.matcher(text);
        return matcher.find()
                ? Durations.minutes(matcher.group(1) + matcher.group(2))
                : Durations.minutes(text.strip());
    }

    /** False where a sentence without figures can name no length of time. */
    public static boolean mayBeLength(String sentence) {
        for (String stem : UNITS_IN_WORDS) {
            if (sentence.contains(stem)) {
                return true;
            }
        }
        return false;
    }

    /** The longest word of each phrase: no such phrase stands where none of these does. */
    private static List<String> stems() {
        return Stream.of("HALF_HOUR", "ONE_HOUR").flatMap(list -> Lexicon.WORDS.words(list).stream())
                .map(phrase -> Stream.of(phrase.split(" ", -1)).max(Comparator.comparingInt(String::length)).orElse(""))
                .distinct().toList();
    }

    /** The words of a sentence with its lengths of time as figures. */
    public static String key(String sentence) {
        return ONE_HOUR.replaced(HALF_HOUR.replaced(Words.key(sentence), "30 min"), "1 hour");
    }

    /**
     * The limit that a sentence sets for every task; empty where the figure is about anything else.
     *
     * @param key
     *            the sentence in the form of {@link #key}
     * @param work
     *            whether it speaks of work in words of the document's own
     */
    public static OptionalInt ofRule(String key, boolean work) {
        Matcher matcher = RULE.matcher(key);
        if ((!work && !OF_WORK.isIn(key)) || OTHER.isIn(key) || isTold(key) || !matcher.find()) {
            return OptionalInt.empty();
        }
        String before = key.substring(0, matcher.start()).strip();
        boolean limit = LIMITING.isIn(key) || AT_MOST.ends(before)
                || AT_MOST_BEHIND.begins(key.substring(matcher.end()).strip());
        return limit && !EVERY.ends(before)
                ? Durations.minutes(matcher.group(1) + " " + matcher.group(2))
                : OptionalInt.empty();
    }

    /** True where a sentence tells what once was, and so sets no rule. */
    public static boolean isTold(String key) {
        return TOLD.isIn(key);
    }
}

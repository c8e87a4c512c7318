package baton.reading.language;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of the plan's time that a title or a label names: "Phase 0-1", "Week 2", "Day 3-7", "Opening (hours 1-4)".
 *
 * @param id
 *            the words in the usual form of an identity
 * @param name
 *            the words as written
 * @param days
 *            the days of the plan it covers, where it says so in days or weeks
 */
public record Period(String id, String name, Optional<Days> days) {

    private static final String NUMBER = "(\\d{1,3}(?:\\.\\d{1,2})?|[ivx]{1,4}|[a-z]|one|two|three|four|five|six)";
    private static final String RANGE = NUMBER
            + "(?:\\s*(?:-|–|—|to|bis|à|a|tot|&|\\+)\\s*(\\d{1,3}))?\\+?(?![\\p{L}\\p{N}])";
    private static final String WORD = Lexicon.WORDS.pattern("PERIOD");
    private static final Pattern SEQUENTIAL = Pattern
            .compile("(?<![\\p{L}])" + Lexicon.WORDS.pattern("SEQUENTIAL") + "(?![\\p{L}])");
    private static final Pattern START = Pattern.compile("(?iu)(" + WORD + ")\\s+#?" + RANGE);
    private static final Pattern ORDINAL = Pattern
            .compile("(?iu)" + Lexicon.WORDS.pattern("ORDINAL") + "[ -](?:" + NUMBER + "[ -])?(" + WORD
                    + ")(?![\\p{L}\\p{N}]|['’]s)");
    private static final String WEEKDAY = Lexicon.WORDS.pattern("WEEKDAY");
    private static final Pattern WEEKDAYS = Pattern.compile("(?iu)(" + WEEKDAY + "(?:\\s*(?:,|-|–|/|&|\\+|"
            + Lexicon.WORDS.pattern("AND_TO") + ")\\s*" + WEEKDAY + ")*)(?:\\s*[,(–:-]?\\s*(?:"
            + Lexicon.WORDS.pattern("SEQUENTIAL") + "|" + Lexicon.WORDS.pattern("BESIDE") + "|"
            + Lexicon.WORDS.pattern("SLOT") + "|[ap]\\.m\\.?)\\)?)?");
    private static final Pattern ANYWHERE = Pattern
            .compile("(?iu)(?<![\\p{L}\\p{N}])(" + WORD
                    + ")\\s+(\\d{1,3})(?:\\s*(?:-|–|—|to|bis|à|tot)\\s*(\\d{1,3}))?(\\+)?");
    private static final int CLOSING_WORDS_MAX = 7;
    private static final int DAYS_A_WEEK = 7;
    private static final int OPEN_END = 100_000;

    /** First and last day, both counted from 1. */
    public record Days(int first, int last) {

        public boolean meets(Days other) {
            return first <= other.last && other.first <= last;
        }

        boolean holds(Days other) {
            return first <= other.first && other.last <= last;
        }
    }

    /** The period that a title begins with or states in brackets. */
    public static Optional<Period> ofTitle(String title) {
        return ReadingMemory.of(memory -> memory.periods, title, Period::read);
    }

    private static Optional<Period> read(String title) {
        String text = EastAsian.numberBehind(Words.title(title));
        Matcher start = START.matcher(text);
        if (start.lookingAt()) {
            return Optional.of(new Period(Words.slug(start.group()), start.group(), daysIn(text)));
        }
        Matcher weekdays = WEEKDAYS.matcher(text);
        if (weekdays.matches()) {
            return Optional.of(new Period(Words.slug(weekdays.group(1)), weekdays.group(1), Optional.empty()));
        }
        Matcher ordinal = ORDINAL.matcher(text);
        if (ordinal.lookingAt()) {
            return Optional.of(new Period(Words.slug(ordinal.group()), ordinal.group(), daysIn(text)));
        }
        // "The work of the first month": the words before it say what the time is for.
        String first = Words.key(text).split(" ", 2)[0];
        boolean closes = Words.count(text) <= CLOSING_WORDS_MAX
                && List.of("ARTICLE", "WORK", "DETERMINER").stream().map(Lexicon.WORDS::words)
                        .anyMatch(list -> list.contains(first));
        ordinal.reset();
        while (closes && ordinal.find()) {
            if (ordinal.end() == text.length()) {
                return Optional.of(new Period(Words.slug(ordinal.group()), text, daysIn(text)));
            }
        }
        int bracket = text.indexOf('(');
        Matcher inside = ANYWHERE.matcher(text);
        boolean stated = bracket > 0 && inside.find(bracket) && inside.start() == bracket + 1
                && daysOf(inside).isPresent();
        return stated
                ? Optional.of(new Period(Words.slug(text.substring(0, bracket)), text.substring(0, bracket).strip(),
                        daysIn(text)))
                : Optional.empty();
    }

    /** True for a title that states in brackets from when to when, in weeks: that is a time for work and no point. */
    public static boolean isStretch(String title) {
        int bracket = title.indexOf('(');
        return bracket > 0 && ofTitle(title).isPresent()
                && daysIn(title.substring(bracket)).filter(days -> days.last() - days.first() >= DAYS_A_WEEK)
                        .isPresent();
    }

    /** The first stretch of days, weeks or hours that a text names anywhere. */
    public static Optional<Days> daysIn(String text) {
        Matcher matcher = ANYWHERE.matcher(text);
        while (matcher.find()) {
            Optional<Days> days = daysOf(matcher);
            if (days.isPresent()) {
                return days;
            }
        }
        return Optional.empty();
    }

    /** The words "Phase 2", "Week 3-4" and the like that stand anywhere in a text. */
    public static Optional<String> named(String text) {
        Matcher matcher = START.matcher(text);
        while (matcher.find()) {
            boolean apart = matcher.start() == 0 || !Character.isLetterOrDigit(text.charAt(matcher.start() - 1));
            if (apart) {
                return Optional.of(matcher.group());
            }
        }
        return Optional.empty();
    }

    private static Optional<Days> daysOf(Matcher matcher) {
        String unit = Words.key(matcher.group(1));
        int first = Integer.parseInt(matcher.group(2));
        OptionalInt to = matcher.group(3) == null
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(matcher.group(3)));
        int last = matcher.group(4) == null ? to.orElse(first) : OPEN_END;
        if (is(unit, "WEEKS")) {
            return Optional.of(new Days((first - 1) * DAYS_A_WEEK + 1, last == OPEN_END ? last : last * DAYS_A_WEEK));
        }
        if (is(unit, "DAYS")) {
            return Optional.of(new Days(first, last));
        }
        return is(unit, "HOURS") ? Optional.of(new Days(1, 1)) : Optional.empty();
    }

    private static boolean is(String unit, String list) {
        Set<String> words = Lexicon.WORDS.words(list);
        return words.contains(unit);
    }

    /** True where a text, in the form for comparing, says that its work is done one after another. */
    public static boolean isSequential(String key) {
        return SEQUENTIAL.matcher(key).find();
    }
}

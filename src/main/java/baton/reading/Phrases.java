package baton.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Phrases of all languages in texts in the form of {@link Words#key}.
 *
 * <p>
 * A phrase counts only as whole words; where a script has no blanks between its words, it counts wherever it stands.
 */
final class Phrases {

    private static final String NEVER = "(?!)";

    private final Pattern anywhere;
    private final Pattern atStart;
    private final Pattern atEnd;

    private Phrases(Set<String> phrases) {
        String whole = alternation(phrases.stream().filter(phrase -> !EastAsian.isIn(phrase)).toList());
        String unspaced = alternation(phrases.stream().filter(EastAsian::isIn).toList());
        this.anywhere = Pattern.compile("(?:^|(?<= ))" + whole + "(?= |$)|" + unspaced);
        this.atStart = Pattern.compile("^(?:" + whole + "(?= |$)|" + unspaced + ")");
        this.atEnd = Pattern.compile("(?:(?:^|(?<= ))" + whole + "|" + unspaced + ")$");
    }

    /** The phrases of some word lists together. */
    static Phrases of(String... lists) {
        Set<String> phrases = new TreeSet<>();
        Stream.of(lists).forEach(list -> phrases.addAll(Lexicon.WORDS.words(list)));
        return new Phrases(phrases);
    }

    private static String alternation(List<String> phrases) {
        return phrases.isEmpty()
                ? NEVER
                : phrases.stream().sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
                        .map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    }

    boolean isIn(String key) {
        return anywhere.matcher(key).find();
    }

    boolean begins(String key) {
        return atStart.matcher(key).find();
    }

    boolean ends(String key) {
        return atEnd.matcher(key).find();
    }

    /** The text behind the phrase it begins with; the whole text where it begins with none. */
    String behind(String key) {
        Matcher matcher = atStart.matcher(key);
        return matcher.find() ? key.substring(matcher.end()).strip() : key;
    }

    /** The text behind the first of the phrases in it. */
    Optional<String> after(String key) {
        Matcher matcher = anywhere.matcher(key);
        return matcher.find() ? Optional.of(key.substring(matcher.end()).strip()) : Optional.empty();
    }

    /** The text with each of the phrases replaced. */
    String replaced(String key, String by) {
        return anywhere.matcher(key).replaceAll(Matcher.quoteReplacement(by));
    }
}

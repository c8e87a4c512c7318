package baton.reading.language;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "If X, then Y", in the words of all languages: what may happen, and what is done then.
 *
 * @param when
 *            what may happen, without the word that makes it a condition
 * @param then
 *            what is done
 */
public record Condition(String when, String then) {

    private static final Pattern ARROW = Pattern.compile("(.{3,160}?)\\s*(?:→|->|=>|⇒|⟶)\\s*(.{3,})");
    private static final Pattern THEN = Pattern.compile(
            "(?U)(.{3,160}?)\\s*(?:,\\s*(?:then|dann|so|alors|entonces|allora|então|dan|то|to|则|就)(?:\\s+|(?=\\p{IsHan}))"
                    + "|\\bthen\\b\\s+|:\\s+|,\\s+|\\s+[–—]\\s+)(.{3,})");
    private static final int WORDS_MAX = 5;
    private static final Phrases IF = Phrases.of("IF");
    private static final Phrases IF_OR_WHEN = Phrases.of("IF", "WHENEVER");
    private static final Phrases UNMET = Phrases.of("UNMET");
    private static final Phrases HALT = Phrases.of("HALT");
    private static final Pattern TO = Pattern.compile("(?i)\\S+ (?:to|zu|not to)\\b.*");
    /** Japanese and Chinese say it at the end: "in the case that …", "when …". */
    private static final Pattern AT_END = Pattern.compile(".*(?:場合は?|とき|時|たら|れば|ければ|的话|时)");

    /** The condition that a list's item states; in front of an arrow "when" and "not" make one too. */
    public static Optional<Condition> ofItem(String plain) {
        Matcher arrow = ARROW.matcher(hasArrow(plain) ? plain : "");
        if (arrow.matches()) {
            String when = arrow.group(1).strip();
            String key = Words.key(when);
            boolean condition = IF_OR_WHEN.begins(key) || UNMET.begins(key) || AT_END.matcher(when).matches();
            return condition ? Optional.of(made(when, arrow.group(2))) : Optional.empty();
        }
        return ofWords(plain, IF_OR_WHEN);
    }

    private static boolean hasArrow(String text) {
        return text.indexOf('>') >= 0 || text.indexOf('→') >= 0 || text.indexOf('⇒') >= 0 || text.indexOf('⟶') >= 0;
    }

    /** The condition that a sentence of running text states, where only "if" makes one. */
    public static Optional<Condition> ofSentence(String plain) {
        Matcher arrow = ARROW.matcher(hasArrow(plain) ? plain : "");
        return arrow.matches() && IF.begins(Words.key(arrow.group(1)))
                ? Optional.of(made(arrow.group(1), arrow.group(2)))
                : ofWords(plain, IF);
    }

    private static Optional<Condition> ofWords(String plain, Phrases words) {
        String key = Words.key(plain);
        if (words.begins(key) && !TO.matcher(plain).matches()) {
            Matcher then = THEN.matcher(plain);
            return then.matches() ? Optional.of(made(then.group(1), then.group(2))) : Optional.empty();
        }
        return HALT.begins(key) ? halted(plain) : Optional.empty();
    }

    /** "Stop and ask a person when bones are found". */
    private static Optional<Condition> halted(String plain) {
        List<String> words = List.of(plain.split("\\s+", -1));
        for (int i = 1; i + 1 < words.size(); i++) {
            if (IF_OR_WHEN.begins(Words.key(words.get(i)))) {
                return Optional.of(made(String.join(" ", words.subList(i, words.size())),
                        String.join(" ", words.subList(0, i))));
            }
        }
        return Optional.empty();
    }

    /** Without the word that makes it a condition. */
    private static Condition made(String when, String then) {
        List<String> words = List.of(when.strip().split("\\s+", -1));
        int used = 0;
        for (int i = 1; i <= Math.min(WORDS_MAX, words.size() - 1); i++) {
            used = IF_OR_WHEN.behind(Words.key(String.join(" ", words.subList(0, i)))).isEmpty() ? i : used;
        }
        return new Condition(String.join(" ", words.subList(used, words.size())), then.strip());
    }
}

package baton.plan.assist;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text as they are compared: without case, marks and punctuation, so that emphasis, quotation marks and white
 * space make no difference. In scripts that write no spaces each sign is a word.
 */
final class CitedWords {
    private static final int STEM_CHARS = 4;

    private CitedWords() {}

    /** In their order. */
    static List<String> of(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            boolean alone = isAlone(c);
            boolean part = Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
            if ((alone || !part) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (alone) {
                words.add(Character.toString(c));
            } else if (part) {
                word.appendCodePoint(c);
            }
        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean isAlone(int c) {
        var script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.THAI;
    }

    /** Those that tell something: longer ones, numbers, and signs that are words. */
    static Set<String> telling(String text) {
        var all = of(text);
        var telling = new LinkedHashSet<String>();
        all.stream().filter(word -> word.length() > 3 || Character.isDigit(word.charAt(0)) || isAlone(word.charAt(0)))
                .forEach(telling::add);
        return telling.isEmpty() ? new LinkedHashSet<>(all) : telling;
    }

    /** How many of the telling words of one text stand in the other, also with another ending. */
    static int shared(String text, Set<String> others) {
        return (int) telling(text).stream().filter(word -> isAmong(word, others)).count();
    }

    static boolean isAmong(String word, Set<String> others) {
        return others.contains(word) || (word.length() > STEM_CHARS
                && others.stream().anyMatch(other -> other.length() > STEM_CHARS && haveOneStem(word, other)));
    }

    private static boolean haveOneStem(String word, String other) {
        int least = Math.min(word.length(), other.length());
        int stem = Math.max(STEM_CHARS, least - 2);
        return Math.abs(word.length() - other.length()) <= 3 && word.regionMatches(0, other, 0, stem);
    }

    /** Two texts that say the same: two thirds of the words of the longer one stand in the other. */
    static boolean areAlike(String one, String other) {
        var first = telling(one);
        var second = telling(other);
        int most = Math.max(first.size(), second.size());
        return most > 0 && first.stream().filter(word -> isAmong(word, second)).count() * 3 >= most * 2L;
    }
}

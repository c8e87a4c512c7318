package baton.reading.scoring;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compares texts by their words, so that a truth need not repeat emphasis, numbering or punctuation. */
final class Words {
    private static final Pattern WORD = Pattern
            .compile(
                    "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+");

    private Words() {}

    /** The words of a text in small letters; scripts written without blanks count each sign as a word. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        var matcher = WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** One spelling for names that differ only in case, blanks and punctuation. */
    static String key(String name) {
        return String.join(" ", of(name));
    }

    /** Between 0 (not the same thing) and 1 (the same words); {@code found} may say more than {@code wanted}. */
    static double likeness(String wanted, String found) {
        Set<String> wantedWords = new TreeSet<>(of(wanted));
        Set<String> foundWords = new TreeSet<>(of(found));
        if (wantedWords.isEmpty() || foundWords.isEmpty()) {
            return 0;
        }
        long common = wantedWords.stream().filter(foundWords::contains).count();
        double recall = (double) common / wantedWords.size();
        double precision = (double) common / foundWords.size();
        boolean enough = wantedWords.size() <= 3 ? common == wantedWords.size() : recall >= 0.7;
        boolean focused = wantedWords.size() >= 5 ? precision >= 0.2 : precision >= 0.3;
        return enough && focused ? 0.75 * recall + 0.25 * precision : 0;
    }

    /** Likeness of the best of several spellings. */
    static double likeness(List<String> wanted, String found) {
        return wanted.stream().mapToDouble(name -> likeness(name, found)).max().orElse(0);
    }

    /** Whether every word of {@code wanted} stands somewhere in {@code text}. */
    static boolean within(String wanted, String text) {
        return new TreeSet<>(of(text)).containsAll(of(wanted));
    }
}

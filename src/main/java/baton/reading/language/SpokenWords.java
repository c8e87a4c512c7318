package baton.reading.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The telling words of something that people say of a job without repeating its title: "once the alignment is done" speaks of
 * "force-align the subtitles".
 *
 * <p>
 * In scripts without blanks each pair of signs that stand together is a word.
 */
public final class SpokenWords {

    private static final Pattern DOUBLED = Pattern.compile("(?<=\\p{L}{2})([bdgmnprt])\\1$");
    private static final int KIN_CHARS_MIN = 4;
    private static final int PREFIX_CHARS_MIN = 5;
    private static final int PREFIX_SHARE = 4;
    private static final Set<String> NOISE = Stream
            .of("BEING", "STANDS", "STARTING", "ARTICLE", "WILL", "THEN", "IT", "REFERS", "DETERMINER")
            .flatMap(list -> Lexicon.WORDS.words(list).stream())
            .flatMap(phrase -> List.of(phrase.split(" ", -1)).stream()).map(TitleWords::stem)
            .collect(Collectors.toCollection(LinkedHashSet::new));

    private SpokenWords() {}

    /** The telling words, without those that only say that something stands or begins. */
    public static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        if (EastAsian.isIn(text)) {
            String key = Words.key(text).replace(" ", "");
            for (int i = 0; i + 1 < key.length(); i++) {
                words.add(key.substring(i, i + 2));
            }
            return words;
        }
        // "Mapping" and "maps".
        TitleWords.of(text).forEach(word -> words.add(DOUBLED.matcher(word).replaceFirst("$1")));
        words.removeIf(word -> NOISE.contains(word) || word.isEmpty());
        return words;
    }

    /** How many of the said words another text has too, in whatever form. */
    public static int shared(Set<String> said, Set<String> own) {
        return (int) said.stream().filter(word -> own.contains(word) || own.stream().anyMatch(other -> isKin(word,
                other))).count();
    }

    /** The beginning that two forms of one word have in common in any case. */
    public static String start(String word) {
        return word.substring(0, Math.min(KIN_CHARS_MIN, word.length()));
    }

    /** "Drawn" and "draw", "transcription" and "transcribe": forms of one word. */
    static boolean isKin(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int least = Math.min(one.length(), other.length());
        int most = Math.max(one.length(), other.length());
        int common = 0;
        while (common < least && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        boolean figures = Character.isDigit(one.charAt(0));
        return !figures && ((common == least && least >= KIN_CHARS_MIN)
                || (common >= PREFIX_CHARS_MIN && common * PREFIX_SHARE > most * (PREFIX_SHARE - 1)));
    }
}

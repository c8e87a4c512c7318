package baton.reading.language;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a title that tell one job from another: without words that any job may have, and without endings.
 *
 * <p>
 * "Implement the session service" and "Session services" have the same words; so have "Fix deployment" and "Fix deploys".
 */
public final class TitleWords {

    private static final List<String> ENDINGS = List.of("ations", "ation", "ments", "ment", "ings", "ing", "ions",
            "ion",
            "ers", "ies", "es", "ed", "en", "er", "s", "e", "y");
    private static final int STEM_CHARS_MIN = 3;

    private TitleWords() {}

    /** The telling words, not to be changed; all words where none is telling. */
    public static Set<String> of(String title) {
        return ReadingMemory.of(memory -> memory.titleWords, title, TitleWords::read);
    }

    private static Set<String> read(String title) {
        Set<String> telling = new LinkedHashSet<>();
        Set<String> all = new LinkedHashSet<>();
        for (String word : Words.key(title).split(" ", -1)) {
            String stem = stem(word);
            all.add(stem);
            if (!Lexicon.WORDS.words("GENERIC").contains(word)) {
                telling.add(stem);
            }
        }
        return Collections.unmodifiableSet(telling.isEmpty() ? all : telling);
    }

    public static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= STEM_CHARS_MIN) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    public static int shared(Set<String> one, Set<String> other) {
        return (int) one.stream().filter(other::contains).count();
    }
}

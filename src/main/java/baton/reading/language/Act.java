package baton.reading.language;

import java.util.Optional;
import java.util.Set;

/**
 * What a title says somebody does to a thing: "Send the text message" and "Write the text message" are two jobs.
 *
 * <p>
 * The first word of a title tells it, or the last of a short one, as in "API design"; titles of most jobs tell none.
 */
public enum Act {

    THINK, MAKE, SET_UP, SHIP, LOOK, TELL, CHANGE, END;

    private static final int SHORT_WORDS_MAX = 4;

    /** An act with the word that names it. */
    public record Said(Act act, String word) {

        private static final int BEGINNING = 3;

        /** True for two forms of one word, as "test" and "testing". */
        public boolean isOneWord(Said other) {
            boolean brief = word.length() < BEGINNING || other.word.length() < BEGINNING;
            return brief
                    ? word.equals(other.word)
                    : word.substring(0, BEGINNING).equals(other.word.substring(0, BEGINNING));
        }
    }

    /** The act of a title in the form for comparing. */
    public static Optional<Said> of(String key) {
        int first = key.indexOf(' ');
        Optional<Said> leading = named(first < 0 ? key : key.substring(0, first), true);
        boolean ends = key.chars().filter(c -> c == ' ').count() < SHORT_WORDS_MAX;
        return leading.isPresent() || !ends ? leading : named(key.substring(key.lastIndexOf(' ') + 1), false);
    }

    private static Optional<Said> named(String word, boolean first) {
        boolean unspaced = EastAsian.isIn(word);
        for (Act act : values()) {
            Set<String> words = Lexicon.WORDS.words("ACT_" + act);
            if (words.contains(word) || (first && isThirdPerson(word, words))) {
                return Optional.of(new Said(act, word));
            }
            Optional<String> within = unspaced
                    ? words.stream()
                            .filter(one -> EastAsian.isIn(one)
                                    && ((first && word.startsWith(one)) || word.endsWith(one)))
                            .findFirst()
                    : Optional.empty();
            if (within.isPresent()) {
                return Optional.of(new Said(act, within.get()));
            }
        }
        return Optional.empty();
    }

    /** "Writes", "publishes". */
    private static boolean isThirdPerson(String word, Set<String> words) {
        return word.endsWith("s") && (words.contains(word.substring(0, word.length() - 1))
                || (word.endsWith("es") && words.contains(word.substring(0, word.length() - 2))));
    }

    /** True where one job can hardly be called both. */
    public boolean isApartFrom(Act other) {
        return this != other && !(isMaking() && other.isMaking())
                && !((this == SHIP && other == SET_UP) || (this == SET_UP && other == SHIP));
    }

    private boolean isMaking() {
        return this == MAKE || this == SET_UP;
    }
}

package baton.reading.tree;

import java.util.Locale;
import java.util.regex.Pattern;

import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/** What a key of somebody's own format means, in the languages of the word lists. */
final class TreeKeys {

    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private TreeKeys() {}

    /** The key in the form for comparing: "assignedTo" and "assigned_to" are one. */
    static String of(String key) {
        return Words.key(key.equals(key.toLowerCase(Locale.ROOT)) ? key : HUMP.matcher(key).replaceAll(" "));
    }

    /** True where the key is one of these words or ends in one: "review_crew". */
    private static boolean ends(String list, String key) {
        String words = of(key);
        return is(list, key) || Lexicon.WORDS.words(list).contains(words.substring(words.lastIndexOf(' ') + 1));
    }

    private static boolean is(String list, String key) {
        return Lexicon.WORDS.words(list).contains(of(key));
    }

    static boolean isTeam(String key) {
        return ends("TREE_TEAM", key);
    }

    static boolean isWork(String key) {
        return ends("TREE_WORK", key);
    }

    static boolean isHumans(String key) {
        return is("TREE_HUMANS", key);
    }

    static boolean isWho(String key) {
        return is("TREE_WHO", key);
    }

    static boolean isAfter(String key) {
        return is("TREE_AFTER", key) || Label.all(of(key)).contains(Label.DEPENDS);
    }

    static boolean isBefore(String key) {
        return is("TREE_BEFORE", key);
    }

    static boolean isCriteria(String key) {
        return is("TREE_CRITERIA", key) || Label.all(of(key)).contains(Label.CRITERIA);
    }

    /** Keys that only the settings of programs have. */
    static boolean isConfiguration(String key) {
        return Lexicon.WORDS.words("TREE_CONFIGURATION").contains(of(key));
    }

    /** The place of a key among those that name an entry, the best is 0; the greatest number where it is none. */
    static int rank(String list, String key) {
        String sought = of(key);
        int rank = 0;
        for (String word : Lexicon.WORDS.words(list)) {
            if (word.equals(sought)) {
                return rank;
            }
            rank++;
        }
        return Integer.MAX_VALUE;
    }
}

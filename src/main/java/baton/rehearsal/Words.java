package baton.rehearsal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words of a sentence in a form in which "servers" and "server" are one; good enough to find what belongs together. */
final class Words {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'-]+");
    private static final Pattern QUOTED = Pattern.compile("[\"“]([\\p{L}-]+)[\"”]");
    private static final Set<String> FILLERS = Set.of("about", "after", "again", "all", "also", "and",
            "any", "anybody", "are", "asks", "because", "been", "before", "both", "but", "can", "could", "does", "done",
            "each", "every", "everything", "eight", "find", "first", "five", "for", "four", "from", "give", "goes",
            "has", "have", "here",
            "how", "into", "its", "last", "least", "less", "like", "list", "long", "made", "make", "many", "may",
            "more", "most", "must", "name", "need", "never", "nine", "nobody", "not", "nothing", "now", "off", "old",
            "one",
            "only", "other", "out", "over", "own", "per", "report", "right", "same", "say", "seven", "should", "show",
            "side", "six",
            "since", "some", "state", "such", "take", "takes", "task", "ten", "than", "that", "the", "their", "them",
            "then", "there",
            "these", "they", "thing", "this", "those", "three", "through", "time", "times", "today", "took", "two",
            "under", "until",
            "used",
            "very", "was", "what", "when", "where", "whether", "which", "while", "who", "will", "with", "without",
            "write", "would", "yet", "you", "your");
    private static final Set<String> TIME_WORDS = Set.of("second", "seconds", "minute", "minutes", "hour", "hours",
            "day",
            "days", "week", "weeks", "month", "months", "year", "years");

    private Words() {}

    /** The stems of the telling words, in alphabetical order. */
    static Set<String> stems(String text) {
        var stems = new TreeSet<String>();
        var words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            String word = words.group();
            if (word.length() >= 3 && !FILLERS.contains(word) && !TIME_WORDS.contains(word)) {
                stems.add(stem(word));
            }
        }
        return stems;
    }

    /** The quoted words of a text, without their quotation marks. */
    static List<String> quoted(String text) {
        return QUOTED.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** All words of a text as written, in order. */
    static List<String> in(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    static boolean isFiller(String word) {
        return FILLERS.contains(word.toLowerCase(Locale.ROOT));
    }

    static String stem(String word) {
        String stem = word;
        for (String ending : new String[]{"ies", "ing", "ed", "es", "s"}) {
            if (stem.length() >= ending.length() + 4 && stem.endsWith(ending) && !stem.endsWith("ss")) {
                stem = stem.substring(0, stem.length() - ending.length());
                break;
            }
        }
        return stem.endsWith("e") && stem.length() > 4 ? stem.substring(0, stem.length() - 1) : stem;
    }
}

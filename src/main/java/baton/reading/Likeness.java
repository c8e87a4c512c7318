package baton.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant; only for hints, never to decide anything. */
final class Likeness {

    private static final int EDITS_MAX = 2;
    private static final int CHARS_MAX = 60;

    private Likeness() {}

    static Optional<String> nearest(String written, Collection<String> known) {
        if (written.length() > CHARS_MAX) {
            return Optional.empty();
        }
        return known.stream().filter(word -> edits(written, word) <= Math.min(EDITS_MAX, word.length() / 3 + 1))
                .min(Comparator.comparingInt((String word) -> edits(written, word)).thenComparing(word -> word));
    }

    /** Letters to add, drop or change, without regard to case. */
    private static int edits(String first, String second) {
        String from = first.toLowerCase(Locale.ROOT);
        String to = second.toLowerCase(Locale.ROOT);
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = above[0];
            above[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = above[j];
                above[j] = Math.min(changed, Math.min(above[j], above[j - 1]) + 1);
            }
        }
        return above[to.length()];
    }
}

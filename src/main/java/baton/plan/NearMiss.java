package baton.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant; only for hints and for things that are shown, never to decide anything. */
public final class NearMiss {
    /** Longer words are texts, and nobody meant a text. */
    private static final int CHARS_MAX = 80;

    private NearMiss() {}

    /** The nearest candidate within two edits (one for short words), whatever the case, or the one that the word begins. */
    public static Optional<String> of(String word, Collection<String> candidates) {
        if (word.length() > CHARS_MAX) {
            return Optional.empty();
        }
        int editsMax = word.length() <= 4 ? 1 : 2;
        var begun = candidates.stream().filter(candidate -> word.length() >= 2 && candidate.startsWith(word)).toList();
        if (begun.size() == 1) {
            return Optional.of(begun.getFirst());
        }
        return candidates.stream().filter(candidate -> candidate.length() <= CHARS_MAX)
                .filter(candidate -> Math.abs(word.length() - candidate.length()) <= editsMax
                        && edits(word, candidate) <= editsMax)
                .min(Comparator.comparingInt((String candidate) -> edits(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Edits from one word to the other; two letters changed places count as one (Damerau, optimal string alignment), case none. */
    public static int edits(String word, String candidate) {
        String one = word.toLowerCase(Locale.ROOT);
        String other = candidate.toLowerCase(Locale.ROOT);
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cheapest(int[][] cost, String one, String other, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}

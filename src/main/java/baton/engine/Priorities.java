package baton.engine;

import java.util.List;
import java.util.Locale;

/** Turns the words for a priority into a class, 0 being the most urgent. */
final class Priorities {
    private static final List<String> USUAL = List.of("critical", "high", "medium", "low");
    private static final int MEDIUM = 2;

    private Priorities() {}

    /** The plan's own order of classes counts first, then the usual words and {@code P0} to {@code P3}; unknown words are medium. */
    static int classOf(String priority, List<String> ownOrder) {
        var word = priority.strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return MEDIUM;
        }
        for (int place = 0; place < ownOrder.size(); place++) {
            if (ownOrder.get(place).strip().toLowerCase(Locale.ROOT).equals(word)) {
                return place;
            }
        }
        int usual = USUAL.indexOf(word);
        if (usual >= 0) {
            return usual;
        }
        return word.length() == 2 && word.charAt(0) == 'p' && word.charAt(1) >= '0' && word.charAt(1) <= '3'
                ? word.charAt(1) - '0'
                : MEDIUM;
    }
}

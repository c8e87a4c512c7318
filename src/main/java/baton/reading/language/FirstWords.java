package baton.reading.language;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether any of many wordings may stand in a text, told by their first words alone.
 *
 * <p>
 * A pattern of hundreds of wordings is tried in full at every word of a text; asked first, this leaves few texts for it. Scripts
 * without blanks between words are always worth a look.
 */
public final class FirstWords {

    private static final int HASHES = 4096;
    private static final int HASH_FACTOR = 31;

    private final Set<String> first = new HashSet<>();
    /** A word whose place is empty is none of them; this spares making a text of every word that is looked at. */
    private final BitSet hashes = new BitSet(HASHES);
    private boolean other;

    public FirstWords(Collection<String> wordings) {
        for (String wording : wordings) {
            int end = lettersEnd(wording, 0);
            if (end > 0) {
                first.add(wording.substring(0, end));
                hashes.set(hash(wording, 0, end));
            } else {
                other = true;
            }
        }
    }

    /** False only where none of the wordings stands in the text, which is in lower case. */
    public boolean mayBeIn(String text) {
        if (other) {
            return true;
        }
        int at = 0;
        while (at < text.length()) {
            int end = lettersEnd(text, at);
            if (end > at && hashes.get(hash(text, at, end)) && first.contains(text.substring(at, end))) {
                return true;
            }
            at = Math.max(end, at + 1);
        }
        return EastAsian.isIn(text);
    }

    private static int hash(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * HASH_FACTOR + text.charAt(i);
        }
        return Math.floorMod(hash, HASHES);
    }

    private static int lettersEnd(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }
}

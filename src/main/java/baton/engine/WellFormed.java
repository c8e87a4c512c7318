package baton.engine;

/**
 * Text that every encoding can carry.
 *
 * <p>Half of a surrogate pair has no UTF-8; each one becomes U+FFFD, so that a text hashes and reads back the same
 * everywhere. Adapters apply this before text reaches the engine, or the live state and the record would differ.
 */
public final class WellFormed {
    private static final char REPLACEMENT = '\uFFFD';

    private WellFormed() {}

    /** The text itself where nothing is wrong with it. */
    public static String text(String text) {
        int wrong = firstWrong(text, 0);
        if (wrong < 0) {
            return text;
        }
        var right = new StringBuilder(text);
        while (wrong >= 0) {
            right.setCharAt(wrong, REPLACEMENT);
            wrong = firstWrong(text, wrong + 1);
        }
        return right.toString();
    }

    private static int firstWrong(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char here = text.charAt(at);
            if (!Character.isSurrogate(here)) {
                at++;
            } else if (Character.isHighSurrogate(here) && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                at += 2;
            } else {
                return at;
            }
        }
        return -1;
    }
}

package baton.reading.language;

/** Single signs in a text; where those that a pattern needs are missing, the pattern need not be tried. */
public final class Signs {

    private Signs() {}

    /** True where one of the signs stands in the text. */
    public static boolean any(String text, String signs) {
        for (int i = 0; i < signs.length(); i++) {
            if (text.indexOf(signs.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** True where one of the signs stands in the text with a blank behind it. */
    public static boolean anyBeforeBlank(String text, String signs) {
        for (int i = 1; i < text.length(); i++) {
            if (isBlank(text.charAt(i)) && signs.indexOf(text.charAt(i - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Which of the signs stands first in the text; the sign zero where none does. */
    public static char first(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return text.charAt(i);
            }
        }
        return 0;
    }

    /** True where the sign stands in the text exactly once. */
    public static boolean once(String text, char sign) {
        int at = text.indexOf(sign);
        return at >= 0 && text.indexOf(sign, at + 1) < 0;
    }

    /** What patterns take for a blank. */
    public static boolean isBlank(char sign) {
        return sign == ' ' || (sign >= '\t' && sign <= '\r');
    }
}

package baton.view.text;

import java.util.Locale;

/** Replaces what a terminal would obey or hide by what a person can see. */
final class VisibleCharacters {
    private static final int DELETE = 0x7F;
    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;
    private static final int EMOJI_STYLE = 0xFE0F;

    private VisibleCharacters() {}

    static String in(String text) {
        return isPlainAscii(text) ? text : rewritten(text);
    }

    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= DELETE) {
                return false;
            }
        }
        return true;
    }

    private static String rewritten(String text) {
        var visible = new StringBuilder(text.length() + 16);
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            append(visible, points, i);
        }
        return visible.toString();
    }

    private static void append(StringBuilder visible, int[] points, int i) {
        int point = points[i];
        if (point == '\n' || point == '\r') {
            // A carriage return before a line feed is one break, and one space is enough for it.
            visible.append(point == '\r' && i + 1 < points.length && points[i + 1] == '\n' ? "" : " ");
        } else if (point == '\t') {
            visible.append("    ");
        } else if (point < ' ') {
            visible.append('^').append((char) (point + '@'));
        } else if (point == DELETE) {
            visible.append("^?");
        } else if (isJoinerInPlace(points, i) || isShown(point)) {
            visible.appendCodePoint(point);
        } else {
            visible.append(String.format(Locale.ROOT, "<U+%04X>", point));
        }
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> isVisibleFormat(point);
            default -> !isBlankLetter(point) && !isHiddenSelector(point);
        };
    }

    /** Signs that are classed as format characters and nevertheless have a shape. */
    private static boolean isVisibleFormat(int point) {
        return (point >= 0x0600 && point <= 0x0605) || point == 0x06DD || point == 0x070F || point == 0x0890
                || point == 0x0891 || point == 0x08E2 || point == 0x110BD || point == 0x110CD;
    }

    private static boolean isBlankLetter(int point) {
        return point == 0x034F || point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0
                || point == 0x17B4 || point == 0x17B5 || point == 0x2800;
    }

    /** Selectors can carry a hidden message; the two that choose between a letter and a picture are let through. */
    private static boolean isHiddenSelector(int point) {
        return (point >= 0x180B && point <= 0x180F) || (point >= 0xFE00 && point < 0xFE0E)
                || (point >= 0xE0100 && point <= 0xE01EF);
    }

    /** Joiners are let through where they do their work: between emoji, and inside words of scripts that need them. */
    private static boolean isJoinerInPlace(int[] points, int i) {
        if ((points[i] != JOINER && points[i] != NON_JOINER) || i == 0 || i + 1 == points.length) {
            return false;
        }
        int before = points[i - 1];
        int after = points[i + 1];
        boolean joinsEmoji = points[i] == JOINER && (before == EMOJI_STYLE || isPicture(before)) && isPicture(after);
        return joinsEmoji || (needsJoiners(before) && needsJoiners(after));
    }

    private static boolean isPicture(int point) {
        return Character.isExtendedPictographic(point) || Character.isEmojiModifier(point);
    }

    private static boolean needsJoiners(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case ARABIC, SYRIAC, MONGOLIAN, DEVANAGARI, BENGALI, GURMUKHI, GUJARATI, ORIYA, TAMIL, TELUGU, KANNADA,
                    MALAYALAM, SINHALA, KHMER, MYANMAR ->
                true;
            default -> false;
        };
    }
}

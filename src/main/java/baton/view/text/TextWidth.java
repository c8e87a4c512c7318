package baton.view.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How many terminal columns a text takes, and how to cut, pad and wrap it by columns.
 *
 * <p>Text is taken in grapheme clusters, so an emoji with its modifiers or a letter with its accents is never torn. The
 * wide ranges are those of Unicode's East Asian Width (UAX 11, values W and F); what a terminal thinks differently of
 * shifts one cluster, never a following column by more.
 */
public final class TextWidth {
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final Pattern WORD_GAP = Pattern.compile(" +");
    private static final String ELLIPSIS = "…";
    private static final int EMOJI_STYLE = 0xFE0F;
    /** The lines and blocks that frames are made of: one column each, and joined with nothing. */
    private static final char FRAME_FIRST = 0x2500;
    private static final char FRAME_LAST = 0x259F;

    /** First and last code point of each wide range, in order; emoji with a picture by default are wide as well. */
    private static final int[] WIDE = {0x1100, 0x115F, 0x2329, 0x232A, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF,
        0x4E00, 0xA4CF, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01,
        0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x16FE4, 0x17000, 0x18AFF, 0x1AFF0, 0x1B2FF, 0x1F200, 0x1F265, 0x20000,
        0x2FFFD, 0x30000, 0x3FFFD};

    private TextWidth() {}

    /** Columns that the text takes; line breaks and controls count nothing, so make the text a {@link ScreenText} first. */
    public static int of(String text) {
        if (isPlainAscii(text)) {
            return text.length();
        }
        int columns = 0;
        for (String cluster : clusters(text)) {
            columns += ofCluster(cluster);
        }
        return columns;
    }

    public static int of(ScreenText text) {
        return of(text.value());
    }

    /** The text, or as much of it as fits with an ellipsis behind; never wider than {@code columns}. */
    public static String cut(String text, int columns) {
        if (text.length() <= columns && of(text) <= columns) {
            return text;
        }
        // Of a text of any length no more is looked at than could be shown.
        var kept = new StringBuilder();
        int used = 0;
        int fits = 0;
        var matcher = CLUSTER.matcher(text);
        while (matcher.find()) {
            used += ofCluster(matcher.group());
            if (used > columns) {
                kept.setLength(fits);
                return columns < 1 ? "" : kept.toString().stripTrailing() + ELLIPSIS;
            }
            kept.append(matcher.group());
            fits = used <= columns - 1 ? kept.length() : fits;
        }
        return text;
    }

    /** The text with spaces behind it up to {@code columns}; longer texts stay as they are. */
    public static String padRight(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    /** The text with spaces before it up to {@code columns}; longer texts stay as they are. */
    public static String padLeft(String text, int columns) {
        return " ".repeat(Math.max(0, columns - of(text))) + text;
    }

    /** The text cut or padded to exactly {@code columns}. */
    public static String fit(String text, int columns) {
        return padRight(cut(text, columns), columns);
    }

    /** The words of the text in lines of at most {@code columns}; a longer word has a line of its own and sticks out. */
    public static List<String> wrap(String text, int columns) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        int used = 0;
        for (String word : WORD_GAP.split(text.strip(), -1)) {
            int width = of(word);
            if (used > 0 && used + 1 + width > columns) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(used == 0 ? "" : " ").append(word);
            used += width + (used == 0 ? 0 : 1);
        }
        lines.add(line.toString());
        return List.copyOf(lines);
    }

    /** The grapheme clusters of the text, in order. */
    public static List<String> clusters(String text) {
        var clusters = new ArrayList<String>(text.length());
        var matcher = CLUSTER.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (isAlone(text, at)) {
                clusters.add(String.valueOf(text.charAt(at)));
                at++;
            } else if (matcher.find(at)) {
                clusters.add(matcher.group());
                at = matcher.end();
            } else {
                at = text.length();
            }
        }
        return clusters;
    }

    /** True where the character at this place is a cluster for certain: it and what follows join with nothing. */
    private static boolean isAlone(String text, int at) {
        return isLoner(text.charAt(at)) && (at + 1 == text.length() || isLoner(text.charAt(at + 1)));
    }

    /** Printable ASCII, and what frames are made of. */
    private static boolean isLoner(char c) {
        return (c >= ' ' && c <= '~') || (c >= FRAME_FIRST && c <= FRAME_LAST);
    }

    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Columns that one cluster takes. */
    public static int ofCluster(String cluster) {
        if (cluster.length() == 1 && isLoner(cluster.charAt(0))) {
            return 1;
        }
        int first = cluster.codePointAt(0);
        boolean asPicture = cluster.indexOf(EMOJI_STYLE) > 0 && Character.isEmoji(first);
        if (asPicture || Character.isEmojiPresentation(first)) {
            return 2;
        }
        return cluster.codePoints().map(TextWidth::ofCodePoint).sum();
    }

    private static int ofCodePoint(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                0;
            default -> isFollowingJamo(point) ? 0 : isWide(point) ? 2 : 1;
        };
    }

    /** Vowels and finals of Hangul stand inside the block of the initial. */
    private static boolean isFollowingJamo(int point) {
        return (point >= 0x1160 && point <= 0x11FF) || (point >= 0xD7B0 && point <= 0xD7FF);
    }

    private static boolean isWide(int point) {
        if (point < WIDE[0]) {
            return false;
        }
        for (int i = 0; i < WIDE.length && WIDE[i] <= point; i += 2) {
            if (point <= WIDE[i + 1]) {
                return true;
            }
        }
        return Character.isEmojiPresentation(point);
    }
}

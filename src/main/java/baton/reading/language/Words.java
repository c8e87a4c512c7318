package baton.reading.language;

import java.util.Locale;
import java.util.regex.Pattern;

/** Markdown text as plain words, for comparing and for showing. */
public final class Words {

    private static final Pattern EMPHASIS = Pattern
            .compile(
                    "(\\*\\*\\*|\\*\\*|(?<![\\p{L}\\p{N}_])__(?=\\S)|(?<=\\S)__(?![\\p{L}\\p{N}_])|(?<![\\w*])\\*(?=\\S)|(?<=\\S)\\*(?![\\w*])|`+)");
    private static final String OPENING = "([{\"'`@/.$<~";
    private static final String CLOSING = " \t\u00a0:*#–—-";
    private static final Pattern ESCAPED = Pattern.compile("\\\\([-\\\\`*_{}\\[\\]()#+.!=~|>&])");
    private static final Pattern NUMBER = Pattern.compile("^(?:\\d+(?:[.]\\d+)*[.):]|\\(?[a-zA-Z][.)]|#\\d+:?)\\s+");

    private static final int ASCII = 128;

    private static final int SIGNS_MIN = 2;

    private Words() {}

    /** The text without emphasis, code marks and link targets. */
    public static String plain(String raw) {
        String text = raw.indexOf('\\') < 0 ? raw : ESCAPED.matcher(raw).replaceAll("$1");
        text = Links.shown(text);
        boolean marked = text.indexOf('*') >= 0 || text.indexOf('`') >= 0 || text.contains("__");
        if (!marked) {
            return text.strip();
        }
        return ReadingMemory.of(memory -> memory.plain, text, Words::unmarked);
    }

    private static String unmarked(String text) {
        // Only pairs of stars and code marks: the usual case, which needs no pattern.
        String bare = text.contains("__") || text.contains("***") ? "*" : text.replace("**", "");
        String plain = bare.indexOf('*') < 0
                ? bare.replace("`", "").strip()
                : EMPHASIS.matcher(text).replaceAll("").strip();
        return Blanks.everywhere(plain);
    }

    /** A heading or label in plain words: no signs before it, no number, no colon behind. */
    public static String title(String raw) {
        return ReadingMemory.of(memory -> memory.titles, raw, Words::titleOf);
    }

    private static String titleOf(String raw) {
        String text = bare(plain(raw));
        boolean mayCount = !text.isEmpty() && (Character.isDigit(text.charAt(0)) || text.charAt(0) == '('
                || (text.length() > 1 && (text.charAt(1) == '.' || text.charAt(1) == ')')) || text.charAt(0) == '#');
        String counted = mayCount ? NUMBER.matcher(text).replaceFirst("") : text;
        return counted.equals(text) ? text : bare(counted.isBlank() ? text : counted);
    }

    /** Without signs before the first word and without colons, dashes and the like behind the last. */
    private static String bare(String text) {
        int from = 0;
        while (from < text.length() && !opens(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        int to = text.length();
        while (to > from && CLOSING.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to).strip();
    }

    private static boolean opens(int codePoint) {
        return Character.isLetter(codePoint) || isNumber(codePoint) || OPENING.indexOf(codePoint) >= 0;
    }

    /** For comparing: lower case, words apart by one blank, nothing but letters and digits. */
    public static String key(String text) {
        return ReadingMemory.of(memory -> memory.keys, text, Words::keyOf);
    }

    private static String keyOf(String text) {
        String lower = plain(text).toLowerCase(Locale.ROOT);
        var key = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i += Character.charCount(lower.codePointAt(i))) {
            int c = lower.codePointAt(i);
            if (isLetterOrNumber(c)) {
                key.appendCodePoint(c);
            } else if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
                key.append(' ');
            }
        }
        int last = key.length() - 1;
        return last >= 0 && key.charAt(last) == ' ' ? key.substring(0, last) : key.toString();
    }

    /** What a word is made of. */
    public static boolean isLetterOrNumber(int c) {
        return c < ASCII
                ? (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')
                : Character.isLetter(c) || isNumber(c);
    }

    private static boolean isNumber(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /** An identity of the usual form: lower case, words joined by hyphens. Empty where there is no letter or digit. */
    public static String slug(String text) {
        return key(text).replace(' ', '-');
    }

    /** True for more than one word, or for signs enough where words have no blanks between them. */
    public static boolean areSeveral(String text) {
        return count(text) > 1 || (EastAsian.isIn(text) && key(text).length() > SIGNS_MIN);
    }

    public static int count(String text) {
        String key = key(text);
        return key.isEmpty() ? 0 : key.split(" ").length;
    }
}

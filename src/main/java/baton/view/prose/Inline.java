package baton.view.prose;

import baton.view.text.StyledLine;
import baton.view.text.Tone;

/**
 * The marks inside a paragraph: code, stress, links.
 *
 * <p>A mark that is not closed within {@link #REACH} characters is a character like any other, so what it means is known
 * once so much more has arrived and never changes afterwards.
 */
final class Inline {
    /** Characters between an opening mark and its end. */
    static final int REACH = 240;

    private final String text;
    private StyledLine line = StyledLine.EMPTY;
    private final StringBuilder plain = new StringBuilder();

    private Inline(String text) {
        this.text = text;
    }

    /** The paragraph's text in its meanings. */
    static StyledLine of(String text) {
        return new Inline(text).read();
    }

    /** How much of a text that still grows can be shown: the rest may get another meaning. */
    static int settled(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = markEnd(text, at);
            if (end == OPEN && text.length() - at <= REACH) {
                return at;
            }
            at = Math.max(end, at + 1);
        }
        return text.length();
    }

    private static final int NONE = -1;
    private static final int OPEN = -2;

    private StyledLine read() {
        int at = 0;
        while (at < text.length()) {
            int end = markEnd(text, at);
            if (end < 0) {
                plain.append(text.charAt(at));
                at++;
            } else {
                flush();
                mark(at, end);
                at = end;
            }
        }
        flush();
        return line;
    }

    private void flush() {
        line = line.and(plain.toString());
        plain.setLength(0);
    }

    /** Where the mark that begins here ends; {@link #NONE} where none begins, {@link #OPEN} where it is not closed yet. */
    private static int markEnd(String text, int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '\\' -> at + 1 < text.length() && isPunctuation(text.charAt(at + 1)) ? at + 2 : NONE;
            case '`' -> closing(text, at, ticks(text, at));
            case '*' -> stressEnd(text, at, c);
            case '_' -> at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)) ? NONE : stressEnd(text, at, c);
            case '[' -> linkEnd(text, at);
            default -> NONE;
        };
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    }

    private static String ticks(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return text.substring(at, end);
    }

    private static int closing(String text, int at, String mark) {
        int close = text.indexOf(mark, at + mark.length());
        if (close < 0) {
            return OPEN;
        }
        return close - at <= REACH && close > at + mark.length() ? close + mark.length() : NONE;
    }

    private static int stressEnd(String text, int at, char c) {
        boolean twice = at + 1 < text.length() && text.charAt(at + 1) == c;
        String mark = String.valueOf(c).repeat(twice ? 2 : 1);
        int inside = at + mark.length();
        if (inside >= text.length()) {
            return OPEN;
        }
        return Character.isWhitespace(text.charAt(inside)) ? NONE : closing(text, at, mark);
    }

    private static int linkEnd(String text, int at) {
        int words = text.indexOf(']', at);
        if (words < 0) {
            return OPEN;
        }
        if (words + 1 >= text.length()) {
            return OPEN;
        }
        if (text.charAt(words + 1) != '(' || words - at > REACH) {
            return NONE;
        }
        int close = text.indexOf(')', words);
        return close < 0 ? OPEN : close - at <= 2 * REACH ? close + 1 : NONE;
    }

    private void mark(int at, int end) {
        char c = text.charAt(at);
        switch (c) {
            case '\\' -> plain.append(text, at + 1, end);
            case '`' -> {
                int ticks = ticks(text, at).length();
                line = line.and(Tone.CODE, text.substring(at + ticks, end - ticks));
            }
            case '[' -> link(at, end);
            default -> {
                boolean twice = text.charAt(at + 1) == c;
                int width = twice ? 2 : 1;
                line = line.and(twice ? Tone.STRONG : Tone.EMPHASIS,
                        of(text.substring(at + width, end - width)).text());
            }
        }
    }

    /** The words, and behind them where they lead: a person sees where before they follow. */
    private void link(int at, int end) {
        int words = text.indexOf(']', at);
        String target = text.substring(words + 2, end - 1).strip();
        String shown = text.substring(at + 1, words);
        line = line.and(Tone.LINK, shown);
        if (!target.equals(shown) && !target.isEmpty()) {
            line = line.and(Tone.DIM, " (" + target + ")");
        }
    }
}

package baton.tool;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Looks for a text or a regular expression in one line, in bounded time.
 *
 * <p>The JDK's expressions can take exponential time and deep recursion. So a line is cut, each look at a character is counted,
 * and a search that needs too many of them is refused.
 */
sealed interface LineFinder {
    int PATTERN_CHARS_MAX = 300;
    int LINE_CHARS_MAX = 2_000;

    boolean isIn(String line) throws Refused;

    static LineFinder of(String query, boolean regex) throws Refused {
        if (query.isEmpty()) {
            throw new Refused("The query is empty.");
        }
        if (!regex) {
            return new Plain(query);
        }
        if (query.length() > PATTERN_CHARS_MAX) {
            throw new Refused("The expression is longer than " + PATTERN_CHARS_MAX + " characters.");
        }
        try {
            return new Expression(Pattern.compile(query), new Budget());
        } catch (PatternSyntaxException e) {
            throw new Refused("The query is not a regular expression: " + Shown.plain(e.getDescription()) + ".");
        } catch (StackOverflowError e) {
            throw new Refused("The expression is nested too deeply.");
        }
    }

    /** Exact text, anywhere in the line. */
    record Plain(String query) implements LineFinder {
        @Override
        public boolean isIn(String line) {
            return line.contains(query);
        }
    }

    /** What is left of the looks that one search may take. */
    final class Budget {
        private static final long LINE_LOOKS_MAX = 200_000;
        private static final long SEARCH_LOOKS_MAX = 200_000_000;

        private long lineLooks;
        private long searchLooks;

        private void startLine() {
            lineLooks = 0;
        }

        private void look() {
            if (++lineLooks > LINE_LOOKS_MAX || ++searchLooks > SEARCH_LOOKS_MAX) {
                throw new TooMuch();
            }
        }
    }

    /** Leaves the matcher, which offers no other way out. */
    final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TooMuch() {
            super("too many looks", null, false, false);
        }
    }

    /** A regular expression under a budget. */
    record Expression(Pattern pattern, Budget budget) implements LineFinder {
        @Override
        public boolean isIn(String line) throws Refused {
            String head = line.length() > LINE_CHARS_MAX ? line.substring(0, LINE_CHARS_MAX) : line;
            budget.startLine();
            try {
                return pattern.matcher(new Counted(head, budget)).find();
            } catch (TooMuch | StackOverflowError e) {
                throw new Refused("The expression takes too long; use a simpler one, or plain text.");
            }
        }
    }

    /** Text that counts each look at one of its characters. */
    record Counted(String text, Budget budget) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            budget.look();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.substring(start, end), budget);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}

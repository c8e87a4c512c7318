package baton.chat;

import java.util.ArrayList;
import java.util.List;

/** Takes words off a text one after another; quotes hold several words together, and a backslash inside them takes the next character as it is. */
final class Scanner {
    private final String text;
    private int at;

    /** One word, without its quotes, and where it stands. */
    record Word(String text, int start, int end, boolean quoted) {
        int length() {
            return end - start;
        }
    }

    /** A quote that is never closed. */
    static final class Unclosed extends Exception {
        private static final long serialVersionUID = 1L;

        private final int position;

        Unclosed(int position) {
            super("a quote is not closed");
            this.position = position;
        }

        int position() {
            return position;
        }
    }

    Scanner(String text, int at) {
        this.text = text;
        this.at = at;
    }

    int position() {
        skip();
        return at;
    }

    boolean isAtEnd() {
        skip();
        return at >= text.length();
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** Everything that is left, without blanks around it. */
    String rest() {
        skip();
        var rest = text.substring(Math.min(at, text.length())).strip();
        at = text.length();
        return rest;
    }

    /** The character that comes next; 0 at the end. */
    char peek() {
        skip();
        return at < text.length() ? text.charAt(at) : 0;
    }

    /** Goes back to the start of a word that was taken. */
    void back(Word word) {
        at = word.start();
    }

    /** The next word, up to a blank outside quotes; {@code key="two words"} is one. */
    Word next() throws Unclosed {
        skip();
        int start = at;
        var word = new StringBuilder();
        boolean quoted = false;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            char one = text.charAt(at);
            boolean opens = one == '"' && (at == start || text.charAt(at - 1) == '=' || text.charAt(at - 1) == ',');
            if (opens) {
                quoted = true;
                quote(word);
            } else {
                word.append(one);
                at++;
            }
        }
        return new Word(word.toString(), start, at, quoted);
    }

    private void quote(StringBuilder word) throws Unclosed {
        int open = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            word.append(text.charAt(at++));
        }
        if (at >= text.length()) {
            throw new Unclosed(open);
        }
        at++;
    }

    List<Word> all() throws Unclosed {
        var words = new ArrayList<Word>();
        while (!isAtEnd()) {
            words.add(next());
        }
        return words;
    }
}

package baton.chat;

import java.util.Objects;

/**
 * Why a line cannot be carried out.
 *
 * @param position where in the text it is, counted in characters from 0
 * @param length how many characters it concerns; 0 where something is missing there
 * @param message one sentence
 * @param hint what to type instead, or empty
 */
public record ChatProblem(int position, int length, String message, String hint) {
    public ChatProblem {
        if (position < 0 || length < 0) {
            throw new IllegalArgumentException("position and length must not be negative: " + position + ", " + length);
        }
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(hint, "hint");
    }

    /** Message and hint in one line. */
    public String oneLine() {
        return hint.isEmpty() ? message : message + " " + hint;
    }
}

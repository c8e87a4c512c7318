package baton.view.text;

import java.util.List;

/**
 * One line of text that a terminal can be given without harm.
 *
 * <p>Whatever the text was before, afterwards it holds no control character, no hidden or direction-changing character and
 * no line break: controls appear as {@code ^[}, hidden ones as {@code <U+202E>}, breaks and tabs as spaces. A text that
 * is safe already stays as it is, so nothing is made visible twice.
 */
public record ScreenText(String value) {
    public static final ScreenText EMPTY = new ScreenText("");

    public ScreenText {
        value = VisibleCharacters.in(value);
    }

    /** The lines of a longer text, each made safe; an empty text has no lines. */
    public static List<ScreenText> lines(String text) {
        return text.lines().map(ScreenText::new).toList();
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return value;
    }
}

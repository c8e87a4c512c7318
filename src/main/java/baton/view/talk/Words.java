package baton.view.talk;

import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * A text that grows by pieces; immutable. A piece costs what the piece is long, however much there is already.
 *
 * <p>Two are equal where they hold the same letters, however they came.
 */
public final class Words {
    public static final Words NONE = new Words(TreePVector.empty(), "", 0);
    /** Characters that are copied again with a piece, at most. */
    private static final int PART_CHARS = 1_024;

    private final PVector<String> parts;
    private final String last;
    private final int length;

    private Words(PVector<String> parts, String last, int length) {
        this.parts = parts;
        this.last = last;
        this.length = length;
    }

    public static Words of(String text) {
        return new Words(TreePVector.empty(), text, text.length());
    }

    /** With a piece more at its end. */
    public Words plus(String piece) {
        String grown = last + piece;
        return grown.length() < PART_CHARS
                ? new Words(parts, grown, length + piece.length())
                : new Words(parts.plus(grown), "", length + piece.length());
    }

    /** All of it, put together anew. */
    public String whole() {
        return beginning(length);
    }

    /** The first characters, at most so many. */
    public String beginning(int chars) {
        if (parts.isEmpty()) {
            return last.length() <= chars ? last : last.substring(0, chars);
        }
        var text = new StringBuilder(Math.min(chars, length));
        for (String part : parts) {
            if (text.length() >= chars) {
                break;
            }
            text.append(part, 0, Math.min(part.length(), chars - text.length()));
        }
        return text.append(last, 0, Math.clamp(chars - (long) text.length(), 0, last.length())).toString();
    }

    /** In characters, as Java counts them. */
    public int length() {
        return length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Words words && length == words.length && whole().equals(words.whole());
    }

    @Override
    public int hashCode() {
        return whole().hashCode();
    }

    @Override
    public String toString() {
        return whole();
    }
}

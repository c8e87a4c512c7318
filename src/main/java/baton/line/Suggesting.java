package baton.line;

import java.util.List;

/** Says how what is being typed could go on. */
@FunctionalInterface
public interface Suggesting {
    /**
     * One way to go on.
     *
     * @param text what would stand in the place of the word at the cursor
     * @param about what it is, in a few words, or empty
     */
    record Suggestion(String text, String about) {}

    /** Suggestions for the word that ends at {@code cursor}, best first. */
    List<Suggestion> of(String line, int cursor);
}

package baton.store;

import java.nio.file.Path;
import java.util.List;

/**
 * A fact that holds the words somebody searched for.
 *
 * @param session its name
 * @param type as in event lines
 * @param agent whom it concerns, or empty
 * @param task what it concerns, or empty
 * @param excerpt the words and some of what stands around them
 */
public record SearchHit(String session, Path file, long seq, long atMs, String type, String agent, String task,
        int attempt, List<Piece> excerpt) {
    public SearchHit {
        excerpt = List.copyOf(excerpt);
    }

    /** Text that was searched for, or that stands around it. */
    public record Piece(String text, boolean match) {}
}

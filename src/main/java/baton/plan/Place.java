package baton.plan;

import java.util.Objects;

/**
 * Where in a document something was read: a file as the person named it and a line counted from 1.
 *
 * <p>Line 0 means "the document as a whole"; an empty file means "not read from a document".
 */
public record Place(String file, int line) implements Comparable<Place> {
    /** The place of things that no document names. */
    public static final Place NOWHERE = new Place("", 0);

    public Place {
        Objects.requireNonNull(file, "file");
        if (line < 0) {
            throw new IllegalArgumentException("line must not be negative: " + line);
        }
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    /** {@code file:line}, or the file alone where no line is known. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}

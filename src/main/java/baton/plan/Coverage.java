package baton.plan;

import java.util.List;
import java.util.Objects;

/** How many of a document's lines were understood; prose counts as understood. */
public record Coverage(int linesTotal, int linesUnderstood, List<LineRange> notUnderstood) {
    /** Lines {@code from} to {@code to} of a file, both included. */
    public record LineRange(String file, int from, int to) {
        public LineRange {
            Objects.requireNonNull(file, "file");
        }
    }

    public Coverage {
        notUnderstood = List.copyOf(notUnderstood);
    }
}

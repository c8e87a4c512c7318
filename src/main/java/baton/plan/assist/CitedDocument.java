package baton.plan.assist;

import java.util.List;
import java.util.Objects;

/**
 * A document as the model sees it.
 *
 * @param file as the person named it
 * @param lines the first is line 1; only these can be quoted
 */
public record CitedDocument(String file, List<String> lines) {
    public CitedDocument {
        Objects.requireNonNull(file, "file");
        lines = List.copyOf(lines);
    }
}

package baton.llm;

import java.util.List;
import java.util.stream.Collectors;

import baton.engine.Effect.Part;

/** The head of a request as one text; the same for every provider, and what {@code baton prompt} shows. */
public final class RequestText {
    private RequestText() {}

    /** Every part that says something, in order, under its name as a heading. */
    public static String system(List<Part> parts) {
        return parts.stream().filter(part -> !part.text().isBlank())
                .map(part -> "# " + part.name() + "\n\n" + part.text().strip())
                .collect(Collectors.joining("\n\n"));
    }
}

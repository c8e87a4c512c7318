package baton.reading;

import java.util.List;
import java.util.stream.Stream;

/** Texts that were written to be read: a front matter with an author or a date beside tags says that a page is published. */
final class Article {

    private static final List<String> PUBLISHED = List.of("author", "authors", "date", "published", "layout", "slug");
    private static final List<String> FILED = List.of("tags", "categories", "category", "permalink", "draft");
    private static final List<String> PLANNED = List.of("agents", "tasks", "steps", "team", "goal", "plan", "phases");

    private Article() {}

    /** Whatever agents such a text speaks of, nobody is asked to run them. */
    static boolean isOne(MarkdownDocument document) {
        return has(document, PUBLISHED) && has(document, FILED) && !has(document, PLANNED);
    }

    private static boolean has(MarkdownDocument document, List<String> keys) {
        return Stream.of(document.matter().fields()).flatMap(fields -> fields.fields().stream())
                .anyMatch(field -> keys.contains(Words.key(field.key())));
    }
}

package baton.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import baton.reading.document.Block;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/** Texts that were written to be read: a front matter with an author or a date beside tags says that a page is published. */
final class Article {

    private static final List<String> PUBLISHED = List.of("author", "authors", "date", "published", "layout", "slug");
    private static final List<String> FILED = List.of("tags", "categories", "category", "permalink", "draft");
    private static final List<String> PLANNED = List.of("agents", "tasks", "steps", "team", "goal", "plan", "phases");

    private static final Set<String> CODE = Set.of("python", "py", "js", "javascript", "ts", "typescript", "java",
            "kotlin", "go", "rust", "rs", "ruby", "rb", "csharp", "cs", "php", "swift", "c", "cpp");

    private Article() {}

    /** Whatever agents such a text speaks of, nobody is asked to run them. */
    static boolean isOne(MarkdownDocument document) {
        return isLibrary(document)
                || (has(document, PUBLISHED) && has(document, FILED) && !has(document, PLANNED));
    }

    /** A page about a library shows how to call it; its agents are classes. */
    private static boolean isLibrary(MarkdownDocument document) {
        boolean used = document.sections()
                .anyMatch(section -> Lexicon.WORDS.words("LIBRARY_TITLE").contains(section.key()));
        boolean code = document.passages().stream().map(Passage::block)
                .anyMatch(block -> block instanceof Block.Fence fence && CODE.contains(fence.info()));
        boolean work = document.passages().stream().anyMatch(passage -> passage.about(Topic.TASKS)
                || passage.about(Topic.FIRST_ACTIONS) || passage.about(Topic.CHECKPOINTS));
        return used && code && !work;
    }

    private static boolean has(MarkdownDocument document, List<String> keys) {
        return Stream.of(document.matter().fields()).flatMap(fields -> fields.fields().stream())
                .anyMatch(field -> keys.contains(Words.key(field.key())));
    }
}

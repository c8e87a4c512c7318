package baton.reading;

import java.util.List;
import java.util.stream.Stream;

/**
 * One document as a tree of sections.
 *
 * @param root
 *            holds what stands before the first heading, and all sections
 * @param matter
 *            the YAML block at the head of the file
 */
record MarkdownDocument(SourceText source, FrontMatter matter, Section root) {

    static MarkdownDocument parse(SourceText source, Remarks remarks) {
        FrontMatter matter = FrontMatter.read(source, remarks);
        return new MarkdownDocument(source, matter,
                MarkdownTree.parse(source.lines(), matter.present() ? matter.bodyLine() : 1));
    }

    Stream<Section> sections() {
        return root.all();
    }

    String file() {
        return source.file();
    }

    List<String> lines() {
        return source.lines();
    }
}

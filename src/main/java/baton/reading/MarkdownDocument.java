package baton.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One document as a tree of sections.
 *
 * @param lines
 *            the lines of the file; the first is line 1
 * @param root
 *            holds what stands before the first heading, and all sections
 * @param matter
 *            the YAML block at the head of the file
 * @param sentences
 *            everything that is said in words, outside code and tables
 * @param sectionList
 *            the root and all sections in the order of the document
 * @param passages
 *            every block with the titles above it
 */
record MarkdownDocument(SourceText source, List<String> lines, FrontMatter matter, Section root,
        List<Sentences.Sentence> sentences, List<Section> sectionList, List<Passage> passages) {

    static MarkdownDocument parse(SourceText source, Remarks remarks) {
        FrontMatter matter = FrontMatter.read(source, remarks);
        List<String> lines = source.lines();
        Section root = MarkdownTree.parse(lines.stream().map(EastAsian::spaced).toList(),
                matter.present() ? matter.bodyLine() : 1);
        List<Passage> passages = new ArrayList<>();
        var document = new MarkdownDocument(source, lines, matter, root, Sentences.of(root), root.all(), passages);
        passages.addAll(Passages.of(document));
        return document;
    }

    Stream<Section> sections() {
        return sectionList.stream();
    }

    String file() {
        return source.file();
    }
}

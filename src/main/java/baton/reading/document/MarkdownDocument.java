package baton.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import baton.reading.data.FrontMatter;
import baton.reading.language.EastAsian;
import baton.reading.source.Remarks;
import baton.reading.source.SourceText;

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
public record MarkdownDocument(SourceText source, List<String> lines, FrontMatter matter, Section root,
        List<Sentences.Sentence> sentences, List<Section> sectionList, List<Passage> passages) {

    public static MarkdownDocument parse(SourceText source, Remarks remarks) {
        FrontMatter matter = FrontMatter.read(source, remarks);
        List<String> lines = source.lines();
        Section root = MarkdownTree.parse(lines.stream().map(EastAsian::spaced).toList(),
                matter.present() ? matter.bodyLine() : 1);
        List<Passage> passages = new ArrayList<>();
        var document = new MarkdownDocument(source, lines, matter, root, Sentences.of(root), root.all(), passages);
        passages.addAll(Passages.of(document));
        return document;
    }

    public Stream<Section> sections() {
        return sectionList.stream();
    }

    public String file() {
        return source.file();
    }
}

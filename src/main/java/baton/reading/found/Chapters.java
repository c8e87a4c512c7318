package baton.reading.found;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import baton.reading.document.MarkdownDocument;
import baton.reading.document.Section;

/**
 * The large parts of a document: what names a job in one of them may name it again in another.
 *
 * <p>
 * A part that holds most of the document, as the only title of the first level does, is no part but the document.
 */
final class Chapters {

    private final NavigableMap<Integer, Integer> starts = new TreeMap<>();

    private Chapters() {}

    static Chapters of(MarkdownDocument document) {
        var chapters = new Chapters();
        chapters.split(document.root().children(), document.lines().size());
        return chapters;
    }

    private void split(List<Section> sections, int lines) {
        for (Section section : sections) {
            starts.put(section.line(), section.line());
            if ((section.lastLine() - section.line()) * 2 > lines) {
                split(section.children(), lines);
            }
        }
    }

    /** The line with which the part begins that a line stands in; 0 above the first title. */
    int at(int line) {
        var start = starts.floorEntry(line);
        return start == null ? 0 : start.getValue();
    }
}

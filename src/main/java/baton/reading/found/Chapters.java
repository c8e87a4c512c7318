package baton.reading.found;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import baton.reading.document.MarkdownDocument;
import baton.reading.document.Section;
import baton.reading.language.Period;

/**
 * The large parts of a document: what names a job in one of them may name it again in another.
 *
 * <p>
 * A part that holds most of the document, as the only title of the first level does, is no part but the document. Weeks, days
 * and other times that follow one another are one part.
 */
public final class Chapters {

    private final NavigableMap<Integer, Part> starts = new TreeMap<>();

    /** A part by its first line; {@code times} where it is weeks, days and the like. */
    public record Part(int line, boolean times) {

        static final Part NONE = new Part(0, false);
    }

    private Chapters() {}

    static Chapters of(MarkdownDocument document) {
        var chapters = new Chapters();
        chapters.split(document.root().children(), document.lines().size());
        return chapters;
    }

    private void split(List<Section> sections, int lines) {
        Map<String, Integer> series = new TreeMap<>();
        for (Section section : sections) {
            Optional<String> kind = Period.ofTitle(section.rawTitle()).map(period -> kind(period.id()));
            starts.put(section.line(), kind
                    .map(one -> new Part(series.computeIfAbsent(one, _ -> section.line()), true))
                    .orElse(new Part(section.line(), false)));
            if (kind.isEmpty() && (section.lastLine() - section.line()) * 2 > lines) {
                split(section.children(), lines);
            }
        }
    }

    /** "week" for all weeks; days of the week are of one kind too. */
    private static String kind(String period) {
        int hyphen = period.indexOf('-');
        return hyphen < 0 ? "" : period.substring(0, hyphen);
    }

    /** The part that a line stands in; one without a line above the first title. */
    Part at(int line) {
        var start = starts.floorEntry(line);
        return start == null ? Part.NONE : start.getValue();
    }
}

package baton.cli.record;

import java.util.List;
import java.util.stream.Collectors;

import baton.store.SearchHit;

/** A result as {@code sessions search --json} prints it; public because the JSON writer reads it from outside. */
public record HitLine(String session, String file, long seq, long atMs, String type, String agent, String task,
        int attempt, List<SearchHit.Piece> excerpt) {
    public HitLine {
        excerpt = List.copyOf(excerpt);
    }

    /** The text of a hit; what was searched for stands in brackets, so that it shows without colour too. */
    public static String marked(SearchHit hit) {
        return hit.excerpt().stream().map(piece -> piece.match() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    public static HitLine of(SearchHit hit) {
        return new HitLine(hit.session(), hit.file().toString(), hit.seq(), hit.atMs(), hit.type(), hit.agent(),
                hit.task(), hit.attempt(), hit.excerpt());
    }
}

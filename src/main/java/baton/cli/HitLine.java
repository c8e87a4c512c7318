package baton.cli;

import java.util.List;

import baton.store.SearchHit;

/** A result as {@code sessions search --json} prints it; public because the JSON writer reads it from outside. */
public record HitLine(String session, String file, long seq, long atMs, String type, String agent, String task,
        int attempt, List<SearchHit.Piece> excerpt) {
    public HitLine {
        excerpt = List.copyOf(excerpt);
    }

    static HitLine of(SearchHit hit) {
        return new HitLine(hit.session(), hit.file().toString(), hit.seq(), hit.atMs(), hit.type(), hit.agent(),
                hit.task(), hit.attempt(), hit.excerpt());
    }
}

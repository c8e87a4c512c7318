package baton.store;

import java.util.List;

/**
 * What a search brought.
 *
 * @param hits newest session first, in each in the order of the record
 * @param more how many there are beside these
 * @param skipped sessions that could not be searched, one sentence each
 */
public record SearchResult(List<SearchHit> hits, long more, List<String> skipped) {
    public SearchResult {
        hits = List.copyOf(hits);
        skipped = List.copyOf(skipped);
    }
}

package baton.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import baton.runtime.EventStore.StoreException;
import baton.runtime.SessionCatalog.Listing;
import baton.wire.StoredEvent;
import baton.wire.WireException;

/** One search over all sessions: brings the index up to date, then looks; what cannot be read is skipped and named. */
final class WordSearch {
    private final List<Listing> listings;
    private final Function<Listing, RecordReader> opening;
    private final List<String> skipped = new ArrayList<>();
    private final List<SearchHit> hits = new ArrayList<>();
    private long more;

    WordSearch(List<Listing> listings, Function<Listing, RecordReader> opening) {
        this.listings = listings;
        this.opening = opening;
    }

    /** {@code index} is not closed. */
    SearchResult run(SearchIndex index, String query, int max) {
        return SqliteFaults.translated(SearchIndex.FILE, () -> {
            index.keepOnly(listings.stream().map(Listing::file).toList());
            for (Listing listing : listings) {
                if (listing.problem().isEmpty()) {
                    search(index, listing, query, max);
                } else {
                    skip(listing, listing.problem());
                }
            }
            return new SearchResult(hits, more, skipped);
        });
    }

    private void search(SearchIndex index, Listing listing, String query, int max) throws SQLException {
        try (var reader = opening.apply(listing)) {
            index.update(listing.file(), reader);
            long count = index.count(listing.file(), query);
            var found = index.find(listing.file(), query, max - hits.size());
            more += count - found.size();
            for (long seq : found) {
                try (var rows = reader.eventRows(seq, seq)) {
                    var event = rows.findFirst();
                    if (event.isPresent()) {
                        hits.add(hit(index, listing, event.get(), reader, query));
                    }
                }
            }
        } catch (StoreException unreadable) {
            skip(listing, String.valueOf(unreadable.getMessage()));
        } catch (WireException damaged) {
            skip(listing, "it is damaged: " + damaged.getMessage());
        }
    }

    private static SearchHit hit(SearchIndex index, Listing listing, StoredEvent event, RecordReader reader,
            String query) throws SQLException {
        return new SearchHit(listing.name(), listing.file(), event.seq(), event.atMs(), event.type(), event.agent(),
                event.task(), event.attempt(), index.excerpt(reader.words(event), query));
    }

    private void skip(Listing listing, String why) {
        skipped.add(listing.name() + " was not searched: " + why);
    }
}

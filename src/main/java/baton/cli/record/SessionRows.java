package baton.cli.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import baton.runtime.EventStore.StoreException;
import baton.runtime.SessionCatalog.Listing;
import baton.store.SearchHit;
import baton.tui.state.Scene.SessionRow;

/** The sessions of a folder as the screen lists them, and those among them that hold some words. */
public final class SessionRows {
    private static final int PLACES_MAX = 200;

    private final SessionsFolder sessions;

    public SessionRows(SessionsFolder sessions) {
        this.sessions = sessions;
    }

    /**
     * Newest first; with words, only sessions whose title or facts hold all of them, by the index of the folder.
     *
     * @param words as typed so far: the last one may still be a beginning
     */
    public List<SessionRow> of(String words) {
        try {
            var listings = sessions.catalog().list();
            var wanted = wanted(words);
            if (wanted.isEmpty()) {
                return listings.stream().map(listing -> row(listing, List.of())).toList();
            }
            var places = places(wanted);
            return listings.stream().filter(listing -> places.containsKey(listing.name()) || holds(listing, words))
                    .map(listing -> row(listing, places.getOrDefault(listing.name(), List.of()))).toList();
        } catch (StoreException unreadable) {
            return List.of();
        }
    }

    private static SessionRow row(Listing listing, List<String> places) {
        return new SessionRow(listing.name(), listing.title(), listing.status(), listing.startedAtMs(),
                listing.events(),
                listing.rehearsal(), listing.example(), listing.problem(), places);
    }

    private static List<String> wanted(String words) {
        var wanted = new ArrayList<String>();
        for (String word : words.strip().split("\\s+", -1)) {
            if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
                wanted.add(word);
            }
        }
        if (!wanted.isEmpty() && words.endsWith(wanted.getLast())) {
            wanted.add(wanted.removeLast() + "*");
        }
        return wanted;
    }

    /** What was found in each session, by its name. */
    private Map<String, List<String>> places(List<String> words) {
        var places = new LinkedHashMap<String, List<String>>();
        for (var hit : sessions.catalog().search(words, PLACES_MAX).hits()) {
            places.computeIfAbsent(hit.session(), name -> new ArrayList<>()).add(place(hit));
        }
        return places;
    }

    private static String place(SearchHit hit) {
        String where = (hit.task() + " " + hit.agent()).strip();
        return "#" + hit.seq() + "  " + (where.isEmpty() ? hit.type() : where) + "  "
                + HitLine.marked(hit).strip().replaceAll("\\s+", " ");
    }

    private static boolean holds(Listing listing, String words) {
        String title = listing.title().toLowerCase(Locale.ROOT);
        return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)).stream().allMatch(title::contains);
    }
}

package baton.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import baton.runtime.EventStore.StoreException;
import baton.runtime.SessionCatalog.Listing;
import baton.tui.state.Scene.SessionRow;
import baton.view.Projector;
import baton.view.SessionView;
import baton.view.text.Amounts;

/** The sessions of a folder as the screen lists them, and those among them that hold some words. */
final class SessionRows {
    private static final int PLACES_MAX = 20;
    private static final int SESSIONS_MAX = 200;

    private final SessionsFolder sessions;

    SessionRows(SessionsFolder sessions) {
        this.sessions = sessions;
    }

    /** Newest first; with words, only sessions whose title or sentences hold all of them. */
    List<SessionRow> of(String words) {
        try {
            var listings = sessions.catalog().list();
            String wanted = words.strip().toLowerCase(Locale.ROOT);
            if (wanted.isEmpty()) {
                return listings.stream().map(listing -> row(listing, List.of())).toList();
            }
            var rows = new ArrayList<SessionRow>();
            listings.stream().limit(SESSIONS_MAX).forEach(listing -> {
                var places = places(listing, wanted.split(" +"));
                if (!places.isEmpty() || holds(listing.title(), wanted.split(" +"))) {
                    rows.add(row(listing, places));
                }
            });
            return rows;
        } catch (StoreException unreadable) {
            return List.of();
        }
    }

    private static SessionRow row(Listing listing, List<String> places) {
        return new SessionRow(listing.name(), listing.title(), listing.status(), listing.startedAtMs(),
                listing.events(),
                listing.rehearsal(), listing.example(), listing.problem(), places);
    }

    private List<String> places(Listing listing, String[] words) {
        if (!listing.problem().isEmpty()) {
            return List.of();
        }
        var places = new ArrayList<String>();
        try (var record = sessions.catalog().openToRead(listing.file());
                var events = record.events(1, Long.MAX_VALUE)) {
            var view = SessionView.EMPTY;
            for (var facts = events.iterator(); facts.hasNext() && places.size() < PLACES_MAX;) {
                view = Projector.apply(view, facts.next());
                var line = view.transcript().get(view.transcript().size() - 1);
                String sentence = line.sentence().whole().value();
                if (holds(sentence, words)) {
                    places.add(Amounts.clock(line.runMs()) + "  " + sentence);
                }
            }
        } catch (StoreException unreadable) {
            return List.of();
        }
        return places;
    }

    private static boolean holds(String text, String[] words) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }
}

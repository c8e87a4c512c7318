package baton.cli.record;

import baton.runtime.SessionCatalog.Listing;

/**
 * A session as {@code sessions list --json} prints it; public because the JSON writer reads it from outside.
 *
 * @param forkedFrom the session it was forked from, or empty
 * @param forkedAt the last event that both have, or 0
 */
public record SessionLine(String name, String file, String title, String status, long events, long startedAtMs,
        boolean rehearsal, boolean example, String forkedFrom, long forkedAt, String problem) {
    private static final String AT = " at ";

    public static SessionLine of(Listing listing) {
        int at = listing.origin().lastIndexOf(AT);
        return new SessionLine(listing.name(), listing.file().toString(), listing.title(), listing.status(),
                listing.events(), listing.startedAtMs(), listing.rehearsal(), listing.example(),
                at < 0 ? "" : listing.origin().substring(0, at),
                at < 0 ? 0 : Long.parseLong(listing.origin().substring(at + AT.length())), listing.problem());
    }
}

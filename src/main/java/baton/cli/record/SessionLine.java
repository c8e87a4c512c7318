package baton.cli.record;

import baton.runtime.SessionCatalog.Listing;

/** A session as {@code sessions list --json} prints it; public because the JSON writer reads it from outside. */
public record SessionLine(String name, String file, String title, String status, long events, long startedAtMs,
        boolean rehearsal, boolean example, String problem) {
    public static SessionLine of(Listing listing) {
        return new SessionLine(listing.name(), listing.file().toString(), listing.title(), listing.status(),
                listing.events(), listing.startedAtMs(), listing.rehearsal(), listing.example(), listing.problem());
    }
}

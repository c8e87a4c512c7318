package baton.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import baton.engine.fact.SessionEvent.SessionResult;
import baton.runtime.SessionCatalog.Listing;
import baton.wire.Words;

/** What is known of a session as a whole; none of it is part of the hash chain. */
final class Meta {
    /** Where a session was forked from, as the list shows it. */
    static final String ORIGIN = "forked_from";

    private Meta() {}

    static void first(Connection connection, String title, long atMs) throws SQLException {
        put(connection, "title", title);
        put(connection, "started_at", Long.toString(atMs));
    }

    static void put(Connection connection, String key, String value) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO meta VALUES(?, ?) ON CONFLICT DO UPDATE SET value = excluded.value")) {
            statement.setString(1, key);
            statement.setString(2, value);
            statement.executeUpdate();
        }
    }

    /** Every opening to write has an epoch of its own; whoever holds an older one has lost the session. */
    static String nextEpoch(Connection connection) throws SQLException {
        Database.execute(connection, "BEGIN IMMEDIATE");
        try {
            String before = Database.text(connection, "SELECT value FROM meta WHERE key = 'epoch'").orElse("0");
            String epoch = Long.toString(Long.parseLong(before) + 1);
            put(connection, "epoch", epoch);
            Database.execute(connection, "COMMIT");
            return epoch;
        } catch (SQLException e) {
            Database.execute(connection, "ROLLBACK");
            throw e;
        }
    }

    static Listing listing(Path file, RecordReader reader, boolean underExamples) {
        long events = reader.lastSeq();
        return new Listing(file, reader.name(), reader.meta("title").orElse(""), startedAtMs(reader),
                status(file, reader, events),
                events, reader.meta("plan").orElse(""), reader.meta("mode").orElse("").equals("rehearsal"),
                underExamples || isMarkedExample(reader), reader.meta(ORIGIN).orElse(""), "");
    }

    static boolean isMarkedExample(RecordReader reader) {
        return reader.meta("example").orElse("").equals("true");
    }

    static boolean isExample(Connection connection) throws SQLException {
        return Database.text(connection, "SELECT value FROM meta WHERE key = 'example'").orElse("").equals("true");
    }

    private static long startedAtMs(RecordReader reader) {
        try {
            return Long.parseLong(reader.meta("started_at").orElse("0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String status(Path file, RecordReader reader, long events) {
        if (SessionLock.isHeld(file)) {
            return "running";
        }
        try (var last = reader.events(events, events)) {
            return last.findFirst()
                    .map(recorded -> recorded.event() instanceof SessionResult result
                            ? Words.of(result.status())
                            : "unfinished")
                    .orElse("unfinished");
        }
    }
}

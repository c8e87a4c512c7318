package baton.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;

/** The tables of a session file and their versions. A step of the list is never changed once it has been released. */
final class Schema {
    /** The four letters "batn". */
    static final int APPLICATION_ID = 0x6261746E;

    /** Step i brings a file from version i to version i + 1. */
    private static final List<List<String>> STEPS = List.of(List.of(
            "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
            """
                    CREATE TABLE input(n INTEGER PRIMARY KEY, at INTEGER NOT NULL, elapsed INTEGER NOT NULL,
                    type TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL) STRICT""",
            """
                    CREATE TABLE event(seq INTEGER PRIMARY KEY, n INTEGER NOT NULL REFERENCES input(n),
                    at INTEGER NOT NULL, type TEXT NOT NULL, version INTEGER NOT NULL, agent TEXT NOT NULL,
                    task TEXT NOT NULL, attempt INTEGER NOT NULL, cause INTEGER NOT NULL, body TEXT NOT NULL,
                    prev_hash TEXT NOT NULL, hash TEXT NOT NULL) STRICT""",
            """
                    CREATE TABLE chunk(turn TEXT NOT NULL, ordinal INTEGER NOT NULL, at INTEGER NOT NULL,
                    after_seq INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY(turn, ordinal)) STRICT, WITHOUT ROWID""",
            "CREATE TABLE blob(sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT"));

    static final int VERSION = STEPS.size();

    private Schema() {}

    /** Says what is wrong with a file that is not a session this program can read. */
    static void check(Connection connection, String session) throws SQLException {
        long application = Database.number(connection, "PRAGMA application_id");
        if (application != APPLICATION_ID) {
            throw new StoreException(Kind.NOT_OURS, session + " is not a session of baton");
        }
        long version = Database.number(connection, "PRAGMA user_version");
        if (version > VERSION) {
            throw new StoreException(Kind.FROM_THE_FUTURE,
                    "session " + session + " was written by a newer baton (format "
                            + version + "; this one knows up to " + VERSION + ")");
        }
    }

    /** Makes the tables of a new file, or brings those of an older one up to date; all or nothing. */
    static void bringUpToDate(Connection connection) throws SQLException {
        int version = (int) Database.number(connection, "PRAGMA user_version");
        if (version == VERSION) {
            return;
        }
        Database.execute(connection, "BEGIN IMMEDIATE");
        try {
            for (List<String> step : STEPS.subList(version, VERSION)) {
                for (String sql : step) {
                    Database.execute(connection, sql);
                }
            }
            Database.execute(connection, "PRAGMA application_id=" + APPLICATION_ID);
            Database.execute(connection, "PRAGMA user_version=" + VERSION);
            Database.execute(connection, "COMMIT");
        } catch (SQLException e) {
            Database.execute(connection, "ROLLBACK");
            throw e;
        }
    }
}

package baton.store;

import java.sql.SQLException;

import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;

/** Turns what SQLite reports into kinds of trouble and plain sentences. */
final class SqliteFaults {
    private static final int PRIMARY_CODE = 0xFF;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    private SqliteFaults() {}

    /** Something that talks to SQLite. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    static <T> T translated(String session, Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw translate(session, e);
        }
    }

    static StoreException translate(String session, SQLException e) {
        return switch (e.getErrorCode() & PRIMARY_CODE) {
            case FULL -> new StoreException(Kind.DISK_FULL,
                    "the disk is full; session " + session + " keeps everything up to its last event", e);
            case BUSY, LOCKED -> new StoreException(Kind.LOCKED,
                    "session " + session + " is busy in another process", e);
            case NOT_A_DATABASE -> new StoreException(Kind.NOT_OURS, session + " is not a session of baton", e);
            case CORRUPT -> new StoreException(Kind.DAMAGED,
                    "the file of session " + session + " is damaged: " + e.getMessage(), e);
            case CANNOT_OPEN -> new StoreException(Kind.BROKEN, "session " + session + " cannot be opened", e);
            case READ_ONLY -> new StoreException(Kind.BROKEN, "session " + session + " cannot be written to", e);
            default -> new StoreException(Kind.BROKEN,
                    "session " + session + " cannot be read or written: " + e.getMessage(), e);
        };
    }

    /** True where the file itself is no database, or none any more. */
    static boolean isBroken(SQLException e) {
        int code = e.getErrorCode() & PRIMARY_CODE;
        return code == CORRUPT || code == NOT_A_DATABASE;
    }

    static boolean cannotOpen(SQLException e) {
        int code = e.getErrorCode() & PRIMARY_CODE;
        return code == CANNOT_OPEN || code == READ_ONLY;
    }
}

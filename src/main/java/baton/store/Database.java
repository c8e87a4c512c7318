package baton.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens SQLite files with the settings that every session needs. */
final class Database {
    private static final int BUSY_MS = 5_000;

    private Database() {}

    /** For the one writer; the file must be there already. */
    static Connection toWrite(Path file) throws SQLException {
        var connection = open(file, "", false);
        return prepared(connection, "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL");
    }

    /**
     * Reads beside a writer, if there is one.
     *
     * <p>Not opened read-only: SQLite could then not tidy away the files that every reader of such a database makes.
     */
    static Connection toRead(Path file) throws SQLException {
        try {
            return prepared(firstRead(open(file, "", false)), "PRAGMA query_only=ON");
        } catch (SQLException e) {
            // In a directory that cannot be written SQLite cannot make those files. Without a log beside it the database
            // is complete in itself.
            if (SqliteFaults.cannotOpen(e) && !Files.exists(beside(file, "-wal"))) {
                return immutable(file);
            }
            throw e;
        }
    }

    /** For what can be made again: quick, and safe from a crash of this process. */
    static Connection toCache(Path file) throws SQLException {
        return prepared(open(file, "", false), "PRAGMA synchronous=NORMAL",
                "PRAGMA secure_delete=ON");
    }

    static Connection inMemory() throws SQLException {
        return new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
    }

    /** For files that nobody writes: no lock, no file beside it. */
    static Connection immutable(Path file) throws SQLException {
        return firstRead(open(file, "?mode=ro&immutable=1", true));
    }

    static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static Connection open(Path file, String query, boolean readOnly) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MS);
        if (readOnly) {
            config.setReadOnly(true);
        } else {
            config.resetOpenMode(SQLiteOpenMode.CREATE);
        }
        return prepared(
                config.createConnection("jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath() + query),
                "PRAGMA foreign_keys=ON", "PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON");
    }

    private static Connection prepared(Connection connection, String... pragmas) throws SQLException {
        try {
            for (String pragma : pragmas) {
                execute(connection, pragma);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** SQLite opens lazily; whether a file can be read shows with the first look. */
    private static Connection firstRead(Connection connection) throws SQLException {
        return prepared(connection, "SELECT count(*) FROM sqlite_schema");
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    static Optional<String> text(Connection connection, String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }
}

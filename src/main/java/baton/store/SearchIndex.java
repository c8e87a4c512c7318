package baton.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import baton.wire.StoredEvent;

/**
 * The words of all sessions of a directory, in a file of its own beside them, so that no session is written to.
 *
 * <p>It holds no text, only which word stands in which fact; what it lacks is read when somebody searches. Losing it loses
 * nothing. Where its file cannot be made or is in use, one is made in memory for this search alone.
 */
final class SearchIndex implements AutoCloseable {
    static final String FILE = "search.index";
    private static final String TOKENS = "tokenize='unicode61 remove_diacritics 2'";
    private static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS session(id INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE,"
                    + " seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT",
            "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text, content='', contentless_delete=1, " + TOKENS
                    + ")",
            "CREATE VIRTUAL TABLE temp.shown USING fts5(text, " + TOKENS + ")");
    /** A row of the index is the number of a session and that of a fact in one. */
    private static final int SEQ_BITS = 40;
    /** Texts of the program itself, which every session holds. */
    private static final String OPENING = "session.started";
    private static final int EXCERPT_WORDS = 18;
    private static final String MARK_START = "\u0002";
    private static final String MARK_END = "\u0003";

    private final Connection connection;

    private SearchIndex(Connection connection) {
        this.connection = connection;
    }

    /** Opens the directory's index; the directory need not be there. */
    static SearchIndex open(Path directory) {
        return onDisk(directory).orElseGet(() -> SqliteFaults.translated(FILE, () -> ready(Database.inMemory())));
    }

    private static Optional<SearchIndex> onDisk(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            if (!Files.isDirectory(directory)
                    || SessionFiles.isNetwork(Files.getFileStore(directory).type())) {
                return Optional.empty();
            }
            make(file);
            return Optional.of(ready(Database.toCache(file)));
        } catch (SQLException unusable) {
            return SqliteFaults.isBroken(unusable) ? remade(file) : Optional.empty();
        } catch (IOException unwritable) {
            return Optional.empty();
        }
    }

    private static void make(Path file) throws IOException {
        try {
            SessionFiles.makeFile(file);
        } catch (FileAlreadyExistsException thereAlready) {
            // That of an earlier search.
        }
    }

    private static Optional<SearchIndex> remade(Path file) {
        try {
            SessionFiles.remove(file);
            make(file);
            return Optional.of(ready(Database.toCache(file)));
        } catch (SQLException | IOException stillUnusable) {
            return Optional.empty();
        }
    }

    private static SearchIndex ready(Connection connection) throws SQLException {
        try {
            for (String table : TABLES) {
                Database.execute(connection, table);
            }
            Database.execute(connection, "BEGIN IMMEDIATE");
            return new SearchIndex(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Takes in what a session has recorded since the last search; a session that was replaced is read anew. */
    void update(Path file, RecordReader reader) throws SQLException {
        Database.execute(connection, "SAVEPOINT session");
        boolean whole = false;
        try {
            takeIn(file, reader);
            whole = true;
        } finally {
            // Of a session that cannot be read to its end nothing is kept, else it would be taken in twice.
            Database.execute(connection, whole ? "RELEASE session" : "ROLLBACK TO session");
        }
    }

    private void takeIn(Path file, RecordReader reader) throws SQLException {
        long id = id(file);
        long known = Database.number(connection, "SELECT seq FROM session WHERE id = " + id);
        String hash = Database.text(connection, "SELECT hash FROM session WHERE id = " + id).orElse("");
        if (known > 0 && !reader.hashAt(known).equals(hash)) {
            forget(id);
            known = 0;
        }
        long last = reader.lastSeq();
        if (last > known) {
            add(id, reader, known + 1, last);
            try (var statement = connection.prepareStatement("UPDATE session SET seq = ?, hash = ? WHERE id = ?")) {
                statement.setLong(1, last);
                statement.setString(2, reader.hashAt(last));
                statement.setLong(3, id);
                statement.executeUpdate();
            }
        }
    }

    private void add(long id, RecordReader reader, long from, long to) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO words(rowid, text) VALUES(?, ?)");
                var events = reader.eventRows(from, to)) {
            for (var rows = events.iterator(); rows.hasNext();) {
                StoredEvent event = rows.next();
                if (!event.type().equals(OPENING)) {
                    insert.setLong(1, row(id, event.seq()));
                    insert.setString(2, reader.words(event));
                    insert.executeUpdate();
                }
            }
        }
    }

    /** Drops what stands there of sessions that are gone, so that no word of them can be found in the file either. */
    void keepOnly(List<Path> files) throws SQLException {
        var kept = new TreeSet<>(files.stream().map(Path::toString).toList());
        boolean dropped = false;
        for (String file : known()) {
            if (!kept.contains(file)) {
                forget(id(Path.of(file)));
                dropped = true;
            }
        }
        if (dropped) {
            Database.execute(connection, "INSERT INTO words(words) VALUES('optimize')");
        }
    }

    private List<String> known() throws SQLException {
        List<String> values = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT file FROM session")) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private long id(Path file) throws SQLException {
        try (var insert = connection
                .prepareStatement("INSERT INTO session(file, seq, hash) VALUES(?, 0, '') ON CONFLICT DO NOTHING")) {
            insert.setString(1, file.toString());
            insert.executeUpdate();
        }
        return Long.parseLong(
                Database.text(connection, "SELECT id FROM session WHERE file = ?", file.toString()).orElseThrow());
    }

    private void forget(long id) throws SQLException {
        Database.execute(connection, "DELETE FROM words WHERE rowid BETWEEN " + row(id, 0) + " AND " + row(id + 1, -1));
        Database.execute(connection, "DELETE FROM session WHERE id = " + id);
    }

    private static long row(long id, long seq) {
        return (id << SEQ_BITS) + seq;
    }

    /** How many facts of a session hold the words. */
    long count(Path file, String query) throws SQLException {
        long id = id(file);
        try (var statement = connection.prepareStatement(
                "SELECT count(*) FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?")) {
            bind(statement, query, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** Their numbers, the first ones first. */
    List<Long> find(Path file, String query, long max) throws SQLException {
        long id = id(file);
        List<Long> found = new ArrayList<>();
        try (var statement = connection.prepareStatement(
                "SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?")) {
            bind(statement, query, id);
            statement.setLong(4, max);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1) - row(id, 0));
                }
            }
        }
        return found;
    }

    private static void bind(PreparedStatement statement, String query, long id) throws SQLException {
        statement.setString(1, query);
        statement.setLong(2, row(id, 0));
        statement.setLong(3, row(id + 1, -1));
    }

    /** The words in what stands around them, by the same rules that found them. */
    List<SearchHit.Piece> excerpt(String text, String query) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO temp.shown(rowid, text) VALUES(1, ?)");
                var select = connection.prepareStatement("SELECT snippet(shown, 0, '" + MARK_START + "', '" + MARK_END
                        + "', '…', " + EXCERPT_WORDS + ") FROM temp.shown WHERE shown MATCH ?")) {
            insert.setString(1, text.replace(MARK_START, " ").replace(MARK_END, " "));
            insert.executeUpdate();
            select.setString(1, query);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? pieces(rows.getString(1)) : List.of();
            }
        } finally {
            Database.execute(connection, "DELETE FROM temp.shown");
        }
    }

    private static List<SearchHit.Piece> pieces(String marked) {
        List<SearchHit.Piece> pieces = new ArrayList<>();
        String rest = marked.replaceAll("\\s+", " ").strip();
        while (!rest.isEmpty()) {
            int start = rest.indexOf(MARK_START);
            int end = rest.indexOf(MARK_END, Math.max(0, start));
            if (start < 0 || end < 0) {
                pieces.add(new SearchHit.Piece(rest, false));
                return pieces;
            }
            if (start > 0) {
                pieces.add(new SearchHit.Piece(rest.substring(0, start), false));
            }
            pieces.add(new SearchHit.Piece(rest.substring(start + 1, end), true));
            rest = rest.substring(end + 1);
        }
        return pieces;
    }

    /** Takes out of a directory's index, where it has one, what stands there of sessions that are gone. */
    static void tidy(Path directory, List<Path> files) {
        if (Files.exists(directory.resolve(FILE))) {
            try (var index = open(directory)) {
                SqliteFaults.translated(FILE, () -> {
                    index.keepOnly(files);
                    return true;
                });
            }
        }
    }

    /** Keeps what was read. */
    @Override
    public void close() {
        SqliteFaults.translated(FILE, () -> {
            try (connection) {
                Database.execute(connection, "COMMIT");
                return true;
            }
        });
    }
}

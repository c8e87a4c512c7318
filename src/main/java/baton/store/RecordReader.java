package baton.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import baton.engine.Input.Stamped;
import baton.engine.fact.RecordedEvent;
import baton.runtime.Content;
import baton.runtime.EventStore.Chunk;
import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;
import baton.runtime.SessionRecord;
import baton.wire.Blob;
import baton.wire.StoredEvent;
import baton.wire.StoredInput;
import baton.wire.StoredWords;
import baton.wire.WireException;

/** Reads a session through a connection of its own, so that it never sees half a group. Any thread may use it. */
final class RecordReader implements SessionRecord {
    private static final int PAGE_ROWS = 1_000;
    private static final String EVENT_COLUMNS = "seq, n, at, type, version, agent, task, attempt, cause, body, prev_hash, hash";

    private final String name;
    private final Connection connection;
    private final Rows rows;
    private final ReentrantLock turn = new ReentrantLock();
    private final Blob.Source blobs = this::bytes;

    RecordReader(String name, Connection connection, Rows rows) {
        this.name = name;
        this.connection = connection;
        this.rows = rows;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Stream<RecordedEvent> events(long from, long to) {
        return eventRows(from, to).map(row -> rows.recorded(row, blobs));
    }

    Stream<StoredEvent> eventRows(long from, long to) {
        long end = Math.min(to, lastSeq());
        return Pages.stream(from - 1, after -> eventPage(after, end), StoredEvent::seq);
    }

    /** Every text of an event, in the order of its record. */
    String words(StoredEvent row) {
        return StoredWords.of(row.body(), blobs);
    }

    @Override
    public String hashAt(long seq) {
        return locked(() -> Database.text(connection, "SELECT hash FROM event WHERE seq = ?", Long.toString(seq))
                .orElse(""));
    }

    RecordedEvent recorded(StoredEvent row) {
        return rows.recorded(row, blobs);
    }

    @Override
    public Stream<Stamped> inputs(long from) {
        return inputRows(from).map(row -> rows.stamped(row, blobs));
    }

    Stream<StoredInput> inputRows(long from) {
        long end = number("SELECT max(n) FROM input");
        return Pages.stream(from - 1, after -> inputPage(after, end), StoredInput::n);
    }

    long lastSeq() {
        return number("SELECT max(seq) FROM event");
    }

    long number(String sql) {
        return locked(() -> Database.number(connection, sql));
    }

    Optional<String> meta(String key) {
        return locked(() -> Database.text(connection, "SELECT value FROM meta WHERE key = ?", key));
    }

    private List<StoredEvent> eventPage(long after, long end) {
        return page("SELECT " + EVENT_COLUMNS + " FROM event WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?", after,
                end, RecordReader::eventRow);
    }

    private List<StoredInput> inputPage(long after, long end) {
        return page("SELECT n, at, elapsed, type, version, body FROM input WHERE n > ? AND n <= ? ORDER BY n LIMIT ?",
                after, end, RecordReader::inputRow);
    }

    /** Makes a value of the row a result set stands on. */
    @FunctionalInterface
    private interface RowReading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> page(String sql, long after, long end, RowReading<T> reading) {
        return locked(() -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, after);
                statement.setLong(2, end);
                statement.setInt(3, PAGE_ROWS);
                return all(statement, reading);
            }
        });
    }

    private static <T> List<T> all(PreparedStatement statement, RowReading<T> reading) throws SQLException {
        List<T> values = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                values.add(reading.read(row));
            }
        }
        return values;
    }

    private static StoredEvent eventRow(ResultSet row) throws SQLException {
        return new StoredEvent(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4), row.getInt(5),
                row.getString(6), row.getString(7), row.getInt(8), row.getLong(9), row.getBytes(10),
                row.getString(11), row.getString(12));
    }

    private static StoredInput inputRow(ResultSet row) throws SQLException {
        return new StoredInput(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4), row.getInt(5),
                row.getBytes(6));
    }

    @Override
    public List<Chunk> chunks(String turnId) {
        return locked(() -> {
            try (var statement = connection.prepareStatement(
                    "SELECT turn, ordinal, at, after_seq, text FROM chunk WHERE turn = ? ORDER BY ordinal")) {
                statement.setString(1, turnId);
                return all(statement, RecordReader::chunk);
            }
        });
    }

    /** All chunks, sorted by turn and ordinal, a page at a time; an empty turn begins. */
    List<Chunk> chunksAfter(String turnId, int ordinal) {
        return locked(() -> {
            try (var statement = connection.prepareStatement("SELECT turn, ordinal, at, after_seq, text FROM chunk"
                    + " WHERE (turn, ordinal) > (?, ?) ORDER BY turn, ordinal LIMIT ?")) {
                statement.setString(1, turnId);
                statement.setInt(2, ordinal);
                statement.setInt(3, PAGE_ROWS);
                return all(statement, RecordReader::chunk);
            }
        });
    }

    private static Chunk chunk(ResultSet row) throws SQLException {
        return new Chunk(row.getString(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getString(5));
    }

    @Override
    public Optional<Content> content(String sha256) {
        return locked(() -> {
            try (var statement = connection.prepareStatement("SELECT bytes FROM blob WHERE sha256 = ?")) {
                statement.setString(1, sha256);
                return all(statement, row -> new Content(sha256, row.getBytes(1))).stream().findFirst();
            }
        });
    }

    private byte[] bytes(String sha256) {
        return content(sha256).map(Content::bytes).orElseThrow(() -> new WireException(
                WireException.Kind.CONTENT_MISSING, "a text kept apart is missing: " + sha256));
    }

    @Override
    public Optional<Damage> findDamage() {
        return new DamageSearch(this).first();
    }

    @Override
    public String headHash() {
        return locked(() -> Database.text(connection, "SELECT hash FROM event ORDER BY seq DESC LIMIT 1").orElse(""));
    }

    @Override
    public void close() {
        turn.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqliteFaults.translate(name, e);
        } finally {
            turn.unlock();
        }
    }

    /** A complete file of its own, made by SQLite. */
    void copyInto(Path target) {
        locked(() -> {
            // The guard against writing by mistake would also stop a copy from being written.
            Database.execute(connection, "PRAGMA query_only=OFF");
            try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
                statement.setString(1, target.toAbsolutePath().toString());
                return statement.execute();
            } finally {
                Database.execute(connection, "PRAGMA query_only=ON");
            }
        });
    }

    List<String> blobNames() {
        return locked(() -> {
            try (var statement = connection.prepareStatement("SELECT sha256 FROM blob ORDER BY sha256")) {
                return all(statement, row -> row.getString(1));
            }
        });
    }

    private <T> T locked(SqliteFaults.Work<T> work) {
        turn.lock();
        try {
            if (connection.isClosed()) {
                throw new StoreException(Kind.BROKEN, "session " + name + " is closed");
            }
            return work.run();
        } catch (SQLException e) {
            throw SqliteFaults.translate(name, e);
        } finally {
            turn.unlock();
        }
    }
}

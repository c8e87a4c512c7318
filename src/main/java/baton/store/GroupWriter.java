package baton.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import baton.engine.WellFormed;
import baton.runtime.Content;
import baton.runtime.EventStore.Chunk;
import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;
import baton.wire.StoredEvent;
import baton.wire.StoredInput;

/**
 * Writes groups of rows, each in one transaction that also checks that this is still the owner.
 *
 * <p>What is known of the head moves only after a commit, and is read anew after every failure: a disk that fails at the
 * wrong moment may have kept what it did not acknowledge.
 */
final class GroupWriter {
    private final String session;
    private final Connection connection;
    private final String epoch;
    private final HashChain chain = new HashChain();
    private Optional<Head> head = Optional.empty();
    private Optional<Statements> statements = Optional.empty();

    /**
     * Where the record ends.
     *
     * @param uncovered inputs after the last event, which the next event's hash takes in
     */
    record Head(long seq, long n, long eventN, String hash, List<StoredInput> uncovered) {}

    /** What one group puts into the tables; {@code meta} is about the session as a whole. */
    record RowGroup(List<StoredInput> inputs, List<StoredEvent> events, List<Chunk> chunks, List<Content> contents,
            Map<String, String> meta) {}

    private record Statements(PreparedStatement epoch, PreparedStatement input, PreparedStatement event,
            PreparedStatement chunk, PreparedStatement blob, PreparedStatement meta) {
        List<PreparedStatement> all() {
            return List.of(epoch, input, event, chunk, blob, meta);
        }
    }

    GroupWriter(String session, Connection connection, String epoch) {
        this.session = session;
        this.connection = connection;
        this.epoch = epoch;
    }

    void write(RowGroup group) {
        try {
            Database.execute(connection, "BEGIN IMMEDIATE");
            Head after = insert(prepared(), group);
            Database.execute(connection, "COMMIT");
            head = Optional.of(after);
        } catch (SQLException e) {
            forget(e);
            throw SqliteFaults.translate(session, e);
        } catch (RuntimeException e) {
            forget(e);
            throw e;
        }
    }

    private Head insert(Statements to, RowGroup group) throws SQLException {
        checkOwner(to.epoch());
        Head before = head.isPresent() ? head.get() : readHead();
        for (Content content : group.contents()) {
            insert(to.blob(), content);
        }
        long n = before.n();
        for (StoredInput input : group.inputs()) {
            expect(++n, input.n(), "input");
            insert(to.input(), input);
        }
        Head after = insertEvents(to.event(), group, new Head(before.seq(), n, before.eventN(), before.hash(),
                joined(before.uncovered(), group.inputs())));
        for (Chunk chunk : group.chunks()) {
            insert(to.chunk(), chunk);
        }
        for (var entry : group.meta().entrySet()) {
            to.meta().setString(1, entry.getKey());
            to.meta().setString(2, WellFormed.text(entry.getValue()));
            to.meta().executeUpdate();
        }
        return after;
    }

    private Head insertEvents(PreparedStatement to, RowGroup group, Head before) throws SQLException {
        long seq = before.seq();
        long n = before.eventN();
        String hash = before.hash();
        int covered = 0;
        var uncovered = before.uncovered();
        for (StoredEvent event : group.events()) {
            expect(++seq, event.seq(), "event");
            if (event.n() < n || event.n() > before.n()) {
                throw new IllegalArgumentException("event " + seq + " names input " + event.n()
                        + ", which is not between " + n + " and " + before.n());
            }
            n = event.n();
            int end = covered;
            while (end < uncovered.size() && uncovered.get(end).n() <= n) {
                end++;
            }
            String next = chain.hash(hash, uncovered.subList(covered, end), event);
            if (!event.hash().isEmpty() && !event.hash().equals(next)) {
                throw new StoreException(Kind.DAMAGED,
                        "event " + seq + " (" + event.type() + "), or an input before it, does not match its hash");
            }
            insert(to, event.chained(hash, next));
            hash = next;
            covered = end;
        }
        return new Head(seq, before.n(), n, hash, List.copyOf(uncovered.subList(covered, uncovered.size())));
    }

    private static List<StoredInput> joined(List<StoredInput> before, List<StoredInput> added) {
        List<StoredInput> both = new ArrayList<>(before);
        both.addAll(added);
        return both;
    }

    private static void expect(long expected, long found, String what) {
        if (expected != found) {
            throw new IllegalArgumentException(what + " " + found + " where " + expected + " was expected");
        }
    }

    private void checkOwner(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            if (!rows.next() || !rows.getString(1).equals(epoch)) {
                throw new StoreException(Kind.TAKEN_OVER, "another process has taken session " + session + " over");
            }
        }
    }

    private Head readHead() throws SQLException {
        long seq = Database.number(connection, "SELECT max(seq) FROM event");
        long eventN = Database.number(connection, "SELECT n FROM event WHERE seq = " + seq);
        String hash = Database.text(connection, "SELECT hash FROM event ORDER BY seq DESC LIMIT 1").orElse("");
        List<StoredInput> uncovered = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT n, at, elapsed, type, version, body FROM input WHERE n > " + eventN + " ORDER BY n")) {
            while (rows.next()) {
                uncovered.add(new StoredInput(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getString(4),
                        rows.getInt(5), rows.getBytes(6)));
            }
        }
        return new Head(seq, Database.number(connection, "SELECT max(n) FROM input"), eventN, hash, uncovered);
    }

    private static void insert(PreparedStatement to, StoredInput input) throws SQLException {
        to.setLong(1, input.n());
        to.setLong(2, input.atMs());
        to.setLong(3, input.elapsedMs());
        to.setString(4, input.type());
        to.setInt(5, input.version());
        to.setBytes(6, input.body());
        to.executeUpdate();
    }

    private static void insert(PreparedStatement to, StoredEvent event) throws SQLException {
        to.setLong(1, event.seq());
        to.setLong(2, event.n());
        to.setLong(3, event.atMs());
        to.setString(4, event.type());
        to.setInt(5, event.version());
        to.setString(6, event.agent());
        to.setString(7, event.task());
        to.setInt(8, event.attempt());
        to.setLong(9, event.cause());
        to.setBytes(10, event.body());
        to.setString(11, event.prevHash());
        to.setString(12, event.hash());
        to.executeUpdate();
    }

    private static void insert(PreparedStatement to, Chunk chunk) throws SQLException {
        to.setString(1, WellFormed.text(chunk.turn()));
        to.setInt(2, chunk.ordinal());
        to.setLong(3, chunk.atMs());
        to.setLong(4, chunk.afterSeq());
        to.setString(5, WellFormed.text(chunk.text()));
        to.executeUpdate();
    }

    private static void insert(PreparedStatement to, Content content) throws SQLException {
        to.setString(1, content.sha256());
        to.setBytes(2, content.bytes());
        to.executeUpdate();
    }

    private Statements prepared() throws SQLException {
        if (statements.isPresent()) {
            return statements.get();
        }
        // The cast stores the UTF-8 we already have as text, without a detour over a string.
        var made = new Statements(
                connection.prepareStatement("SELECT value FROM meta WHERE key = 'epoch'"),
                connection.prepareStatement("INSERT INTO input VALUES(?, ?, ?, ?, ?, CAST(? AS TEXT))"),
                connection.prepareStatement(
                        "INSERT INTO event VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?, ?)"),
                connection.prepareStatement("INSERT INTO chunk VALUES(?, ?, ?, ?, ?)"),
                connection.prepareStatement("INSERT INTO blob VALUES(?, ?) ON CONFLICT DO NOTHING"),
                connection.prepareStatement(
                        "INSERT INTO meta VALUES(?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"));
        statements = Optional.of(made);
        return made;
    }

    /** Statements that have seen a full disk do not recover, and the transaction may or may not be open still. */
    private void forget(Exception failure) {
        head = Optional.empty();
        var broken = statements;
        statements = Optional.empty();
        try {
            if (broken.isPresent()) {
                for (PreparedStatement statement : broken.get().all()) {
                    statement.close();
                }
            }
            if (!connection.isClosed()) {
                Database.execute(connection, "ROLLBACK");
            }
        } catch (SQLException further) {
            // SQLite may have rolled back by itself; the failure that matters is the first.
            failure.addSuppressed(further);
        }
    }
}

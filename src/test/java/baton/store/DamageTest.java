package baton.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import baton.engine.Command;
import baton.engine.Input;
import baton.engine.fact.LimitEvent.RedFlagRaised;
import baton.engine.fact.RecordedEvent;
import baton.runtime.Content;
import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;
import baton.runtime.SessionRecord.Damage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DamageTest {
    private static final int FLIPS = Boolean.getBoolean("baton.deep") ? 1000 : 40;
    private static final int EVENTS = 7;
    private static final int CUTS = Boolean.getBoolean("baton.deep") ? 500 : 25;

    @TempDir
    Path directory;

    private final Sample sample = new Sample();

    @Test
    void aChangedBodyNamesItsEvent() throws Exception {
        assertDamage("UPDATE event SET body = replace(body, 'a 2', 'a 3') WHERE seq = 3",
                new Damage(3, "task.progressed",
                        "event 3 (task.progressed): it, or an input before it, does not match its hash"));
    }

    @Test
    void everyColumnIsCovered() throws Exception {
        for (String change : List.of("at = at + 1", "type = 'task.claimed'", "version = 2", "agent = 'bob'",
                "task = 'T-2'", "attempt = 2", "cause = 2", "n = n + 1", "prev_hash = hash", "hash = prev_hash")) {
            assertEquals(5, damage("UPDATE event SET " + change + " WHERE seq = 5").orElseThrow().seq(), change);
        }
        for (String change : List.of("at = at + 1", "elapsed = 99", "type = 'tick'", "version = 2",
                "body = replace(body, 'go', 'no')")) {
            assertEquals(5, damage("UPDATE input SET " + change + " WHERE n = 4").orElseThrow().seq(), change);
        }
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        assertDamage("DELETE FROM event WHERE seq = 4", new Damage(4, "", "event 4 is missing"));
        assertDamage("DELETE FROM event WHERE seq = 1", new Damage(1, "", "event 1 is missing"));
        assertDamage("DELETE FROM input WHERE n = 3", new Damage(5, "task.progressed",
                "event 5 (task.progressed): input 3, which led to it, is missing"));
    }

    @Test
    void aSessionWithAGapIsNotGoneOnWith() throws Exception {
        Path file = made();
        sql(file, "DELETE FROM event WHERE seq = 4");
        var thrown = assertThrows(StoreException.class, () -> catalog().openToWrite(file));
        assertEquals(Kind.DAMAGED, thrown.kind(), thrown::toString);
        try (var record = catalog().openToRead(file)) {
            assertEquals(3, record.events(1, 4).count());
        }
    }

    @Test
    void changedAndMissingContentsAreFound() throws Exception {
        String text = "long ".repeat(5_000);
        Path file;
        try (var store = catalog().create("blobs", Sample.START_MS)) {
            store.append(sample.opening());
            store.append(Sample.with(sample.group(List.of(new Input.Tick()), List.of(new RedFlagRaised("c", text))),
                    List.of(), List.of(Content.of("kept"))));
            file = directory.resolve(store.name() + ".db");
        }
        Path changed = copy(file);
        sql(changed,
                "UPDATE blob SET bytes = CAST('other' AS BLOB) WHERE sha256 = '" + Content.of(text).sha256() + "'");
        assertEquals(Optional.of(new Damage(3, "redflag.raised",
                "event 3 (redflag.raised): a long text of it is missing or changed")), damageOf(changed));
        Path missing = copy(file);
        sql(missing, "DELETE FROM blob WHERE length(bytes) > 100");
        assertEquals(3, damageOf(missing).orElseThrow().seq());
        try (var record = catalog().openToRead(missing)) {
            assertEquals(Kind.DAMAGED, assertThrows(StoreException.class, () -> record.events(3, 3).toList()).kind());
        }
        Path kept = copy(file);
        sql(kept, "UPDATE blob SET bytes = CAST('keep' AS BLOB) WHERE length(bytes) = 4");
        assertEquals("kept content " + Content.of("kept").sha256() + " has been changed",
                damageOf(kept).orElseThrow().message());
    }

    @Test
    void everyFlippedBitOfABodyIsFound() throws Exception {
        Path file = made();
        var random = new Random(20);
        for (int flip = 0; flip < FLIPS; flip++) {
            Path copy = copy(file);
            long seq = 1L + random.nextInt(EVENTS);
            boolean input = random.nextInt(4) == 0;
            flip(copy, input ? "input" : "event", input ? 1L + random.nextInt(3) : seq, random);
            var found = damageOf(copy);
            assertTrue(found.isPresent(), "flip " + flip);
            if (!input) {
                assertEquals(seq, found.get().seq(), "flip " + flip);
            }
            Files.delete(copy);
        }
    }

    private static void flip(Path file, String table, long key, Random random) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            byte[] body;
            String where = " WHERE " + (table.equals("input") ? "n" : "seq") + " = " + key;
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT body FROM " + table + where)) {
                assertTrue(rows.next());
                body = rows.getBytes(1);
            }
            // The lowest bit only, so that the body stays text for SQLite.
            body[random.nextInt(body.length)] ^= 1;
            try (var update = connection.prepareStatement(
                    "UPDATE " + table + " SET body = CAST(? AS TEXT)" + where)) {
                update.setBytes(1, body);
                update.executeUpdate();
            }
        }
    }

    @Test
    void aLogCutAnywhereLeavesACleanBeginning() throws Exception {
        Path live = directory.resolve("live");
        var random = new Random(4);
        byte[] database;
        byte[] log;
        List<RecordedEvent> all;
        try (var store = new SqliteCatalog(live, List.of()).create("cut", Sample.START_MS)) {
            store.append(sample.opening());
            for (int i = 0; i < 40; i++) {
                store.append(sample.next());
            }
            all = store.events(1, Long.MAX_VALUE).toList();
            Path file = live.resolve(store.name() + ".db");
            database = bytesFromAnotherProcess(file);
            log = bytesFromAnotherProcess(Database.beside(file, "-wal"));
        }
        for (int cut = 0; cut < CUTS; cut++) {
            Path file = directory.resolve("cut" + cut + ".db");
            Files.write(file, database);
            Files.write(Database.beside(file, "-wal"), Arrays.copyOf(log, random.nextInt(log.length)));
            assertCleanBeginning(all, file, "cut " + cut);
        }
    }

    private void assertCleanBeginning(List<RecordedEvent> all, Path file, String message) {
        try (var record = catalog().openToRead(file)) {
            var events = record.events(1, Long.MAX_VALUE).toList();
            assertEquals(all.subList(0, events.size()), events, message);
            assertEquals(Optional.empty(), record.findDamage(), message);
        } catch (StoreException e) {
            // Cut before the first commit there are no tables yet.
            assertEquals(Kind.NOT_OURS, e.kind(), message);
        }
    }

    /** Read by {@code cat}: reading an open database in our own process would drop SQLite's locks. */
    private static byte[] bytesFromAnotherProcess(Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder("cat", file.toString()).start();
        byte[] bytes = process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor());
        return bytes;
    }

    private void assertDamage(String sql, Damage expected) throws Exception {
        assertEquals(Optional.of(expected), damage(sql));
    }

    private Optional<Damage> damage(String sql) throws Exception {
        Path file = made();
        sql(file, sql);
        return damageOf(file);
    }

    private Optional<Damage> damageOf(Path file) {
        try (var record = catalog().openToRead(file)) {
            return record.findDamage();
        }
    }

    private Path made() {
        var own = new Sample();
        try (var store = catalog().create("made", Sample.START_MS)) {
            store.append(own.opening());
            store.append(own.next());
            store.append(own.next());
            store.append(own.next());
            store.append(own.group(List.of(new Command.Say("", "", "more", "you")), List.of(own.progress("z"))));
            assertEquals(EVENTS, own.seq());
            return directory.resolve(store.name() + ".db");
        }
    }

    private Path copy(Path file) {
        Path copy = directory.resolve("copy" + System.nanoTime() + ".db");
        catalog().copy(file, copy, false);
        return copy;
    }

    private static void sql(Path file, String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private SqliteCatalog catalog() {
        return new SqliteCatalog(directory, List.of());
    }
}

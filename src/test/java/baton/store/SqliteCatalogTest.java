package baton.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;

import baton.engine.Input;
import baton.engine.fact.SessionEvent.Counts;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.engine.fact.SessionEvent.Status;
import baton.engine.fact.Usage;
import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;
import baton.runtime.SessionCatalog.Found;
import baton.runtime.SessionCatalog.Listing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SqliteCatalogTest {
    private static final SessionResult RESULT = new SessionResult(Status.COMPLETE, 0,
            new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), Usage.NONE, 0, false, 0, List.of(), List.of(), "",
            List.of());

    @TempDir
    Path top;

    @Test
    void aNameIsMadeOfTitleTimeAndChance() {
        try (var store = catalog().create("Übergabe: Phase #1 / Ärger!", Sample.START_MS)) {
            assertTrue(store.name().matches("ubergabe-phase-1-arger-20261120-1000-[a-z2-9]{4}"), store.name());
        }
        assertEquals("session", SessionName.slug("¿¿"));
        assertEquals("a".repeat(40), SessionName.slug("a".repeat(60)));
    }

    @Test
    void theListIsNewestFirstAndSaysHowEachStands() {
        Path done = made("done", Sample.START_MS, true);
        Path cut = made("cut", Sample.START_MS + 60_000, false);
        try (var live = catalog().create("live", Sample.START_MS + 120_000)) {
            assertEquals(List.of(
                    new Listing(top.resolve("sessions").resolve(live.name() + ".db"), live.name(), "live",
                            Sample.START_MS + 120_000, "running", 0, "", false, false, "", ""),
                    new Listing(cut, SessionName.of(cut), "cut", Sample.START_MS + 60_000, "unfinished", 2,
                            "Ten analysts", true, false, "", ""),
                    new Listing(done, SessionName.of(done), "done", Sample.START_MS, "complete", 3, "Ten analysts",
                            true, false, "", "")),
                    catalog().list());
        }
    }

    @Test
    void looksAtRunningSessionsDoNotTakeTheirLock() {
        try (var live = catalog().create("live", Sample.START_MS)) {
            catalog().list();
            catalog().list();
            assertThrows(StoreException.class,
                    () -> catalog().openToWrite(top.resolve("sessions/" + live.name() + ".db")));
        }
    }

    @Test
    void aSessionIsFoundByNamePrefixFileOrLast() {
        Path old = made("alpha", Sample.START_MS, true);
        Path newer = made("alpine", Sample.START_MS + 1, false);
        assertEquals(new Found.One(old), catalog().find(SessionName.of(old)));
        assertEquals(new Found.One(old), catalog().find("alph"));
        assertEquals(new Found.One(newer), catalog().find("last"));
        assertEquals(new Found.One(old), catalog().find(old.toString()));
        assertEquals(new Found.One(old), catalog().find(String.valueOf(old.getFileName())));
        assertEquals(new Found.Several(List.of(SessionName.of(old), SessionName.of(newer))), catalog().find("alp"));
        assertEquals(new Found.Nothing(List.of(SessionName.of(newer), SessionName.of(old))), catalog().find("alpne"));
        assertEquals(new Found.Nothing(List.of(SessionName.of(newer), SessionName.of(old))),
                catalog().find("/nowhere/alpin.db"));
    }

    @Test
    void withoutASessionNothingIsFound() {
        assertEquals(new Found.Nothing(List.of()), catalog().find("last"));
        assertEquals(List.of(), catalog().list());
    }

    @Test
    void examplesAreListedAndFoundButNeverLastNorWritten() throws IOException {
        Path source = made("example", Sample.START_MS + 5, true);
        Files.createDirectories(top.resolve("examples"));
        Path example = top.resolve("examples/ten.db");
        catalog().copy(source, example, true);
        catalog().delete(source);
        Path own = made("own", Sample.START_MS, true);
        assertEquals(List.of(true, false), catalog().list().stream().map(Listing::example).toList());
        assertEquals(new Found.One(own), catalog().find("last"));
        assertEquals(new Found.One(example), catalog().find("ten"));
        assertEquals(Kind.NOT_OURS, assertThrows(StoreException.class, () -> catalog().openToWrite(example)).kind());
        assertEquals(Kind.NOT_OURS, assertThrows(StoreException.class, () -> catalog().delete(example)).kind());
        try (var record = catalog().openToRead(example)) {
            assertEquals(3, record.events(1, Long.MAX_VALUE).count());
            assertTrue(record.findDamage().isEmpty());
        }
        try (var files = Files.list(top.resolve("examples"))) {
            assertEquals(List.of(example), files.toList());
        }
    }

    @Test
    void aMarkedCopyIsAnExampleWhereverItLies() {
        Path source = made("marked", Sample.START_MS, true);
        Path copy = source.resolveSibling("copy.db");
        catalog().copy(source, copy, true);
        assertEquals(new Found.One(source), catalog().find("last"));
        assertEquals(Kind.NOT_OURS, assertThrows(StoreException.class, () -> catalog().openToWrite(copy)).kind());
        assertThrows(StoreException.class, () -> catalog().copy(source, copy, true));
    }

    @Test
    void aCopyOfARunningSessionIsComplete() {
        try (var store = catalog().create("live", Sample.START_MS)) {
            store.append(new Sample().opening());
            Path copy = top.resolve("copy.db");
            catalog().copy(top.resolve("sessions/" + store.name() + ".db"), copy, false);
            try (var record = catalog().openToRead(copy)) {
                assertEquals(store.headHash(), record.headHash());
            }
        }
    }

    @Test
    void deletingRemovesEveryPartAndIsRefusedWhileTheSessionRuns() throws IOException {
        Path file = made("gone", Sample.START_MS, true);
        try (var store = catalog().openToWrite(file)) {
            assertEquals(Kind.LOCKED, assertThrows(StoreException.class, () -> catalog().delete(file)).kind());
            assertEquals(3, store.events(1, Long.MAX_VALUE).count());
        }
        catalog().delete(file);
        try (var files = Files.list(top.resolve("sessions"))) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void whatIsNoSessionIsRefusedUnharmedAndListedWithTheReason() throws Exception {
        Path place = Files.createDirectories(top.resolve("sessions"));
        Path text = Files.writeString(place.resolve("text.db"), "# not a database\n".repeat(300));
        Path empty = Files.createFile(place.resolve("empty.db"));
        Path foreign = place.resolve("foreign.db");
        sql(foreign, "CREATE TABLE shopping(item)");
        for (Path file : List.of(text, empty, foreign)) {
            byte[] before = Files.readAllBytes(file);
            assertEquals(Kind.NOT_OURS, kindOfOpening(file), file.toString());
            assertEquals(Kind.NOT_OURS, assertThrows(StoreException.class, () -> catalog().delete(file)).kind());
            assertArrayEquals(before, Files.readAllBytes(file));
        }
        assertEquals(List.of("empty is not a session of baton", "foreign is not a session of baton",
                "text is not a session of baton"), catalog().list().stream().map(Listing::problem).toList());
        assertEquals(Kind.NOT_OURS, kindOfOpening(place.resolve("absent.db")));
        assertFalse(Files.exists(place.resolve("absent.db")));
    }

    @Test
    void aSessionOfANewerProgramIsRefusedByName() throws Exception {
        Path file = made("future", Sample.START_MS, true);
        sql(file, "PRAGMA user_version=99");
        assertEquals(Kind.FROM_THE_FUTURE, kindOfOpening(file));
        assertEquals("session " + SessionName.of(file)
                + " was written by a newer baton (format 99; this one knows up to 1)",
                catalog().list().getFirst().problem());
        catalog().delete(file);
        assertFalse(Files.exists(file));
    }

    @Test
    void anEventTypeOfANewerProgramIsSaidAsSuch() throws Exception {
        Path file = made("future", Sample.START_MS, true);
        sql(file, "UPDATE event SET type = 'task.dreamt' WHERE seq = 2");
        try (var record = catalog().openToRead(file)) {
            assertEquals(Kind.FROM_THE_FUTURE,
                    assertThrows(StoreException.class, () -> record.events(1, 9).toList()).kind());
        }
    }

    @Test
    void aTruncatedFileIsDamagedAndNothingWorse() throws Exception {
        Path file = made("short", Sample.START_MS, true);
        byte[] whole = Files.readAllBytes(file);
        for (int keep : List.of(whole.length - 4096, whole.length / 2, 5000, 100)) {
            Files.write(file, Arrays.copyOf(whole, keep));
            var kind = kindOfOpening(file);
            assertTrue(kind == Kind.DAMAGED || kind == Kind.NOT_OURS, keep + " " + kind);
        }
    }

    @Test
    void networkFileSystemsAreKnown() {
        for (String type : List.of("nfs", "nfs4", "cifs", "smb2", "fuse.sshfs")) {
            assertEquals(Kind.NO_PLACE, assertThrows(StoreException.class,
                    () -> SessionFiles.refuseNetwork(Path.of("/mnt/team"), type)).kind());
        }
        for (String type : List.of("ext4", "btrfs", "xfs", "apfs", "overlay", "tmpfs")) {
            assertFalse(SessionFiles.isNetwork(type), type);
        }
    }

    private Kind kindOfOpening(Path file) {
        var reading = assertThrows(StoreException.class, () -> {
            try (var record = catalog().openToRead(file)) {
                record.events(1, Long.MAX_VALUE).toList();
            }
            catalog().openToWrite(file).close();
        });
        return reading.kind();
    }

    private Path made(String title, long atMs, boolean ended) {
        var sample = new Sample();
        try (var store = catalog().create(title, atMs)) {
            store.append(sample.opening());
            if (ended) {
                store.append(sample.group(List.of(new Input.Tick()), List.of(RESULT)));
            }
            return top.resolve("sessions").resolve(store.name() + ".db");
        }
    }

    private static void sql(Path file, String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private SqliteCatalog catalog() {
        return new SqliteCatalog(top.resolve("sessions"), List.of(top.resolve("examples")));
    }
}

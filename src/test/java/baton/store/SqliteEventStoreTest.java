package baton.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.engine.Command;
import baton.engine.Input;
import baton.engine.Sha256;
import baton.engine.fact.Event;
import baton.engine.fact.LimitEvent.RedFlagRaised;
import baton.engine.fact.RecordedEvent;
import baton.runtime.Content;
import baton.runtime.EventStore;
import baton.runtime.EventStore.Chunk;
import baton.runtime.EventStore.Group;
import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;
import baton.wire.GeneratedRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SqliteEventStoreTest {

    @TempDir
    Path directory;

    private final Sample sample = new Sample();

    @Test
    void whatWasAppendedIsReadBackInOrderByTheWriterAndByOthers() {
        var group = sample.opening();
        var more = new ArrayList<Group>();
        Path file;
        try (var store = catalog().create("Ten analysts", Sample.START_MS)) {
            store.append(group);
            for (int i = 0; i < 10; i++) {
                more.add(sample.next());
                store.append(more.getLast());
            }
            file = fileOf(store);
            assertReads(store, group, more);
            try (var reader = catalog().openToRead(file)) {
                assertReads(reader, group, more);
            }
        }
        try (var reader = catalog().openToRead(file)) {
            assertReads(reader, group, more);
            assertEquals(Optional.empty(), reader.findDamage());
        }
        assertFalse(Files.exists(Database.beside(file, "-wal")));
    }

    private static void assertReads(baton.runtime.SessionRecord record, Group first, List<Group> more) {
        var inputs = new ArrayList<>(first.inputs());
        var events = new ArrayList<>(first.events());
        more.forEach(group -> inputs.addAll(group.inputs()));
        more.forEach(group -> events.addAll(group.events()));
        assertEquals(inputs, record.inputs(1).toList());
        assertEquals(events, record.events(1, Long.MAX_VALUE).toList());
        assertEquals(events.subList(2, 5), record.events(3, 5).toList());
        assertEquals(inputs.subList(3, inputs.size()), record.inputs(4).toList());
    }

    @Test
    void everyKindOfEventAndInputSurvivesTheFile() {
        var inputs = new ArrayList<Input>();
        var events = new ArrayList<Event>();
        for (Class<?> type : GeneratedRecords.membersOf(Input.class)) {
            inputs.add((Input) new GeneratedRecords(5).next(type));
        }
        for (Class<?> type : GeneratedRecords.membersOf(Event.class)) {
            events.add((Event) new GeneratedRecords(6).next(type));
        }
        try (var store = catalog().create("all", Sample.START_MS)) {
            store.append(sample.group(inputs, events));
            assertEquals(inputs, store.inputs(1).map(Input.Stamped::input).toList());
            assertEquals(events, store.events(1, Long.MAX_VALUE).map(RecordedEvent::event).toList());
            assertEquals(Optional.empty(), store.findDamage());
        }
    }

    @Test
    void moreRowsThanOnePageAreStreamedAndEndWhereTheStreamWasOpened() {
        try (var store = catalog().create("long", Sample.START_MS)) {
            store.append(sample.opening());
            for (int i = 0; i < 5; i++) {
                var events = new ArrayList<Event>();
                for (int event = 0; event < 700; event++) {
                    events.add(sample.progress("e" + event));
                }
                store.append(sample.group(List.of(new Input.Tick()), events));
            }
            try (var stream = store.events(1, Long.MAX_VALUE)) {
                store.append(sample.next());
                assertEquals(3502, stream.count());
            }
            assertEquals(List.of(3001L, 3002L), store.events(3001, 3002).map(RecordedEvent::seq).toList());
        }
    }

    @Test
    void chunksAndContentsAreKept() {
        var content = Content.of("bytes\0of a file");
        var chunks = List.of(new Chunk("T-1/1#1", 1, 5, 2, "Hel"), new Chunk("T-1/1#1", 2, 6, 2, "lo\n\0"));
        try (var store = catalog().create("chunks", Sample.START_MS)) {
            store.append(Sample.with(sample.opening(), chunks, List.of(content, content)));
            store.append(Sample.with(sample.next(), List.of(), List.of(content)));
            assertEquals(chunks, store.chunks("T-1/1#1"));
            assertEquals(List.of(), store.chunks("T-1/1#2"));
            assertArrayEquals(content.bytes(), store.content(content.sha256()).orElseThrow().bytes());
            assertEquals(Optional.empty(), store.content(Sha256.of(new byte[0])));
        }
    }

    @Test
    void theHeadHashDependsOnEveryColumnButNotOnTheName() {
        var one = sample.opening();
        String head = headOf("one", one);
        assertEquals(head, headOf("another", one));
        var event = one.events().getFirst();
        var later = new RecordedEvent(1, 1, event.atMs() + 1, event.subject(), 0, event.event());
        assertFalse(head.equals(headOf("one", new Group(one.inputs(), List.of(later, one.events().getLast()),
                List.of(), List.of()))));
        var input = one.inputs().getFirst();
        var slower = new Input.Stamped(1, input.atMs(), input.elapsedMs() + 1, input.input());
        assertFalse(head.equals(headOf("one", new Group(List.of(slower), one.events(), List.of(), List.of()))));
    }

    private String headOf(String title, Group group) {
        try (var store = catalog().create(title, Sample.START_MS)) {
            assertEquals("", store.headHash());
            store.append(group);
            return store.headHash();
        }
    }

    @Test
    void aGroupThatDoesNotFollowTheLastLeavesNothingBehind() {
        try (var store = catalog().create("gap", Sample.START_MS)) {
            store.append(sample.opening());
            var skipped = sample.next();
            var late = sample.next();
            assertThrows(IllegalArgumentException.class, () -> store.append(late));
            assertEquals(2, store.events(1, Long.MAX_VALUE).count());
            store.append(skipped);
            store.append(late);
            assertEquals(sample.seq(), store.events(1, Long.MAX_VALUE).count());
            assertEquals(Optional.empty(), store.findDamage());
        }
    }

    @Test
    void aReopenedSessionGoesOnWithItsChain() {
        Path file;
        try (var store = catalog().create("again", Sample.START_MS)) {
            store.append(sample.opening());
            store.append(sample.group(List.of(new Input.Tick(), new Input.Tick()), List.of()));
            file = fileOf(store);
        }
        try (var store = catalog().openToWrite(file)) {
            store.append(sample.next());
            store.append(sample.next());
            assertEquals(Optional.empty(), store.findDamage());
            assertEquals(sample.seq(), store.events(1, Long.MAX_VALUE).count());
        }
    }

    @Test
    void aSecondWriterIsRefusedWhileTheFirstIsThere() {
        try (var store = catalog().create("mine", Sample.START_MS)) {
            var thrown = assertThrows(StoreException.class, () -> catalog().openToWrite(fileOf(store)));
            assertEquals(Kind.LOCKED, thrown.kind());
            store.append(sample.opening());
        }
    }

    @Test
    void whoeverLostTheSessionToAnotherKeepsNothing() {
        try (var stale = (SqliteEventStore) catalog().create("fenced", Sample.START_MS)) {
            stale.append(sample.opening());
            var group = sample.next();
            var lostLock = new Sample(sample.seq(), sample.n());
            SqliteFaults.translated("fenced", () -> {
                try (var other = Database.toWrite(fileOf(stale))) {
                    return Meta.nextEpoch(other);
                }
            });
            var thrown = assertThrows(StoreException.class, () -> stale.append(group));
            assertEquals(Kind.TAKEN_OVER, thrown.kind());
            assertThrows(StoreException.class, () -> stale.append(lostLock.next()));
            assertEquals(2, stale.events(1, Long.MAX_VALUE).count());
        }
    }

    @Test
    void aFullDiskIsSaidSoAndTheSameGroupGoesInWhenThereIsSpaceAgain() {
        try (var store = (SqliteEventStore) catalog().create("full", Sample.START_MS)) {
            store.append(sample.opening());
            store.limitPages(store.pages() + 2);
            var big = sample.group(List.of(new Command.Say("", "", "x", "you")),
                    List.of(new RedFlagRaised("code", noise(60_000))));
            for (int tries = 0; tries < 3; tries++) {
                var thrown = assertThrows(StoreException.class, () -> store.append(big));
                assertEquals(Kind.DISK_FULL, thrown.kind());
                assertEquals(2, store.events(1, Long.MAX_VALUE).count());
            }
            store.limitPages(1_000_000);
            store.append(big);
            assertEquals(big.events(), store.events(3, 3).toList());
            assertEquals(Optional.empty(), store.findDamage());
        }
    }

    private static String noise(int chars) {
        var text = new StringBuilder();
        for (int i = 0; i < chars; i++) {
            text.append((char) ('a' + i * 7 % 26));
        }
        return text.toString();
    }

    @Test
    void directoryAndFilesAreNobodyElsesToRead() throws IOException {
        Path place = directory.resolve("a/sessions");
        try (var store = new SqliteCatalog(place, List.of()).create("private", Sample.START_MS)) {
            store.append(sample.opening());
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place)));
            Path file = place.resolve(store.name() + ".db");
            for (Path one : List.of(file, Database.beside(file, "-wal"), Database.beside(file, "-shm"))) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(one)));
            }
        }
    }

    @Test
    void aClosedStoreSaysSoAndClosingTwiceDoesNoHarm() {
        var store = catalog().create("closed", Sample.START_MS);
        store.append(sample.opening());
        store.close();
        store.close();
        assertEquals(Kind.BROKEN, assertThrows(StoreException.class, () -> store.append(sample.next())).kind());
        assertEquals(Kind.BROKEN, assertThrows(StoreException.class, store::headHash).kind());
    }

    @Test
    void halfASurrogatePairInTheSubjectDoesNotBreakTheChain() {
        try (var store = catalog().create("odd", Sample.START_MS)) {
            var opening = sample.opening();
            var odd = new RecordedEvent(1, 1, 1, new RecordedEvent.Subject("a\uD800", "t\uDC00", 1), 0,
                    opening.events().getFirst().event());
            store.append(new Group(opening.inputs(), List.of(odd), List.of(), List.of()));
            assertEquals(new RecordedEvent.Subject("a\uFFFD", "t\uFFFD", 1),
                    store.events(1, 1).findFirst().orElseThrow().subject());
            assertEquals(Optional.empty(), store.findDamage());
        }
    }

    @Test
    void bodiesCanBeReadWithAnySqliteProgram() {
        try (var store = (SqliteEventStore) catalog().create("plain", Sample.START_MS)) {
            store.append(sample.opening());
            store.append(sample.next());
            assertEquals(1, store.reader().number(
                    "SELECT count(*) FROM event WHERE json_extract(body, '$.text') = 'a 2' AND agent = 'ann'"));
            assertTrue(new String(store.reader().eventRows(3, 3).findFirst().orElseThrow().body(),
                    StandardCharsets.UTF_8).startsWith("{\"nextUpdate\""));
        }
    }

    private SqliteCatalog catalog() {
        return new SqliteCatalog(directory, List.of());
    }

    private Path fileOf(EventStore store) {
        return directory.resolve(store.name() + ".db");
    }
}

package baton.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.engine.Input;
import baton.engine.fact.Event;
import baton.engine.fact.LimitEvent.RedFlagRaised;
import baton.runtime.Content;
import baton.runtime.EventStore.Chunk;
import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;
import baton.wire.GeneratedRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExportTest {

    @TempDir
    Path directory;

    private final Sample sample = new Sample();

    @Test
    void anImportedSessionHasTheSameHeadAndEverythingElse() throws IOException {
        Path file = made();
        String exported = export(file);
        Path imported = catalog("other").importJsonl(reader(exported));
        try (var one = catalog("one").openToRead(file); var other = catalog("other").openToRead(imported)) {
            assertEquals(one.headHash(), other.headHash());
            assertEquals(one.events(1, Long.MAX_VALUE).toList(), other.events(1, Long.MAX_VALUE).toList());
            assertEquals(one.inputs(1).toList(), other.inputs(1).toList());
            assertEquals(one.chunks("T-1/1#1"), other.chunks("T-1/1#1"));
            assertEquals(2, other.chunks("T-1/1#1").size());
            assertTrue(other.content(Content.of("kept").sha256()).isPresent());
            assertEquals(Optional.empty(), other.findDamage());
        }
        var listing = catalog("other").list().getFirst();
        assertEquals("Ten analysts", listing.plan());
        assertTrue(listing.name().matches("round-trip-20261120-1000-[a-z0-9]{4}"), listing.name());
        assertEquals(withoutName(exported), withoutName(export(imported)));
    }

    private static String withoutName(String exported) {
        return exported.replaceAll("\"session\":\"[^\"]*\"", "");
    }

    @Test
    void theFirstLineStartsTheSessionTheLastIsItsLastEventAndNumbersHaveNoGaps() throws IOException {
        var lines = export(made()).lines().toList();
        assertTrue(lines.getFirst().startsWith("{\"v\":1,\"seq\":1,\"ts\":\"2026-11-20T10:00:00.001Z\",\"session\":"
                + "\"round-trip-"), lines.getFirst());
        assertTrue(lines.getFirst().contains("\"type\":\"session.started\",\"data\":{\"mode\":\"rehearsal\""));
        assertTrue(lines.getLast().contains("\"seq\":" + sample.seq() + ","));
        assertEquals(sample.seq(), lines.stream().filter(line -> line.contains("\"seq\":")).count());
    }

    @Test
    void aChangedLineIsRefusedAndNothingIsLeft() throws IOException {
        String exported = export(made());
        for (String[] change : new String[][]{{"\"text\":\"plain\"", "\"text\":\"plane\""},
            {"\"elapsedMs\":1,", "\"elapsedMs\":2,"}, {"\"attempt\":1,", "\"attempt\":2,"}}) {
            String changed = exported.replace(change[0], change[1]);
            assertTrue(!changed.equals(exported), change[0]);
            var thrown = assertThrows(StoreException.class, () -> catalog("bad").importJsonl(reader(changed)));
            assertEquals(Kind.DAMAGED, thrown.kind(), thrown::toString);
        }
        assertEquals(List.of(), catalog("bad").list());
    }

    @Test
    void aFileThatWasCutShortAnywhereIsRefused() throws IOException {
        var lines = export(made()).lines().toList();
        for (int kept = 1; kept < lines.size(); kept += kept < lines.size() - 10 ? 20 : 1) {
            String cut = String.join("\n", lines.subList(0, kept));
            assertThrows(StoreException.class, () -> catalog("bad").importJsonl(reader(cut)), () -> cut);
        }
        assertEquals(List.of(), catalog("bad").list());
    }

    @Test
    void anyLineThatIsMissingOrThereTwiceIsRefused() throws IOException {
        var lines = export(made()).lines().toList();
        for (int at = 0; at < lines.size(); at += at < lines.size() - 10 ? 20 : 1) {
            var without = new ArrayList<>(lines);
            String line = without.remove(at);
            assertThrows(StoreException.class,
                    () -> catalog("bad").importJsonl(reader(String.join("\n", without))), line);
            var twice = new ArrayList<>(lines);
            twice.add(at, line);
            assertThrows(StoreException.class,
                    () -> catalog("bad").importJsonl(reader(String.join("\n", twice))), line);
        }
        assertEquals(List.of(), catalog("bad").list());
    }

    @Test
    void whatPeopleReadBesideTheStoredBodyCannotBeChanged() throws IOException {
        String exported = export(made());
        String changed = exported.replaceFirst("\"data\":\\{\"mode\":\"rehearsal\"", "\"data\":{\"mode\":\"live\"");
        assertTrue(!changed.equals(exported));
        var thrown = assertThrows(StoreException.class, () -> catalog("bad").importJsonl(reader(changed)));
        assertEquals(Kind.DAMAGED, thrown.kind());
        assertEquals("event 1: its \"data\" is not what its stored \"body\" says", thrown.getMessage());
    }

    @Test
    void whatIsNoExportIsRefusedWithItsLine() throws IOException {
        String exported = export(made());
        String second = exported.lines().skip(1).findFirst().orElseThrow();
        for (String bad : List.of("", "hello", "{}", "[1]", "{\"v\":9}", "{\"v\":1,\"seq\":1,\"type\":\"task.ready\"}",
                second)) {
            var thrown = assertThrows(StoreException.class, () -> catalog("bad").importJsonl(reader(bad)), bad);
            assertEquals(Kind.NOT_OURS, thrown.kind(), bad);
            assertTrue(String.valueOf(thrown.getMessage()).startsWith("line 1: "), thrown.getMessage());
        }
        var thrown = assertThrows(StoreException.class,
                () -> catalog("bad").importJsonl(reader(exported.replace(second, second + "\n" + second))));
        assertEquals(Kind.NOT_OURS, thrown.kind(), thrown::toString);
        assertEquals(List.of(), catalog("bad").list());
    }

    private Path made() {
        var inputs = new ArrayList<Input>();
        var events = new ArrayList<Event>();
        for (Class<?> type : GeneratedRecords.membersOf(Input.class)) {
            inputs.add((Input) new GeneratedRecords(15).next(type));
        }
        for (Class<?> type : GeneratedRecords.membersOf(Event.class)) {
            events.add((Event) new GeneratedRecords(16).next(type));
        }
        events.removeIf(event -> event instanceof baton.engine.fact.SessionEvent.PlanLoaded);
        try (var store = catalog("one").create("Round trip", Sample.START_MS)) {
            var chunks = List.of(new Chunk("T-1/1#1", 1, 5, 2, "Hel"), new Chunk("T-1/1#1", 2, 6, 2, "lo"));
            store.append(Sample.with(sample.opening(), chunks, List.of(Content.of("kept"))));
            store.append(sample.group(inputs, events));
            store.append(sample.next());
            store.append(sample.group(List.of(new Input.Tick()), List.of(new RedFlagRaised("code", "plain"))));
            store.append(sample.group(List.of(new Input.Tick()), List.of(sample.progress("last"))));
            store.append(sample.group(List.of(new Input.Tick(), new Input.Tick()), List.of()));
            return directory.resolve("one").resolve(store.name() + ".db");
        }
    }

    private String export(Path file) throws IOException {
        var out = new StringBuilder();
        catalog("one").exportJsonl(file, out);
        return out.toString();
    }

    private static BufferedReader reader(String text) {
        return new BufferedReader(new StringReader(text));
    }

    private SqliteCatalog catalog(String name) {
        return new SqliteCatalog(directory.resolve(name), List.of());
    }
}

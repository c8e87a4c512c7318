package baton.store;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import baton.engine.Input;
import baton.engine.fact.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** How fast a long record is read, by the time the processor works on it, so that a busy machine measures the same. */
class ReadSpeedTest {
    private static final int EVENTS = Boolean.getBoolean("baton.deep") ? 300_000 : 20_000;
    private static final int GROUP = 200;
    /** A tenth of what is wanted, so that only a real loss fails. */
    private static final long PER_SECOND_MIN = 30_000;

    @TempDir
    Path directory;

    @Test
    void aLongRecordIsReadInTimeForWhoeverWaits() {
        try (var store = new SqliteCatalog(directory, List.of()).createStore("long", Sample.START_MS)) {
            write(store);
            var reader = store.reader();
            long rows = perSecond(reader.eventRows(1, Long.MAX_VALUE));
            long typed = perSecond(reader.events(1, Long.MAX_VALUE));
            System.getLogger(ReadSpeedTest.class.getName()).log(System.Logger.Level.INFO,
                    EVENTS + " events: " + rows + " rows and " + typed + " typed events per second of processor time");
            assertTrue(typed > PER_SECOND_MIN, typed + " a second");
        }
    }

    private static void write(SqliteEventStore store) {
        var sample = new Sample();
        store.append(sample.opening());
        while (sample.seq() < EVENTS) {
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < GROUP; i++) {
                events.add(sample.progress("reading what the harbour needs, part " + i));
            }
            store.append(sample.group(List.of(new Input.Tick()), events));
        }
    }

    private static long perSecond(Stream<?> values) {
        try (values) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long[] count = {0};
            values.forEach(value -> count[0]++);
            assertTrue(count[0] >= EVENTS, count[0] + " were read");
            return count[0] * 1_000_000_000L
                    / Math.max(1, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        }
    }
}

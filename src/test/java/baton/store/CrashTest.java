package baton.store;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Another process appends; it is killed or frozen, and what it acknowledged must be there. */
class CrashTest {
    private static final int KILLS = Boolean.getBoolean("baton.deep") ? 200 : 4;
    private static final int ACKNOWLEDGED_MAX = 120;
    private static final int TAKEN_OVER = 77;

    @TempDir
    Path directory;

    @Test
    void whatWasAcknowledgedBeforeAKillIsThereAndTheSessionGoesOn() throws Exception {
        Path file = made();
        var random = new Random(9);
        for (int kill = 0; kill < KILLS; kill++) {
            var child = appender(file, "always");
            long acknowledged = readUntil(child, random.nextInt(ACKNOWLEDGED_MAX));
            signal(child, "-KILL");
            acknowledged = Math.max(acknowledged, rest(child));
            assertTrue(child.waitFor(20, TimeUnit.SECONDS));
            try (var store = catalog().openToWrite(file)) {
                assertEquals(Optional.empty(), store.findDamage(), "kill " + kill);
                assertTrue(store.events(1, Long.MAX_VALUE).count() >= acknowledged, "kill " + kill);
                var sample = new Sample(store.events(1, Long.MAX_VALUE).count(), store.inputs(1).count());
                store.append(sample.next());
            }
        }
    }

    @Test
    void aFrozenOwnerThatWakesKeepsNothing() throws Exception {
        Path file = made();
        var child = appender(file, "asked");
        ask(child);
        readUntil(child, 0);
        signal(child, "-STOP");
        assertEquals(Kind.LOCKED, assertThrows(StoreException.class, () -> catalog().openToWrite(file)).kind());
        assertTrue(String.valueOf(assertThrows(StoreException.class, () -> catalog().openToWrite(file)).getMessage())
                .contains("in use by process " + child.pid() + " since "));
        assertEquals("running", catalog().list().getFirst().status());
        try (var store = catalog().takeOver(file)) {
            var before = store.events(1, Long.MAX_VALUE).toList();
            signal(child, "-CONT");
            ask(child);
            assertEquals(TAKEN_OVER, exitOf(child));
            assertEquals(before, store.events(1, Long.MAX_VALUE).toList());
            assertEquals(Optional.empty(), store.findDamage());
        }
    }

    private static int exitOf(Process child) throws InterruptedException {
        assertTrue(child.waitFor(20, TimeUnit.SECONDS));
        return child.exitValue();
    }

    private static void ask(Process child) throws IOException {
        child.getOutputStream().write('\n');
        child.getOutputStream().flush();
    }

    private static void signal(Process child, String signal) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", signal, Long.toString(child.pid())).start().waitFor());
    }

    private Path made() {
        try (var store = catalog().create("crash", Sample.START_MS)) {
            store.append(new Sample().opening());
            return directory.resolve(store.name() + ".db");
        }
    }

    private Process appender(Path file, String when) throws IOException {
        return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), Appender.class.getName(), file.toString(), when)
                .redirectError(directory.resolve("err.txt").toFile()).start();
    }

    private static long readUntil(Process child, int lines) throws IOException {
        var out = child.inputReader(StandardCharsets.UTF_8);
        long last = 0;
        for (int line = 0; line <= lines; line++) {
            String said = out.readLine();
            if (said == null) {
                throw new IOException("the appender ended by itself");
            }
            last = Long.parseLong(said);
        }
        return last;
    }

    /** What it managed to say before the kill; a line cut short does not count. */
    private static long rest(Process child) throws IOException {
        var text = new StringWriter();
        child.inputReader(StandardCharsets.UTF_8).transferTo(text);
        String said = text.toString();
        int end = said.lastIndexOf('\n');
        return end < 0 ? 0 : Long.parseLong(said.substring(said.lastIndexOf('\n', end - 1) + 1, end));
    }

    private SqliteCatalog catalog() {
        return new SqliteCatalog(directory, List.of());
    }

    /** Appends until it is stopped, always or when asked, and says after each group how many events are acknowledged. */
    static final class Appender {
        private Appender() {}

        public static void main(String[] args) throws IOException {
            Path file = Path.of(args[0]);
            try (var store = new SqliteCatalog(file.resolveSibling("."), List.of()).openToWrite(file)) {
                var sample = new Sample(store.events(1, Long.MAX_VALUE).count(), store.inputs(1).count());
                while (Files.exists(file)) {
                    if (args[1].equals("asked") && System.in.read() < 0) {
                        return;
                    }
                    store.append(sample.next());
                    System.out.println(sample.seq());
                }
            } catch (StoreException e) {
                System.exit(e.kind() == Kind.TAKEN_OVER ? TAKEN_OVER : 1);
            }
        }
    }
}

package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import baton.cli.Played.Desk;
import baton.runtime.SessionCatalog.Listing;
import baton.store.SqliteCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The program killed without warning while it makes a fork. */
class ForkKillTest {
    /** After the first sign of the fork on the disk. */
    private static final List<Integer> KILLED_AFTER_MS = Boolean.getBoolean("baton.deep")
            ? List.of(0, 10, 25, 50, 75, 100, 150, 200, 250, 300, 400, 600)
            : List.of(0, 100, 300);

    @TempDir
    private Path folder;

    @Test
    void aForkIsThereAsAWholeOrNotAtAll() throws Exception {
        var desk = Desk.in(folder);
        Files.createDirectory(folder.resolve("sessions"));
        Files.writeString(folder.resolve("plan.yaml"), Plans.TIDE_TABLES_IN_TURN);
        assertEquals(6, desk.type("run", "plan.yaml", "--turns-max", "5").exitCode());
        var source = sessions().getFirst();
        for (int ms : KILLED_AFTER_MS) {
            kill(source, ms);
        }
        assertEquals(0, desk.type("replay", source.name(), "--verify").exitCode());
        for (var session : sessions()) {
            assertEquals("", session.problem());
            assertEquals(session.name().equals(source.name()), session.origin().isEmpty(), session.name());
            assertEquals(0, desk.type("replay", session.name(), "--verify").exitCode(), session.name());
            var resumed = desk.type("resume", session.name(), "--turns-max", "100");
            assertEquals(0, resumed.exitCode(), session.name() + ": " + resumed.err());
        }
    }

    private void kill(Listing source, int afterMs) throws IOException, InterruptedException {
        int before = files();
        var process = start(List.of("fork", source.name(), "--at", "" + source.events(), "--turns-max", "100", "--pace",
                "0.01"));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (files() == before && process.isAlive() && System.nanoTime() < deadline) {
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        assertTrue(files() > before, () -> "nothing was forked: " + log());
        process.waitFor(afterMs, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private int files() throws IOException {
        try (var files = Files.list(folder.resolve("sessions"))) {
            return (int) files.count();
        }
    }

    private List<Listing> sessions() {
        return new SqliteCatalog(folder.resolve("sessions"), List.of()).list();
    }

    private Process start(List<String> arguments) throws IOException {
        var command = new java.util.ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                        System.getProperty("java.class.path"), "baton.cli.Baton"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(new TreeMap<>(Desk.in(folder).environment()));
        builder.environment().put("HOME", folder.resolve("home").toString());
        return builder.start();
    }
}

package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import baton.cli.Played.Desk;
import baton.cli.record.ExampleSessions;
import baton.runtime.SessionCatalog.Listing;
import baton.store.SqliteCatalog;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every shipped session can still be read; those of today's rules are decided again and come out the same. */
class ExampleSessionsTest {
    private static final Path FOLDER = Path.of("sessions/examples");

    @TempDir
    private Path folder;

    private static List<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".db")).sorted().toList();
        }
    }

    @Test
    void atLeastOneIsOfTodaysRules() throws IOException {
        var verdicts = files().stream().map(file -> verify(file).out()).toList();
        assertTrue(verdicts.stream().anyMatch(text -> text.startsWith("verified: ")), verdicts::toString);
    }

    @TestFactory
    Stream<DynamicTest> everyShippedSessionVerifiesAndIsLeftAsItWas() throws IOException {
        return files().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            var before = namesBeside(file);
            var played = verify(file);
            assertEquals(0, played.exitCode(), played.err());
            assertEquals(before, namesBeside(file));
        }));
    }

    private Played verify(Path file) {
        return Desk.in(folder).type("replay", file.toAbsolutePath().toString(), "--verify");
    }

    private static List<String> namesBeside(Path file) throws IOException {
        try (var files = Files.list(file.resolveSibling("."))) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void examplesOfAnInstalledProgramAreCopiedOnceAndReadThere(@TempDir Path place) throws IOException {
        Path shipped = Path.of("sessions/examples/harbour-review.db");
        Path jar = place.resolve("baton.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("examples/sessions/harbour-review.db"));
            Files.copy(shipped, out);
            out.closeEntry();
        }
        Path folder = ExampleSessions.unpacked(jar, place.resolve("data/examples")).orElseThrow();
        assertEquals(-1, Files.mismatch(shipped, folder.resolve("harbour-review.db")));
        var before = Files.getLastModifiedTime(folder.resolve("harbour-review.db"));
        ExampleSessions.unpacked(jar, folder);
        assertEquals(before, Files.getLastModifiedTime(folder.resolve("harbour-review.db")));

        var catalog = new SqliteCatalog(place.resolve("sessions"), List.of(folder));
        assertEquals(List.of("harbour-review"), catalog.list().stream().map(Listing::name).toList());
        assertTrue(catalog.list().getFirst().example());
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count(), "nothing is made beside it");
        }
    }
}

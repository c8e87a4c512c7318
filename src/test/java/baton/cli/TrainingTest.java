package baton.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import baton.cli.Played.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the start script lets Java remember. */
class TrainingTest {
    @TempDir
    private Path folder;

    @Test
    void aRunAndAScreenBeforeNobodyBothComeToTheirEnd() throws Exception {
        Files.writeString(folder.resolve("plan.yaml"), Plans.TIDE_TABLES);
        var around = Desk.in(folder).surroundings();
        String sessions = folder.resolve("sessions").toString();

        assertEquals(0, Training.train(
                new String[]{"run", "plan.yaml", "--model", "rehearsal", "--pace", "0", "--sessions", sessions},
                around));
        try (var files = Files.list(folder.resolve("sessions"))) {
            assertEquals(2, files.filter(file -> file.toString().endsWith(".db")).count());
        }
    }

    @Test
    void whereTheRunIsRefusedNoScreenIsShown() throws Exception {
        assertEquals(3, Training.train(new String[]{"run", "none.md", "--sessions", "s"},
                Desk.in(folder).surroundings()));
    }
}

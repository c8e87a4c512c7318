package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import baton.cli.Played.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a session that goes on says of what happened while nobody worked on it. */
class ResumeTest {
    private static final String PLAN = Plans.TIDE_TABLES_IN_TURN + """
              - {id: T-3, title: Print the tables, agent: writer, outputs: [tides/print.md], dependsOn: [T-2]}
            """;

    @TempDir
    private Path folder;

    private Desk desk = Desk.in(Path.of("."));

    @BeforeEach
    void setUp() throws IOException {
        desk = Desk.in(folder);
        Files.writeString(folder.resolve("plan.yaml"), PLAN);
        var stopped = desk.type("run", "plan.yaml", "--workspace", folder.toString(), "--turns-max", "5");
        assertEquals(6, stopped.exitCode(), stopped.err());
    }

    @Test
    void whatChangedInPlanAndFilesIsNamedWithWhatItMeansAndIsInTheRecord() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), "# a new first line\n" + PLAN.replace("Write the tables",
                "Write all tables").replace("dependsOn: [T-2]", "dependsOn: [T-1]"));
        Files.writeString(folder.resolve("tides/readings.md"), "mine now\n");
        var played = desk.type("resume", "last", "--turns-max", "100");

        assertEquals(0, played.exitCode(), played.err());
        assertTrue(played.err().contains(
                """
                        note: since it stopped: plan: plan.yaml:9 task T-2 "Write all tables" is changed: title
                        note: since it stopped: plan: plan.yaml:10 task T-3 "Print the tables" is changed: needs
                        note: since it stopped: tides/readings.md, which analyst wrote for T-1, was changed
                        """),
                played.err());
        assertTrue(played.err().contains("The session keeps the plan it was loaded with.")
                && played.err().contains("baton run plan.yaml"), played.err());
        assertTrue(played.out().contains("Write the tables"), played.out());
        assertTrue(desk.type("sessions", "export", "last", "--format", "jsonl").out()
                .contains("tides/readings.md, which analyst wrote for T-1, was changed"));
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }

    @Test
    void aFolderThatIsAsItWasIsNotSpokenOf() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), "# only a comment\n" + PLAN);
        var played = desk.type("resume", "last", "--turns-max", "100");

        assertEquals(0, played.exitCode(), played.err());
        assertFalse(played.err().contains("since it stopped"), played.err());
    }

    @Test
    void aPlanThatIsGoneOrBrokenIsNoReasonNotToGoOn() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), "name: [\n");
        var broken = desk.type("resume", "last", "--turns-max", "6");
        assertTrue(broken.err().contains("since it stopped: plan: plan.yaml has errors now"), broken.err());

        Files.delete(folder.resolve("plan.yaml"));
        var gone = desk.type("resume", "last", "--turns-max", "100");
        assertTrue(gone.err().contains("since it stopped: plan: plan.yaml is not there any more"), gone.err());
        assertEquals(0, gone.exitCode(), gone.err());
    }

    @Test
    void aSessionNamedByItsFileGoesOnBesideThatFileFromWhereverItIsNamed() throws IOException {
        Path file;
        try (var files = Files.list(folder.resolve("data/baton/sessions"))) {
            file = files.filter(each -> each.toString().endsWith(".db")).findFirst().orElseThrow();
        }
        var elsewhere = Desk.in(Files.createDirectory(folder.resolve("elsewhere")));
        var played = elsewhere.type("resume", file.toString(), "--turns-max", "100");

        assertEquals(0, played.exitCode(), played.out() + played.err());
        assertEquals(desk.type("diff", "last"), elsewhere.type("diff", file.toString()));
        assertTrue(desk.type("diff", "last").out().contains("+++ b/tides/print.md"));
        assertFalse(Files.exists(folder.resolve("elsewhere/data")), "nothing of it lies where it was only named");
    }
}

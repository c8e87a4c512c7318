package baton.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import baton.cli.Played.Desk;
import baton.cli.console.ExitCode;
import baton.cli.console.OutputOptions;
import baton.cli.console.Surroundings;
import baton.cli.live.ScreenPlaces;
import baton.cli.live.ScreenStage;
import baton.cli.record.SessionsFolder;
import baton.cli.setup.RunOptions;
import baton.tui.PaintedTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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
    void onTheScreenAllOfItStandsOnAPageUntilThePersonClosesIt() throws Exception {
        Files.writeString(folder.resolve("plan.yaml"), PLAN.replace("Write the tables", "Write all tables"));
        Files.writeString(folder.resolve("tides/readings.md"), "mine now\n");
        var terminal = new PaintedTerminal(120, 36);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var screen = CompletableFuture.supplyAsync(() -> goOn(terminal), executor);
            terminal.see("Changed since it stopped");
            terminal.see("plan.yaml:8 task T-2 \"Write all tables\" is changed: title");
            terminal.see("tides/readings.md, which analyst wrote for T-1, was changed");
            terminal.see("What is accepted stays accepted; agents read the files as they are now.");
            terminal.press("Esc");
            terminal.see("Everything is done: 3 tasks accepted");
            terminal.press("Ctrl+X", "q");
            screen.get(60, TimeUnit.SECONDS);
        } finally {
            terminal.vanish();
        }
    }

    private ExitCode goOn(PaintedTerminal terminal) {
        var seen = desk.with("TERM", "xterm-256color").with("LANG", "C.UTF-8");
        var around = new Surroundings(InputStream.nullInputStream(), new ByteArrayOutputStream(),
                new ByteArrayOutputStream(), seen.environment(), folder, folder.resolve("home"),
                new Surroundings.Terminals(true, true, true));
        var options = CommandLine.populateCommand(new RunOptions(), "--turns-max", "100");
        try {
            return new ScreenPlaces(around, SessionsFolder.find("", around), new OutputOptions(), options,
                    (there, output, scratch) -> ScreenStage.on(terminal, there, output, scratch)).goOn("last");
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void aFolderThatIsAsItWasIsNotSpokenOf() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), "# only a comment\n" + PLAN);
        var played = desk.type("resume", "last", "--turns-max", "100");

        assertEquals(0, played.exitCode(), played.err());
        assertFalse(played.err().contains("since it stopped"), played.err());
    }

    @Test
    void aDocumentThatHoldsNothingButADecisionIsReadAgainToo() throws IOException {
        Files.writeString(folder.resolve("decide.yaml"), """
                name: What is decided first
                decisions:
                  - {id: D-1, title: Datum, question: Which datum?, options: [{key: "1", text: NN}], gates: [T-3]}
                """);
        var stopped = desk.type("run", "plan.yaml", "decide.yaml", "--workspace", folder.toString(), "--turns-max",
                "5");
        assertEquals(6, stopped.exitCode(), stopped.err());
        var played = desk.type("resume", "last", "--turns-max", "6");

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

package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import baton.cli.Played.Desk;
import baton.settings.CommandLine;
import baton.view.text.Typing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every command that a person is told works as it stands there, from where they are. */
class CommandsAsTypedTest {
    private static final String QUESTION = """
            decisions:
              - id: D-1
                title: Zone
                question: Which clock do the tables use?
                options: [{key: "1", text: UTC}, {key: "2", text: local time}]
                gates: [T-2]
            """;

    @TempDir
    private Path folder;

    private Desk desk = Desk.in(Path.of("."));

    @BeforeEach
    void setUp() throws IOException {
        desk = Desk.in(folder).with("BATON_CALLED_AS", "./baton");
        Files.writeString(folder.resolve("plan.yaml"), Plans.TIDE_TABLES + QUESTION);
    }

    /** The command lines of a page, each without the program. */
    private static List<String[]> told(String page) {
        return page.lines().map(String::strip).filter(line -> line.startsWith("./baton "))
                .map(line -> line.replaceFirst(" {2,}.*", ""))
                .map(line -> ((CommandLine.Words) CommandLine.parse(line)).argv())
                .map(words -> words.subList(1, words.size()).toArray(String[]::new)).toList();
    }

    private void assertAllWork(Played played, int exitCodeOfResume) {
        var commands = told(played.out());
        assertTrue(commands.size() >= 4, played.out());
        assertFalse(played.out().matches("(?s).*(^|\\s)baton (resume|why|diff|log|replay).*"), played.out());
        for (var command : commands) {
            var again = desk.type(command);
            boolean resumes = command[0].equals("resume");
            assertEquals(resumes ? exitCodeOfResume : 0, again.exitCode(),
                    Arrays.toString(command) + "\n" + again.err());
        }
    }

    @Test
    void whatARunSaysNextFindsItsSessionInAnotherFolder() {
        var run = desk.type("run", "plan.yaml", "--model", "rehearsal", "--pace", "0", "--sessions", "my runs");

        assertEquals(5, run.exitCode(), run.err());
        assertAllWork(new Played(0, run.out().lines().filter(line -> !line.contains("--answer")).reduce("",
                (one, two) -> one + "\n" + two), ""), 5);
        var answer = told(run.out()).stream().filter(command -> Arrays.asList(command).contains("--answer")).toList();
        assertEquals(1, answer.size());
        assertEquals(0, desk.type(answer.getFirst()).exitCode());
    }

    @Test
    void whatIsSaidOfASessionNamedByItsFileNamesTheFile() throws IOException {
        desk.type("run", "plan.yaml", "--model", "rehearsal", "--pace", "0", "--sessions", "elsewhere");
        String file;
        try (var files = Files.list(folder.resolve("elsewhere"))) {
            file = files.filter(each -> each.toString().endsWith(".db")).findFirst().orElseThrow().toString();
        }

        var shown = desk.type("sessions", "show", file);
        assertTrue(shown.out().contains("./baton resume " + file + " --answer D-1=1"), shown.out());
        assertAllWork(new Played(0, shown.out().lines().filter(line -> !line.contains("--answer")).reduce("",
                (one, two) -> one + "\n" + two), ""), 5);
        var why = desk.type("why", file, "T-2");
        assertTrue(why.out().contains("./baton resume " + file + " --answer D-1=1"), why.out());
        var told = desk.type("tell", file, "@analyst", "hello");
        assertTrue(told.err().contains("say them after  ./baton resume " + file + " --line"), told.err());
    }

    @Test
    void aSessionNamedByItsFileCanTellOfItsRecordInTheChat() throws IOException {
        desk.type("run", "plan.yaml", "--model", "rehearsal", "--pace", "0", "--sessions", "elsewhere");
        try (var files = Files.list(folder.resolve("elsewhere"))) {
            String file = files.filter(each -> each.toString().endsWith(".db")).findFirst().orElseThrow().toString();
            var talk = desk.typing("/save talk.md\n/why T-2\n").type("resume", file, "--line");

            assertTrue(Files.exists(folder.resolve("talk.md")), talk.out() + talk.err());
            assertTrue(talk.out().contains("./baton resume " + file), talk.out());
        }
    }

    @Test
    void helpAndErrorsNameTheProgramAsItWasCalled() {
        assertTrue(desk.type("--help").out().contains("Usage: ./baton [PLAN…]"));
        assertTrue(desk.type("run", "--help").out().contains("Usage: ./baton run "));
        assertTrue(desk.type("rum").err().contains("Did you mean  ./baton run?"));
    }

    @Test
    void whereNobodyIsThereEachCommandSaysWhatHelps() {
        desk.type("run", "plan.yaml", "--model", "rehearsal", "--pace", "0");

        assertTrue(desk.type("answer", "last", "D-1", "local", "time").err()
                .contains(" --answer 'D-1=local time'"));
        assertFalse(desk.type("tell", "last", "hello").err().contains("--answer"));
        assertFalse(desk.type("pause", "last").err().contains("--answer"));
        assertFalse(desk.type("attach", "last").err().contains("--answer"));
    }

    @Test
    void aNoteOnRightsStandsOnlyWhereTheSessionWasOpened() throws IOException {
        Path file = folder.resolve("notes.db");
        Files.writeString(file, "no session at all");

        var refused = desk.type("log", file.toString());
        assertEquals(3, refused.exitCode());
        assertFalse(refused.err().contains("chmod"), refused.err());
    }

    @Test
    void whoGoesOnWithASessionThatOthersMayReadIsToldSoOnce() throws IOException {
        desk.type("run", "plan.yaml", "--model", "rehearsal", "--pace", "0", "--sessions", "mine");
        try (var files = Files.list(folder.resolve("mine"))) {
            Files.setPosixFilePermissions(files.filter(each -> each.toString().endsWith(".db")).findFirst().orElseThrow(),
                    PosixFilePermissions.fromString("rw-r--r--"));
        }
        var resumed = desk.type("resume", "last", "--sessions", "mine");

        assertEquals(1, resumed.err().split("chmod 600", -1).length - 1, resumed.err());
    }

    @Test
    void everyCommandThereIsIsKnownWhereItIsToldAndNoOther() {
        assertEquals(new TreeSet<>(CommandTable.names()), new TreeSet<>(Typing.VERBS));
    }
}

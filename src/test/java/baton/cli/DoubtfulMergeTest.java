package baton.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import baton.cli.Played.Desk;
import baton.cli.console.Surroundings.Terminals;
import baton.plan.Plan;
import baton.plan.TaskSpec;
import baton.reading.PlanReader;
import baton.reading.source.SourceDocument;
import baton.tui.PaintedTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Two mentions that may be one job: a person who is there is asked, and the answer is part of the plan from then on. */
class DoubtfulMergeTest {
    private static final String REGATTA = """
            # Regatta

            ## Agents
            ### Agent 1: Boats
            **Tasks:**
            1. Paint the boats

            ### Agent 2: Safety
            **Tasks:**
            1. Order life jackets

            ## Your first actions
            1. **Hand out at once:**
               - Life jackets for children → @Safety
            """;
    private static final Terminals PERSON = new Terminals(true, false, true);

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void setUp() throws IOException {
        desk = Desk.in(folder).with("COLUMNS", "400").with("NO_COLOR", "1");
        Files.writeString(folder.resolve("regatta.md"), REGATTA);
    }

    private Played typed(String keys, String... args) {
        return desk.reading(new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8))).typeAt(PERSON, args);
    }

    private Plan plan(String file) throws IOException {
        return PlanReader.read(List.of(new SourceDocument(file, Files.readAllBytes(folder.resolve(file))))).plan();
    }

    @ParameterizedTest
    @CsvSource({"1, T-3, false", "2, '', true", "'', '', false", "a, '', false", "what, '', false"})
    void theAnswerIsInThePlanThatIsWritten(String key, String sameAs, boolean runs) throws Exception {
        var played = typed(key + "\n", "plan", "import", "regatta.md", "-o", "plan.yaml");

        assertEquals(0, played.exitCode(), played.err());
        assertTrue(
                played.err().contains(
                        """
                                1 job may be named twice.
                                  regatta.md:10  T-2  Order life jackets
                                  regatta.md:14  T-3  Life jackets for children
                                Both say "life jackets". One job or two? [1 = one, 2 = two, Enter = leave it out, a = leave out all the rest]
                                """),
                played.err());
        var plan = plan("plan.yaml");
        assertEquals(sameAs.isEmpty() ? List.of() : List.of(sameAs), plan.task("T-2").orElseThrow().sameAs());
        assertEquals(runs, plan.task("T-3").orElseThrow().runs());
    }

    @Test
    void nobodyIsAskedWithoutATerminalAndTheWarningNamesTheFlag() throws Exception {
        var played = desk.typing("1\n").type("plan", "import", "regatta.md", "-o", "plan.yaml");
        assertEquals(0, played.exitCode(), played.err());
        assertFalse(played.err().contains("One job or two?"), played.err());
        assertFalse(plan("plan.yaml").task("T-3").filter(TaskSpec::runs).isPresent());
        var run = desk.type("run", "regatta.md", "--model", "rehearsal");
        assertTrue(run.err()
                .contains("warning: regatta.md:14: T-3 \"Life jackets for children\" may be the same job as "
                        + "T-2 \"Order life jackets\" at regatta.md:10: both say \"life jackets\"; it does not run (--merge strict "
                        + "runs both, --merge loose takes them for one)"),
                run.err());
    }

    @Test
    void theFlagDecidesBeforeAnybodyIsAsked() throws Exception {
        var played = typed("1\n", "plan", "import", "--merge", "strict", "regatta.md", "-o", "plan.yaml");
        assertFalse(played.err().contains("One job or two?"), played.err());
        assertTrue(plan("plan.yaml").task("T-3").filter(TaskSpec::runs).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "'', 2"})
    void aRunKeepsTheAnswerThroughResumeReplayAndVerify(String key, int tasks) throws Exception {
        var played = typed(key + "\n", "run", "regatta.md", "--model", "rehearsal", "--turns-max", "2", "--seed", "1");
        assertEquals(6, played.exitCode(), played.err());
        assertTrue(played.err().contains("One job or two?"), played.err());
        var resumed = desk.type("resume", "last", "--turns-max", "100");
        assertEquals(0, resumed.exitCode(), resumed.err() + resumed.out());
        assertFalse(resumed.err().contains("not what it was"), resumed.err());
        var replayed = desk.type("replay", "last", "--instant");
        assertTrue(replayed.out().contains(tasks + " of " + tasks), replayed.out());
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }

    @Test
    void aScriptAsksAsARunDoesUnlessItSaysHowItAnswers() throws Exception {
        Files.writeString(folder.resolve("s.baton"), "# plan: regatta.md\nexpect tasks accepted within 9h\n");
        var asked = typed("2\n", "script", "s.baton", "--model", "rehearsal");
        assertTrue(asked.err().contains("One job or two?"), asked.err());
        assertEquals(0, asked.exitCode(), asked.out() + asked.err());
        assertTrue(asked.out().contains("3 of 3 tasks accepted"), asked.out());

        var strict = typed("", "script", "s.baton", "--merge", "strict", "--model", "rehearsal");
        assertFalse(strict.err().contains("One job or two?"), strict.err());
        assertTrue(strict.out().contains("3 of 3 tasks accepted"), strict.out());

        var alone = desk.type("script", "s.baton", "--model", "rehearsal");
        assertTrue(alone.err().contains("it does not run (--merge strict runs both"), alone.err());
        assertTrue(alone.out().contains("2 of 2 tasks accepted"), alone.out());
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "3, 2"})
    void thePlanThatIsOpenedOnTheScreenIsAskedAboutThere(String key, int tasks) throws Exception {
        var terminal = new PaintedTerminal(120, 36);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var screen = Onscreen.welcome(desk.with("TERM", "xterm-256color").with("LANG", "C.UTF-8"), terminal,
                    executor, "--model",
                    "rehearsal", "--pace", "0", "--junit", "regatta.xml");
            try {
                terminal.see("Welcome to baton");
                terminal.press("3");
                terminal.type("regatta.md");
                terminal.see("One job or two?");
                terminal.pressUntil("> (•) 4", "4");
                terminal.pressUntil("> (•) " + key, key);
                terminal.press("Enter");
                terminal.see(tasks + " of " + tasks + " tasks accepted");
                terminal.press("Ctrl+X", "q");
                var left = screen.get(60, TimeUnit.SECONDS);
                assertEquals(0, left.exitCode(), left.err());
                assertTrue(left.out().contains(" of " + tasks + " tasks accepted"), left.out());
            } finally {
                terminal.vanish();
            }
        }
        assertTrue(Files.readString(folder.resolve("regatta.xml")).contains("tests=\"" + tasks + "\""),
                () -> folder.toString());
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }

    @Test
    void theChatAsksBeforeItBegins() {
        var played = typed("1\n", "chat", "regatta.md", "--model", "rehearsal");
        assertTrue(played.err().contains("One job or two?"), played.err());
        assertFalse(played.err().contains("it does not run"), played.err());
    }
}

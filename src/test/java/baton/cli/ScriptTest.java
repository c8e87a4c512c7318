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

/** Scripts as demonstrations and as tests: what they carry out, and how they fail. */
class ScriptTest {
    private static final String PLAN = Plans.TIDE_TABLES + """
            decisions:
              - id: D-1
                title: Zone
                question: Which clock do the tables use?
                options: [{key: "1", text: UTC}, {key: "2", text: local time}]
                gates: [T-2]
            """;
    private static final String SCRIPT = """
            # What a person does in a run, and what must come of it.
            # plan: plan.yaml

            expect inbox D-1
            @analyst only the last three years
            /pause T-1
            expect task T-1 paused within 10m
            /resume T-1
            /decide D-1 2 because sailors read it
            expect inbox empty
            expect task T-2 running
            expect tasks accepted within 3h
            expect file tides/tables.md
            expect no event task.failed
            expect exit 0
            """;

    @TempDir
    private Path folder;

    private Desk desk = Desk.in(Path.of("."));

    @BeforeEach
    void setUp() throws IOException {
        desk = Desk.in(folder);
        Files.writeString(folder.resolve("plan.yaml"), PLAN);
    }

    @Test
    void everyLineIsCarriedOutAndToldAndTheRecordVerifies() throws IOException {
        Files.writeString(folder.resolve("demo.baton"), SCRIPT);
        var played = desk.type("script", "demo.baton");

        assertEquals(0, played.exitCode(), played.out() + played.err());
        assertTrue(played.out().endsWith("12 lines carried out, and all that was expected held\n"), played.out());
        assertTrue(played.out().contains("decision D-1 is made by person: 2: local time: sailors read it"),
                played.out());
        assertFalse(played.out().contains("\u001b"));
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }

    @Test
    void aRehearsalTellsTheSameStoryEveryTimeAndAtEveryPace() {
        var once = desk.typing(SCRIPT).type("script", "-");
        var again = desk.typing(SCRIPT).type("script", "-");
        var slower = desk.typing(SCRIPT).type("script", "-", "--pace", "0.001");

        assertEquals(once, again);
        assertEquals(once, slower);
    }

    @Test
    void anExpectationThatDoesNotHoldEndsWithFourAndItsPlace() {
        assertEquals(new Played(4, "", """
                -:2: error: expect task T-2 accepted within 5m: it does not hold: T-2 is waiting
                baton: the script did not come out as it says
                """), desk.typing("# plan: plan.yaml\nexpect task T-2 accepted within 5m\n").type("script", "-")
                .withoutOut());
    }

    @Test
    void aLineThatTheSessionRefusesEndsWithFour() {
        var played = desk.typing("# plan: plan.yaml\n/decide D-1 1\n/decide D-1 2\n").type("script", "-");

        assertEquals(4, played.exitCode());
        assertTrue(played.err().startsWith("-:3: error: /decide D-1 2: "), played.err());
    }

    @Test
    void whatWasBuiltOnAnOverturnedDecisionIsAskedAboutShownAndDoneAgain() {
        var asked = desk.typing("""
                # plan: plan.yaml
                /decide D-1 1
                expect tasks accepted within 3h
                /overturn D-1 2 because sailors read it
                expect inbox Q-1
                expect exit 5
                """).type("script", "-");
        assertEquals(0, asked.exitCode(), asked.out() + asked.err());
        assertTrue(asked.out().contains("1  Do again: T-2"), asked.out());
        assertTrue(desk.type("why", "last").out().startsWith("T-2  writer  accepted  It is done, on D-1 as it was"));
        assertTrue(desk.type("sessions", "show", "last").out()
                .contains("Write the tables: built on D-1 before it was overturned"));

        var again = desk.type("resume", "last", "--batch", "--answer", "Q-1=1");
        assertEquals(0, again.exitCode(), again.err());
        assertTrue(again.out().contains(", 2 attempts  Write the tables\n"), again.out());
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }

    @Test
    void aNameThatIsNotThereEndsWithThree() {
        var played = desk.typing("# plan: plan.yaml\n@nobody hello\n").type("script", "-");

        assertEquals(3, played.exitCode());
        assertTrue(played.err().startsWith("-:2: error: @nobody hello: Nobody is called @nobody."), played.err());
    }

    @Test
    void linesThatCanNeverBeCarriedOutAreAllNamedAndNothingIsMade() {
        var played = desk.typing("# plan: plan.yaml\nexpect rain\nexpect\n").type("script", "-");

        assertEquals(3, played.exitCode());
        assertTrue(played.err().contains("-:2: error: ") && played.err().contains("-:3: error: "), played.err());
        assertFalse(Files.exists(folder.resolve("data")));
    }

    @Test
    void aScriptThatCannotBeReadIsSaid() {
        assertEquals(3, desk.type("script", "absent.baton").exitCode());
        assertEquals(3, desk.typing("# plan: absent.md\n/help\n").type("script", "-").exitCode());
    }

    @Test
    void whoLeavesInTheMiddleHasDoneWhatTheScriptSays() {
        var played = desk.typing("# plan: plan.yaml\n/quit\nexpect event session.result\n").type("script", "-");

        assertEquals(0, played.exitCode(), played.err());
    }

    @Test
    void aScriptThatExpectsNothingClaimsNothing() {
        var played = desk.typing("# plan: plan.yaml\n/agents\n").type("script", "-");
        assertEquals(0, played.exitCode());
        assertTrue(played.out().endsWith("1 line carried out, and nothing was expected\n"), played.out());
    }

    @Test
    void whatWasSeenInsteadIsSaidWithThePlace() {
        var words = desk.typing("# plan: plan.yaml\n\nexpect words \"full moon\" within 1m\n").type("script", "-");
        assertEquals(4, words.exitCode());
        assertTrue(
                words.err().startsWith("-:3: error: expect words \"full moon\" within 1m: it does not hold: last of "),
                words.err());
        var file = desk.typing("# plan: plan.yaml\nexpect file plan.yaml \"full moon\" within 1m\n").type("script",
                "-");
        assertTrue(file.err().contains("the file holds 14 lines, which begin with \"name: Tide tables\""), file.err());
    }

    @Test
    void anEventThatThereIsNotIsAnErrorBeforeAnythingRuns() {
        var played = desk.typing("# plan: plan.yaml\nexpect event task.acepted\nexpect no event task.died\n")
                .type("script", "-");
        assertEquals(3, played.exitCode());
        assertTrue(played.err().startsWith("""
                -:2: error: there is no event "task.acepted"
                  hint: Did you mean task.accepted?
                -:3: error: there is no event "task.died"
                """), played.err());
        assertFalse(Files.exists(folder.resolve("data")));
    }

    @Test
    void aPlanThatIsTakenForAScriptIsToldWhatItIs() throws IOException {
        Files.writeString(folder.resolve("demo.md"), "# Tides\n\nThe analyst counts the ships.\n");
        for (String plan : java.util.List.of("plan.yaml", "demo.md")) {
            var played = desk.type("script", plan);

            assertEquals(3, played.exitCode());
            assertTrue(played.err().contains(plan + ":1: error: this is a plan, not the lines of a chat"),
                    played.err());
            assertTrue(played.err().contains("Run it by  baton run " + plan), played.err());
        }
        assertEquals(3, desk.typing(PLAN).type("script", "-").exitCode());
    }
}

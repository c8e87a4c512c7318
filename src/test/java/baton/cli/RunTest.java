package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

import baton.cli.Played.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whole commands, as typed: a rehearsal from its plan to its files, and everything that looks at it afterwards. */
class RunTest {
    private static final String PLAN = """
            name: Harbour review
            goal: Know whether the harbour software may go live
            agents:
              - id: architect
                name: architect
              - id: writer
                name: writer
            tasks:
              - id: T-1
                title: Assess the architecture
                agent: architect
                outputs: [reports/architecture.md]
                timeBoxMinutes: 15
              - id: T-2
                title: Write the report
                agent: writer
                dependsOn: [T-1]
                outputs: [reports/report.md]
                timeBoxMinutes: 15
            """;
    private static final String DECISION = """
            decisions:
              - id: D-1
                title: Go live
                question: Go live in May or in June?
                options:
                  - {key: "1", text: May}
                  - {key: "2", text: June}
                recommendation: "2"
                gates: [T-2]
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
    void aPaceThatNobodyCouldMeanIsRefusedAlsoWhereNothingIsWaitedFor() {
        desk.type("run", "plan.yaml");
        for (var flags : List.of(List.of("--idle-limit", "x"), List.of("--speed", "1e30"), List.of("--speed", "0"))) {
            var played = desk.type("replay", "last", flags.getFirst(), flags.getLast());
            assertEquals(new Played(2, "", played.err()), played);
            assertTrue(played.err().startsWith("baton: " + flags.getFirst() + " "), played.err());
        }
    }

    @Test
    void aRehearsalRunsToItsEndAndLeavesThePersonsFolderAlone() throws IOException {
        var played = desk.type("run", "plan.yaml");

        assertEquals(0, played.exitCode(), played.err());
        assertTrue(played.out().startsWith("rehearsal · Harbour review · complete\n2 of 2 tasks accepted in "),
                played.out());
        try (var files = Files.list(folder)) {
            assertEquals(List.of("data", "plan.yaml"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void everyLineOfItsProgressSaysThatItIsARehearsal() {
        var played = desk.type("run", "plan.yaml", "-v");

        assertEquals(List.of(), played.err().lines().filter(line -> !line.contains("rehearsal  ")).toList());
    }

    @Test
    void aFolderThatIsNamedGetsTheFiles() throws IOException {
        Files.createDirectory(folder.resolve("work"));
        var played = desk.type("run", "plan.yaml", "--workspace", "work");

        assertEquals(0, played.exitCode(), played.err());
        assertTrue(Files.size(folder.resolve("work/reports/report.md")) > 0);
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        var one = desk.type("run", "plan.yaml", "--seed", "7");
        var other = desk.type("run", "plan.yaml", "--seed", "7", "--sessions", "elsewhere");

        assertEquals(one.err(), other.err());
    }

    @Test
    void jsonIsOneObjectWithTheStatus() {
        var played = desk.type("run", "plan.yaml", "--output-format", "json");

        assertEquals(1, played.out().lines().count());
        assertTrue(played.out().contains("\"type\":\"session.result\"") && played.out().contains(
                "\"status\":\"complete\""), played.out());
    }

    @Test
    void streamJsonHasEveryEventWithoutAGapAndEndsWithTheResult() {
        var lines = desk.type("run", "plan.yaml", "--output-format", "stream-json").out().lines().toList();

        assertEquals(IntStream.rangeClosed(1, lines.size()).boxed().toList(),
                lines.stream().map(line -> Integer.parseInt(line.replaceAll(".*?\"seq\":(\\d+),.*", "$1"))).toList());
        assertTrue(lines.getFirst().contains("\"type\":\"session.started\""));
        assertTrue(lines.getLast().contains("\"type\":\"session.result\""));
        assertTrue(lines.stream().allMatch(line -> line.startsWith("{\"v\":1,\"seq\":") && line.endsWith("}")));
    }

    @Test
    void theJunitFileHasACaseForEveryTask() throws IOException {
        desk.type("run", "plan.yaml", "--junit", "out/junit.xml");

        String xml = Files.readString(folder.resolve("out/junit.xml"));
        assertEquals(2, xml.lines().filter(line -> line.startsWith("<testcase ")).count());
        assertTrue(xml.contains("tests=\"2\" failures=\"0\" skipped=\"0\""), xml);
    }

    @Test
    void aReportThatCannotBeWrittenIsSaidBeforeAnythingIsStarted() throws IOException {
        Files.writeString(folder.resolve("file"), "mine");
        Files.createDirectory(folder.resolve("there"));
        for (String path : List.of("file/junit.xml", "there", "/dev/null/junit.xml")) {
            var played = desk.type("run", "plan.yaml", "--junit", path);

            assertEquals(3, played.exitCode(), path);
            assertTrue(played.err().startsWith("baton: --junit " + path + " cannot be written: "), played.err());
            assertTrue(played.err().endsWith("Nothing was started.\n"), played.err());
        }
        assertFalse(Files.exists(folder.resolve("data")));
        assertEquals("mine", Files.readString(folder.resolve("file")));
    }

    @Test
    void aBuildServerGetsThePageOfTheRunAfterWhatItHas() throws IOException {
        Files.writeString(folder.resolve("step.md"), "before\n");
        var played = desk.with("GITHUB_STEP_SUMMARY", folder.resolve("step.md").toString()).type("run", "plan.yaml");

        assertEquals(0, played.exitCode(), played.err());
        String page = Files.readString(folder.resolve("step.md"));
        assertTrue(page.startsWith("before\n# harbour-review-"), page);
        assertTrue(page.contains("2 of 2 tasks accepted"), page);

        var noPage = desk.with("GITHUB_STEP_SUMMARY", "/dev/null/step.md").type("run", "plan.yaml");
        assertEquals(0, noPage.exitCode());
        assertTrue(noPage.err().contains("note: the page for GITHUB_STEP_SUMMARY cannot be written: "), noPage.err());
    }

    @Test
    void anExportGoesOnlyIntoANewFile() throws IOException {
        assertEquals(0, desk.type("run", "plan.yaml").exitCode());
        Files.writeString(folder.resolve("mine.jsonl"), "mine");

        assertEquals(3, desk.type("sessions", "export", "last", "-o", "mine.jsonl").exitCode());
        assertEquals("mine", Files.readString(folder.resolve("mine.jsonl")));
        assertEquals(3, desk.type("sessions", "export", "last", "-o", "no/folder.jsonl").exitCode());
        assertEquals(3, desk.type("sessions", "export", "nobody", "-o", "new.jsonl").exitCode());
        assertFalse(Files.exists(folder.resolve("new.jsonl")));
    }

    @Test
    void anOpenDecisionEndsWithFiveAndAnAnswerGoesOn() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), PLAN + DECISION);
        var stopped = desk.type("run", "plan.yaml");

        assertEquals(5, stopped.exitCode(), stopped.err());
        assertTrue(stopped.outWithoutNames().contains("baton resume harbour-review-DATE --answer D-1=2"),
                stopped.out());
        assertTrue(desk.type("why", "last", "T-2").out().contains("D-1"));

        var resumed = desk.type("resume", "--answer", "D-1=2");
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertTrue(desk.type("replay", "last", "--verify").out().startsWith("verified: "));
    }

    @Test
    void anAnswerInAdvanceNeedsNobody() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), PLAN + DECISION);
        Files.writeString(folder.resolve("answers.yaml"), "D-1: 1\n");

        assertEquals(0, desk.type("run", "plan.yaml", "--answers", "answers.yaml").exitCode());
    }

    @Test
    void anAnswerByWordsThatNobodyAsksIsNoted() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), PLAN + DECISION);
        Files.writeString(folder.resolve("answers.yaml"), "match:\n  may or in june: 1\n  budget: 5000\n");
        var played = desk.type("run", "plan.yaml", "--answers", "answers.yaml");

        assertEquals(0, played.exitCode(), played.err());
        assertTrue(played.err().endsWith("note: nothing that was asked holds \"budget\"; its answer was not used\n"),
                played.err());
    }

    @Test
    void wrongAnswersOfAFileAreNamedWithTheirLines() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), PLAN + DECISION + """
                  - id: D-2
                    title: Go live loudly
                    question: Announce it?
                """);
        Files.writeString(folder.resolve("answers.yaml"), "D-1: 1\nD-9: 2\nmatch:\n  loudly: yes\n  go live: no\n");

        assertEquals(new Played(3, "", """
                answers.yaml:2: error: nothing is called D-9
                  hint: Did you mean D-1?
                answers.yaml:5: error: "go live" fits several: D-1, D-2
                  hint: Write more of the words, or answer each by its id.
                baton: the answers cannot be used
                """), desk.type("run", "plan.yaml", "--answers", "answers.yaml"));
    }

    @Test
    void wordsAreLookedForInTheTitleToo() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), PLAN + DECISION);
        Files.writeString(folder.resolve("answers.yaml"), "match:\n  GO LIVE: 1\n");

        assertEquals(0, desk.type("run", "plan.yaml", "--answers", "answers.yaml").exitCode());
    }

    @Test
    void anAnswerToNothingIsRefusedBeforeAnythingIsMade() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), PLAN + DECISION);
        var played = desk.type("run", "plan.yaml", "--answer", "D-2=1");

        assertEquals(new Played(3, "", """
                error: nothing is called D-2
                  hint: Did you mean D-1?
                baton: the answers cannot be used
                """), played);
        assertFalse(Files.exists(folder.resolve("data")));
    }

    @Test
    void theTimeoutStopsWithItsOwnCodeAndResumeGoesOnToTheEnd() {
        var stopped = desk.type("run", "plan.yaml", "--timeout", "1m");
        assertEquals(124, stopped.exitCode(), stopped.err());

        var resumed = desk.type("resume", "last", "--timeout", "5h");
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }

    @Test
    void aSecondRunNamesTheUnfinishedSession() {
        desk.type("run", "plan.yaml", "--timeout", "1m");

        var again = desk.type("run", "plan.yaml");
        assertTrue(again.err().startsWith("note: an earlier session of this plan is not finished; go on with it by"),
                again.err());
        assertEquals(0, again.exitCode());
    }

    @Test
    void aRefusedPlanListsAllItsErrorsAndMakesNothing() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), PLAN.replace("dependsOn: [T-1]", "dependsOn: [T-2]")
                .replace("agent: architect", "agent: nobody"));
        var played = desk.type("run", "plan.yaml");

        assertEquals(3, played.exitCode());
        assertTrue(played.err().lines().filter(line -> line.contains(": error: ")).count() >= 2, played.err());
        assertFalse(Files.exists(folder.resolve("data")));
    }

    @Test
    void aWrongShapeHidesNeitherACycleNorAnIdGivenTwice() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), """
                name: Knot
                agents: [{id: writer, name: writer}]
                tasks:
                  - {id: T-1, title: One, agent: writer, dependsOn: [T-2]}
                  - {id: T-2, title: Two, agent: writer, dependsOn: [T-1], timeBoxMinutes: soon}
                  - {id: T-3, title: Three, agent: writer}
                  - {id: T-3, title: Four, agent: writer}
                """);
        var played = desk.type("plan", "lint", "plan.yaml");

        assertEquals(3, played.exitCode());
        assertEquals(List.of("plan.yaml:4", "plan.yaml:5", "plan.yaml:7"),
                played.out().lines().filter(line -> line.contains(": error: ")).map(line -> line.split(": ", 2)[0])
                        .toList());
    }

    @Test
    void aPathFromTheRootIsSaidToMeanTheWorkspace() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), PLAN.replace("[reports/", "[/reports/"));

        assertTrue(desk.type("plan", "lint", "plan.yaml").out().contains("note: /reports/architecture.md and 1 more"
                + " that begin with / mean files in the workspace, not on the whole machine\n"));
    }

    @Test
    void absentPlansAreAllNamed() {
        assertEquals(new Played(3, "", """
                a.md: error: there is no such file
                  hint: Check the name and the folder you are in.
                b.md: error: there is no such file
                  hint: Check the name and the folder you are in.
                baton: the plan cannot be read
                """), desk.type("run", "a.md", "b.md"));
    }

    @Test
    void aPlanMayComeFromStandardInput() {
        var typed = desk.typing("# Nothing\n\nHere is no agent.\n").type("plan", "lint", "-");

        assertEquals(3, typed.exitCode());
        assertTrue(typed.out().contains("error"), typed.out());
    }

    @Test
    void flagsWinOverVariablesAndVariablesOverFiles() throws IOException {
        Files.writeString(folder.resolve("baton.yaml"), "agents-max: 2\nseed: 4\napprove: \"allow:rm -rf x\"\n");
        var played = desk.with("BATON_AGENTS_MAX", "3").type("doctor", "--config");

        assertTrue(played.out().contains("agents-max       3"), played.out());
        assertTrue(played.out().contains("(2)"), played.out());
        assertTrue(played.out().contains("seed             4"), played.out());
        assertTrue(played.out().contains("approve          deny"), played.out());
        assertTrue(played.err().contains("\"approve\" of this folder is not used"), played.err());
    }

    @Test
    void aBadValueNamesWhereItCameFrom() {
        assertEquals(new Played(2, "", """
                baton: BATON_TIME_BOX "soon" is not a length of time
                  hint: Write a number with s, m, h or d, such as 90s, 15m or 1h30m.
                """), desk.with("BATON_TIME_BOX", "soon").type("run", "plan.yaml"));
    }

    @Test
    void aModelWithoutAProviderEndsWithSeven() {
        var played = desk.type("run", "plan.yaml", "--model", "acme/large");

        assertEquals(7, played.exitCode(), played.err());
        assertTrue(played.err().contains("acme"), played.err());
    }

    @Test
    void whatWasDoneCanBeSeenAndTakenBack() throws IOException {
        Files.createDirectory(folder.resolve("work"));
        Files.createDirectory(folder.resolve("work/reports"));
        Files.writeString(folder.resolve("work/reports/mine.md"), "mine\n");
        desk.type("run", "plan.yaml", "--workspace", "work");

        assertTrue(desk.type("diff").out().contains("+++ b/reports/report.md"));
        assertEquals(new Played(0, "removed    reports/architecture.md\nremoved    reports/report.md\n", ""),
                desk.type("undo", "last"));
        assertFalse(Files.exists(folder.resolve("work/reports/report.md")));
        assertEquals("mine\n", Files.readString(folder.resolve("work/reports/mine.md")));
    }

    @Test
    void theRecordCanBeReadInEveryWay() {
        desk.type("run", "plan.yaml");

        assertTrue(desk.type("log", "last", "--agent", "writer").out().contains("T-2 writer begins, attempt 1"));
        assertTrue(desk.type("prompt", "last", "T-2").out().contains("--- system: role"));
        assertTrue(desk.type("replay", "last").out().contains("T-2  writer     is done and accepted"));
        assertTrue(desk.type("sessions", "list").out().contains("Harbour review"));
        assertTrue(desk.type("sessions", "list", "--json").out().contains("\"status\":\"complete\""));
        assertTrue(desk.type("sessions", "show").out().startsWith("rehearsal · Harbour review · complete"));
        assertTrue(desk.type("sessions", "export", "last").out().lines().findFirst().orElse("")
                .contains("session.started"));
    }

    @Test
    void anExportedSessionImportsToTheSameRecord() {
        desk.type("run", "plan.yaml");
        assertEquals(0, desk.type("sessions", "export", "last", "-o", "run.jsonl").exitCode());
        assertEquals(3, desk.type("sessions", "export", "last", "-o", "run.jsonl").exitCode());

        var imported = desk.type("sessions", "import", "run.jsonl", "--sessions", "elsewhere");
        assertEquals(0, imported.exitCode(), imported.err());
        assertTrue(desk.type("replay", "last", "--verify", "--sessions", "elsewhere").out().startsWith("verified: "));
        assertTrue(desk.type("sessions", "export", "last", "--format", "md").out().startsWith("# "));
    }

    @Test
    void anExportThatWasCutShortLeavesNothing() throws IOException {
        assertEquals(0, desk.type("run", "plan.yaml").exitCode());
        var lines = desk.type("sessions", "export", "last").out().lines().toList();
        Files.writeString(folder.resolve("cut.jsonl"), String.join("\n", lines.subList(0, 20)));

        var refused = desk.type("sessions", "import", "cut.jsonl", "--sessions", "elsewhere");
        assertEquals(3, refused.exitCode());
        assertTrue(refused.err().contains("cut.jsonl, the line record.end is missing"), refused.err());
        assertEquals(List.of(), desk.type("sessions", "list", "--sessions", "elsewhere").out().lines()
                .filter(line -> !line.contains(" example ")).toList());
    }

    @Test
    void aRedactedExportHoldsNoneOfItSaysSoAndIsNoSessionAgain() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), PLAN.replace("Assess the", "Assess acme_corp's").replace(
                "reports/architecture.md", "reports/acme_corp.md"));
        assertEquals(0, desk.type("run", "plan.yaml").exitCode());

        for (String format : List.of("md", "jsonl")) {
            String plain = desk.type("sessions", "export", "last", "--format", format).out();
            String redacted = desk.type("sessions", "export", "last", "--format", format, "--redact", "acme_[a-z]+",
                    "--redact", "[Hh]arbour").out();
            assertTrue(plain.contains("acme") && plain.contains("arbour"), plain);
            assertFalse(redacted.contains("acme") || redacted.contains("arbour"), redacted);
            assertTrue(redacted.contains("redacted"), redacted);
        }
        desk.type("sessions", "export", "last", "--redact", "acme_[a-z]+", "-o", "redacted.jsonl");
        var lines = Files.readAllLines(folder.resolve("redacted.jsonl"));
        assertTrue(lines.stream().allMatch(line -> line.contains("\"redacted\":true,")), lines::toString);
        assertTrue(lines.getLast().contains("\"type\":\"session.result\""), lines.getLast());
        assertEquals(
                new Played(3, "",
                        """
                                baton: redacted.jsonl, line 1: this is a redacted export: what was taken out is gone, so no session can be \
                                made of it
                                  hint: Nothing was made. Give it all that  baton sessions export SESSION  wrote, unchanged.
                                """),
                desk.type("sessions", "import", "redacted.jsonl"));
        assertEquals(2, desk.type("sessions", "export", "last", "--redact", "acme(").exitCode());
    }

    @Test
    void wordsAreFoundInEverySession() {
        assertEquals(0, desk.type("run", "plan.yaml").exitCode());

        var found = desk.type("sessions", "search", "architecture", "asses*", "--limit", "1");
        assertEquals(0, found.exitCode(), found.err());
        assertTrue(found.outWithoutNames().startsWith("harbour-review-DATE\n  #2  plan.loaded\n"), found.out());
        assertTrue(found.out().contains("[Assess] the [architecture]"), found.out());
        assertTrue(found.err().matches("\\d+ more; --limit N shows them.\n"), found.err());
        var json = desk.type("sessions", "search", "reports/architecture.md", "--json").out();
        assertTrue(json.contains("\"seq\":2,") && json.contains("\"agent\":\"architect\""), json);
        assertEquals(new Played(0, "", "Nothing holds submarine.\n"), desk.type("sessions", "search", "submarine"));
        assertEquals(2, desk.type("sessions", "search", "--", "--").exitCode());
    }

    @Test
    void aFileThatIsNoExportIsNamedAndLeavesNothing() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "milk, eggs\n");

        var played = desk.type("sessions", "import", "notes.txt", "--sessions", "elsewhere");
        assertEquals(3, played.exitCode());
        assertTrue(played.err().startsWith("baton: notes.txt, line 1: not JSON"), played.err());
        assertTrue(played.err().contains("Nothing was made."), played.err());
        assertEquals(3, desk.type("sessions", "import", ".", "--sessions", "elsewhere").exitCode());
    }

    @Test
    void aDeletedSessionIsGoneWithEverythingBesideIt() throws IOException {
        desk.type("run", "plan.yaml");
        String name = desk.type("sessions", "list", "--json").out().replaceAll("(?s).*?\"name\":\"([^\"]+)\".*", "$1");

        assertEquals(new Played(0, "deleted " + name + "\n", ""), desk.type("sessions", "delete", name));
        try (var left = Files.list(folder.resolve("data/baton/sessions"))) {
            assertEquals(List.of(), left.filter(file -> !file.toString().endsWith(".lock")).toList());
        }
    }

    @Test
    void aChangedRecordIsNotGoneOnWith() throws IOException, SQLException {
        Files.writeString(folder.resolve("plan.yaml"), PLAN + DECISION);
        assertEquals(5, desk.type("run", "plan.yaml").exitCode());
        changeTheFirstOutcome();
        String before = desk.type("sessions", "export", "last").out();

        var played = desk.type("resume", "last", "--answer", "D-1=2");
        assertEquals(8, played.exitCode(), played.err());
        assertTrue(played.err().contains("(turn.completed)"), played.err());
        assertEquals(before, desk.type("sessions", "export", "last").out());
    }

    @Test
    void aChangedPieceOfStreamedTextIsFound() throws IOException, SQLException {
        assertEquals(0, desk.type("run", "plan.yaml").exitCode());
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + session());
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE chunk SET text = text || '!' WHERE (turn, ordinal) IN"
                    + " (SELECT turn, ordinal FROM chunk ORDER BY turn, ordinal LIMIT 1)"));
        }
        var verdict = desk.type("replay", "last", "--verify");

        assertEquals(8, verdict.exitCode());
        assertTrue(verdict.out().contains("do not add up to its text"), verdict.out() + verdict.err());
    }

    private void changeTheFirstOutcome() throws IOException, SQLException {
        Path file;
        try (var made = Files.list(folder.resolve("data/baton/sessions"))) {
            file = made.filter(path -> path.toString().endsWith(".db")).findFirst().orElseThrow();
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE event SET body = replace(body, 'Rehearsal', 'Rehearsol')"
                    + " WHERE seq = (SELECT min(seq) FROM event WHERE type = 'turn.completed')"));
        }
    }

    @Test
    void aFolderThatCannotHoldSessionsIsRefusedWithWhatToDo() throws IOException {
        Files.writeString(folder.resolve("file"), "mine");
        for (String place : List.of("/dev/null/x", "file")) {
            var played = desk.type("run", "plan.yaml", "--sessions", place);

            assertEquals(3, played.exitCode(), played.err());
            assertTrue(played.err().endsWith(
                    "  hint: Choose a folder on a local disk that you may write to: --sessions DIR or BATON_SESSIONS.\n"),
                    played.err());
        }
    }

    @Test
    void aSessionThatOthersMayReadIsReadWithANote() throws IOException {
        assertEquals(0, desk.type("run", "plan.yaml").exitCode());
        assertEquals("", desk.type("sessions", "show", "last").err());
        Path session = session();
        Files.setPosixFilePermissions(session, PosixFilePermissions.fromString("rw-r--r--"));

        var played = desk.type("sessions", "show", "last");
        assertEquals(0, played.exitCode());
        assertEquals("note: others on this machine may read this session (rw-r--r--); chmod 600 " + session + "\n",
                played.err());
    }

    private Path session() throws IOException {
        try (var files = Files.list(folder.resolve("data/baton/sessions"))) {
            return files.filter(file -> file.toString().endsWith(".db")).findFirst().orElseThrow();
        }
    }

    @Test
    void anUnknownSessionIsNamedWithWhatToDo() {
        desk.type("run", "plan.yaml");
        var played = desk.type("why", "nosuch");
        assertEquals(3, played.exitCode());
        assertTrue(played.err().endsWith("  hint: See  baton sessions list.\n"), played.err());
        assertTrue(desk.type("why", "harbor").err().contains("Did you mean harbour-review"));
        assertTrue(played.err().startsWith("baton: there is no session \"nosuch\" in "), played.err());
    }

    @Test
    void aFirstFolderIsReadyToRun() {
        assertEquals(0, desk.type("init").exitCode());
        assertTrue(desk.type("init").out().contains("kept  plan.md, which was there"));
        assertEquals(0, desk.type("plan", "lint", "plan.md").exitCode());
        var played = desk.type("run", "plan.md");
        assertEquals(0, played.exitCode(), played.err() + played.out());
    }
}

package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import baton.cli.Played.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The chat line by line, as somebody who types, or a pipe, meets it. */
class ChatTest {
    private static final String PLAN = Plans.TIDE_TABLES_IN_TURN;
    /** A gate in front of the end of the run, which the file meets or not. */
    private static final String GATE = """
            gates: [{name: Print, scope: run, checks: [{text: The cover, path: cover.md}]}]
            """;

    @TempDir
    private Path folder;

    private Desk desk = Desk.in(Path.of("."));

    @BeforeEach
    void setUp() throws IOException {
        desk = Desk.in(folder);
        Files.writeString(folder.resolve("plan.yaml"), PLAN);
    }

    /** A script waits for what a pipe cannot know. */
    private Played says(String... lines) {
        return desk.typing("# plan: plan.yaml\nexpect tasks accepted within 5h\n" + String.join("\n", lines) + "\n")
                .type("script", "-");
    }

    /** A pipe gets every byte, a person no blanks at the ends of lines. */
    private static String shown(String text) {
        return text.strip().replaceAll(" +\n", "\n");
    }

    private List<String> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).filter(name -> name.endsWith(ending)).sorted()
                    .toList();
        }
    }

    @Test
    void changesAndRequestsAreShownAsTheCommandsShowThem() {
        var played = says("/diff", "/diff T-2", "/prompt T-2");

        assertEquals(0, played.exitCode(), played.out() + played.err());
        var diff = desk.type("diff", "last").out();
        assertTrue(played.out().contains(shown(diff)), played.out());
        assertTrue(played.out().contains(shown(desk.type("diff", "last", "T-2").out())), played.out());
        assertTrue(played.out().contains(shown(desk.type("prompt", "last", "T-2").out())), played.out());
    }

    @Test
    void theConversationIsSavedDumpedAndExportedAndNothingIsOverwritten() throws IOException {
        var played = says("/save", "/save", "/save mine.txt", "/dump", "/export md", "/export jsonl");

        assertEquals(0, played.exitCode(), played.out() + played.err());
        assertEquals(List.of("baton-conversation-2.md", "baton-conversation.md"), files(".md").stream()
                .filter(name -> name.startsWith("baton")).toList());
        var log = desk.type("log", "last").out();
        assertEquals(log, Files.readString(folder.resolve("mine.txt")));
        assertTrue(played.out().contains(log), played.out());
        assertEquals(List.of(1, 1), List.of(files(".jsonl").size(), files(".md").stream()
                .filter(name -> name.startsWith("tide-tables-")).toList().size()));
    }

    @Test
    void whatNobodyHasReadIsSeenAndTakenBackToBeWrittenAnew() {
        var played = desk.typing("""
                # plan: plan.yaml
                @writer in feet
                @writer with a map
                /queue
                /unsend
                /queue
                expect tasks accepted within 5h
                /unsend
                """).type("script", "-");

        assertEquals(4, played.exitCode(), played.out() + played.err());
        var queue = played.out().lines().filter(line -> line.matches("M-\\d+ .*"))
                .map(line -> line.replaceAll("\\d+", "n"))
                .toList();
        assertEquals(List.of("M-n  @writer in feet", "M-n  @writer with a map", "M-n  @writer in feet"), queue);
        assertTrue(played.err().contains("no message waits: whatever was said has been read"), played.err());
        var log = desk.type("log", "last").out();
        assertTrue(log.contains("It amends your task and does not replace it:\n  in feet") || log.contains("in feet"),
                log);
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }

    @Test
    void aCopyIsTheSourceTextAndNamesItsWay() throws IOException {
        var played = says("/copy @writer");

        assertEquals(0, played.exitCode(), played.out() + played.err());
        assertTrue(played.out().contains("Copied text of @writer, "), played.out());
        Path copy = folder.resolve("data/baton/sessions/screen/last-copy");
        assertTrue(desk.type("log", "last").out().contains(Files.readString(copy).lines().findFirst().orElseThrow()));
        assertFalse(played.out().contains("\u001b"));
    }

    @Test
    void whatCannotBeDoneSaysWhyAndTheExportIsNotMadeTwice() {
        var twice = says("/export md", "/export md");
        assertEquals(4, twice.exitCode());
        assertTrue(twice.err().contains("is there already"), twice.err());
        var unknown = says("/export pdf");
        assertEquals(3, unknown.exitCode());
        assertTrue(unknown.err().contains("\"pdf\" does not fit here"), unknown.err());
    }

    @Test
    void linesOfAPipeAreReadOnlyOnceTheSessionHasBegun() {
        var played = desk.typing("/priority T-2 P0\n").type("chat", "plan.yaml");

        assertEquals(0, played.exitCode(), played.err());
        assertFalse(played.out().contains("Not done"), played.out());
    }

    @Test
    void theGatesOfThePlanCountBeforeAPersonAsTheyDoInBatch() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), PLAN + GATE);
        var failed = desk.type("chat", "plan.yaml", "--workspace", folder.toString());
        assertEquals(4, failed.exitCode(), failed.out() + failed.err());
        assertTrue(failed.out().contains("the checks at the end did not pass"), failed.out());
        assertTrue(failed.out().contains("the checks at the end of the run did not pass"), failed.out());

        Files.writeString(folder.resolve("cover.md"), "Tides\n");
        assertEquals(0, desk.type("resume", "last").exitCode());
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }

    @Test
    void aReportForOtherProgramsIsWrittenBeforeAPersonToo() throws IOException {
        assertEquals(0, desk.type("chat", "plan.yaml", "--junit", "out.xml").exitCode());
        assertTrue(Files.readString(folder.resolve("out.xml")).contains("testcase"));
        assertEquals(3, desk.type("chat", "plan.yaml", "--junit", "/dev/null/out.xml").exitCode());
    }
}

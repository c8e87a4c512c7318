package baton.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;

import baton.engine.Outcome.ToolEnd;
import baton.engine.fact.FileChange;
import baton.runtime.Content;
import baton.runtime.ToolBox.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FileToolsTest {
    @TempDir
    Path folder;
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static String sha(String text) {
        return Content.of(text).sha256();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void aNewFileIsWrittenWithItsFoldersAndBothSidesAreKept() throws Exception {
        var result = bench.call("write_file", "{'path':'/docs/a.md','content':'one\\ntwo\\n'}", List.of("docs/**"));
        assertEquals(ToolEnd.DONE, result.end());
        assertEquals("docs/a.md: new file, 8 bytes, 2 lines, sha256 " + sha("one\ntwo\n") + ".", result.text());
        assertEquals(List.of(new FileChange("docs/a.md", "", sha("one\ntwo\n"), 8, true)), result.changes());
        assertEquals(List.of(sha("one\ntwo\n")), result.contents().stream().map(Content::sha256).toList());
        assertEquals("one\ntwo\n", bench.content("docs/a.md"));
    }

    @Test
    void overwritingKeepsTheOldContentAndThePermissions() throws Exception {
        bench.file("run.sh", "old");
        Files.setPosixFilePermissions(bench.workspace.resolve("run.sh"), PosixFilePermissions.fromString("rwxr-x---"));
        var result = bench.call("write_file", "{'path':'run.sh','content':'new'}");
        assertEquals(List.of(new FileChange("run.sh", sha("old"), sha("new"), 3, true)), result.changes());
        assertArrayEquals(utf8("old"), result.contents().getFirst().bytes());
        assertEquals("rwxr-x---",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(bench.workspace.resolve("run.sh"))));
    }

    @Test
    void aWriteOutsideTheAgentsPathsSaysWhoseRuleRefusedIt() throws Exception {
        var result = bench.call("write_file", "{'path':'src/a.txt','content':'x'}", List.of("docs/**", "notes.md"));
        assertEquals(Result.failed("\"src/a.txt\" is outside the paths of builder, which are: docs/**, notes.md."),
                result);
        assertEquals(Result.failed("\"src/a.txt\" is refused by the paths of builder: this agent may write nothing."),
                bench.call("edit_file", "{'path':'src/a.txt','old':'x','new':'y'}", List.of()));
        assertFalse(Files.exists(bench.workspace.resolve("src")));
    }

    @Test
    void aVersionThatWasNotExpectedIsNotOverwritten() throws Exception {
        bench.file("a.txt", "theirs");
        var result = bench.call("write_file",
                "{'path':'a.txt','content':'mine','expected_sha256':'" + sha("read before") + "'}");
        assertEquals(Result.failed("\"a.txt\" has sha256 " + sha("theirs") + ", not the expected " + sha("read before")
                + ". Nothing was written; read it again."), result);
        assertEquals("theirs", bench.content("a.txt"));
    }

    @Test
    void aFileThatChangesBetweenTheLookAndTheWriteIsNotOverwritten() throws Exception {
        bench.file("a.txt", "seen");
        try (var workspace = FolderWorkspace.open(bench.workspace, FolderWorkspace.Mode.READ_WRITE)) {
            var path = OwnedPath.of(WorkspacePath.parse("a.txt"), "builder", List.of("**"));
            bench.file("a.txt", "changed by a person");
            assertThrows(Refused.Conflict.class, () -> workspace.write(path, utf8("mine"), sha("seen"), "key"));
            assertThrows(Refused.Conflict.class, () -> workspace.write(path, utf8("mine"), "", "key"));
            assertThrows(Refused.Conflict.class, () -> workspace.delete(path, sha("seen")));
            var gone = OwnedPath.of(WorkspacePath.parse("gone.txt"), "builder", List.of("**"));
            assertThrows(Refused.Conflict.class, () -> workspace.write(gone, utf8("mine"), sha("seen"), "key"));
        }
        assertEquals("changed by a person", bench.content("a.txt"));
        assertEquals(1, bench.workspace.toFile().list().length);
    }

    @Test
    void twentyWritersOfOneFileLoseNothingUnseen() throws Exception {
        bench.file("count.txt", "0");
        var threads = IntStream.range(0, 20).mapToObj(number -> Thread.ofVirtual().start(() -> {
            for (boolean done = false; !done;) {
                done = increment();
            }
        })).toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals("20", bench.content("count.txt"));
    }

    private boolean increment() {
        try {
            String seen = bench.content("count.txt");
            return bench.call("write_file", "{'path':'count.txt','content':'" + (Integer.parseInt(seen) + 1)
                    + "','expected_sha256':'" + sha(seen) + "'}").end() == ToolEnd.DONE;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anEditReplacesTheOneExactOccurrence() throws Exception {
        bench.file("a.txt", "one two\nthree\n");
        var result = bench.call("edit_file", "{'path':'a.txt','old':'two\\nthree','new':'2\\n3'}");
        assertEquals(ToolEnd.DONE, result.end());
        assertEquals("one 2\n3\n", bench.content("a.txt"));
    }

    @Test
    void anEditThatIsNotUniqueOrNotThereSaysWhatToDo() throws Exception {
        bench.file("a.txt", "x\ny\nx\n");
        bench.file("dos.txt", "a\r\nb\r\n");
        assertEquals("The old text occurs 2 times in \"a.txt\", first in the lines 1, 3;"
                + " make it longer until it is unique, or set \"all\".",
                bench.call("edit_file", "{'path':'a.txt','old':'x','new':'z'}").text());
        assertEquals("The old text does not occur in \"a.txt\"; read the file again and copy the text exactly.",
                bench.call("edit_file", "{'path':'a.txt','old':'q','new':'z'}").text());
        assertEquals(
                "The old text does not occur in \"dos.txt\": the file's lines end with \\r\\n, so must the old text's.",
                bench.call("edit_file", "{'path':'dos.txt','old':'a\\nb','new':'z'}").text());
        bench.file("overlap.txt", "aaa");
        assertEquals(ToolEnd.FAILED, bench.call("edit_file", "{'path':'overlap.txt','old':'aa','new':'b'}").end());
        assertEquals("x\ny\nx\n", bench.content("a.txt"));
        bench.call("edit_file", "{'path':'a.txt','old':'x','new':'z','all':true}");
        assertEquals("z\ny\nz\n", bench.content("a.txt"));
    }

    @Test
    void aRepeatedWriteIsDoneOnceAndStillKnowsWhatWasThereBefore() throws Exception {
        bench.file("a.txt", "before");
        var request = Bench.request("write_file", "{'path':'a.txt','content':'after'}", List.of("**"), "same key");
        var first = bench.tools.call(request);
        try (var restarted = new WorkspaceToolBox(
                FolderWorkspace.open(bench.workspace, FolderWorkspace.Mode.READ_WRITE), bench.scratch, Bench.REDACT)) {
            var second = restarted.call(request);
            assertEquals(ToolEnd.DONE, second.end());
            assertEquals(first.changes(), second.changes());
            assertEquals("before", text(second.contents().getFirst().bytes()));
            assertTrue(second.text().startsWith("This write had already happened."), second.text());
        }
    }

    @Test
    void aRepeatedEditIsNotDoneTwice() throws Exception {
        bench.file("a.txt", "x");
        var request = Bench.request("edit_file", "{'path':'a.txt','old':'x','new':'xx'}", List.of("**"), "same key");
        var first = bench.tools.call(request);
        assertEquals(first.changes(), bench.tools.call(request).changes());
        assertEquals("xx", bench.content("a.txt"));
    }

    @Test
    void aKilledWriteLeavesNothingThatItsRepetitionDoesNotClean() throws Exception {
        var path = OwnedPath.of(WorkspacePath.parse("a.txt"), "builder", List.of("**"));
        String leftover = ".baton-" + Content.of("key a.txt").sha256().substring(0, 16) + ".tmp";
        bench.file(leftover, "half a wr");
        assertEquals("The workspace: 0 entries\n", bench.call("list_files", "{}").text());
        try (var workspace = FolderWorkspace.open(bench.workspace, FolderWorkspace.Mode.READ_WRITE)) {
            workspace.write(path, utf8("whole"), "", "key");
        }
        assertEquals(List.of("a.txt"), List.of(bench.workspace.toFile().list()));
    }

    @Test
    void largeFilesAndFilesWithSecretsAreWrittenButNotKeptInTheSession() throws Exception {
        bench.file("big.txt", "x".repeat(ContentKeeper.BYTES_MAX + 1));
        bench.file("keys.env", "key-123456");
        var big = bench.call("write_file", "{'path':'big.txt','content':'small'}");
        var keys = bench.call("write_file", "{'path':'keys.env','content':'none'}");
        assertEquals(List.of(false, false), List.of(big.changes().getFirst().kept(), keys.changes().getFirst().kept()));
        assertEquals(List.of(), keys.contents());
        assertEquals("key-123456", text(
                WorkspaceToolBox.contentsIn(bench.scratch).find(keys.changes().getFirst().beforeSha256())
                        .orElseThrow()));
    }

    @Test
    void aFolderThatNobodyTrustsYetIsReadOnly() throws Exception {
        bench.file("a.txt", "x");
        try (var untrusted = new Bench(folder, FolderWorkspace.Mode.READ_ONLY)) {
            assertEquals("\"a.txt\" is not written: this folder is read-only until its owner trusts it (baton trust).",
                    untrusted.call("write_file", "{'path':'a.txt','content':'y'}").text());
            assertEquals("Not run: this folder is read-only until its owner trusts it (baton trust).",
                    untrusted.run("touch", "b.txt").text());
            assertTrue(untrusted.call("read_file", "{'path':'a.txt'}").text().endsWith("1 line:\nx\n"));
        }
        assertEquals("x", bench.content("a.txt"));
    }

    @Test
    void readingTellsHashSizeAndWhatWasLeftOut() throws Exception {
        bench.file("a.txt", "one\ntwo\nthree\nfour\n");
        String head = "a.txt: 19 bytes, sha256 " + sha("one\ntwo\nthree\nfour\n") + ", 4 lines";
        assertEquals(head + ":\none\ntwo\nthree\nfour\n", bench.call("read_file", "{'path':'a.txt'}").text());
        assertEquals(head + ", lines 2 to 3 shown:\ntwo\nthree\n[cut here; go on with from_line 4]\n",
                bench.call("read_file", "{'path':'a.txt','from_line':2,'lines':2}").text());
        assertEquals(ToolEnd.FAILED, bench.call("read_file", "{'path':'a.txt','from_line':9}").end());
    }

    @Test
    void anAbsolutePathIntoTheWorkspaceMeansWhatItSays() throws Exception {
        bench.file("a.txt", "x");
        assertEquals(ToolEnd.DONE,
                bench.call("read_file", "{'path':'" + bench.workspace.toRealPath() + "/a.txt'}").end());
        assertEquals(ToolEnd.FAILED, bench.call("read_file", "{'path':'" + bench.outside + "/secret.txt'}").end());
    }

    @Test
    void binaryEmptyAndVeryLongFilesAreShownInBoundedText() throws Exception {
        bench.file("empty.txt", "");
        bench.file("bin", "a\0b");
        bench.file("long.txt", "x".repeat(3_000_000));
        bench.file("many.txt", "line\n".repeat(100_000));
        assertEquals("empty.txt: 0 bytes, sha256 " + sha("") + ", 0 lines:\n",
                bench.call("read_file", "{'path':'empty.txt'}").text());
        assertTrue(bench.call("read_file", "{'path':'bin'}").text().endsWith("its content is not shown."));
        for (String name : List.of("long.txt", "many.txt")) {
            String text = bench.call("read_file", "{'path':'" + name + "'}").text();
            assertTrue(
                    text.length() < ToolText.CHARS_MAX + 1_000 && text.contains("cut here") == name.startsWith("many"),
                    name);
        }
    }

    @Test
    void secretsAreTakenOutOfWhatAModelIsShown() throws Exception {
        bench.file("a.env", "TOKEN=key-123456\n");
        assertTrue(bench.call("read_file", "{'path':'a.env'}").text().endsWith("TOKEN=[secret: key]\n"));
        assertTrue(bench.call("search_files", "{'query':'TOKEN'}").text().contains("a.env:1: TOKEN=[secret: key]"));
        assertTrue(bench.run("cat", "a.env").text().contains("TOKEN=[secret: key]"));
    }

    @Test
    void listingShowsKindsAndLeavesHeavyFoldersClosed() throws Exception {
        bench.file("src/A.java", "x");
        bench.file("node_modules/x/y.js", "x");
        bench.file("pom.xml", "x");
        bench.file("target/A.class", "x");
        Files.createSymbolicLink(bench.workspace.resolve("link"), bench.outside);
        assertEquals("""
                The workspace: 6 entries
                link  (a link, not followed)
                node_modules/
                pom.xml  1 bytes
                src/
                target/
                src/A.java  1 bytes
                Not looked into: node_modules/, target/
                """, bench.call("list_files", "{'depth':5}").text());
        assertEquals("\"target\": 1 entry\ntarget/A.class  1 bytes\n",
                bench.call("list_files", "{'path':'target'}").text());
        assertEquals("The workspace: 1 entry\nsrc/A.java  1 bytes\nNot looked into: node_modules/, target/\n",
                bench.call("list_files", "{'glob':'*.java'}").text());
    }

    @Test
    void searchingFindsTextAndExpressions() throws Exception {
        bench.file("src/A.java", "class A {\n  int b = 1;\n}\n");
        bench.file("b.txt", "class B\n");
        assertEquals("1 lines found; 1 files searched.\nsrc/A.java:1: class A {\n",
                bench.call("search_files", "{'query':'class','glob':'*.java'}").text());
        assertEquals("2 lines found; 2 files searched.\nb.txt:1: class B\nsrc/A.java:1: class A {\n",
                bench.call("search_files", "{'query':'class [AB]','regex':true}").text());
        assertEquals("The query is not a regular expression: Unclosed group.",
                bench.call("search_files", "{'query':'(','regex':true}").text());
    }

    @Test
    void anExpressionMadeToExplodeEndsSoon() throws Exception {
        bench.file("a.txt", ("a".repeat(1_900) + "!\n").repeat(500));
        for (String query : List.of("(a+)+$", "(a|aa)+$", "(a|b)*c", "(.*a){20}b", "(a*)*b",
                "((((((((((a*)*)*)*)*)*)*)*)*)*)*b",
                "(?:a?){60}a{60}z")) {
            long start = System.nanoTime();
            var result = bench.call("search_files", "{'query':'" + query + "','regex':true}");
            assertTrue(System.nanoTime() - start < 20_000_000_000L, query);
            assertTrue(result.text().contains("takes too long") || result.text().contains("found"), result.text());
        }
    }

    @Test
    void unknownToolsAndArgumentsAreNamedTogetherWithWhatThereIs() throws Exception {
        assertEquals(
                "There is no tool \"rm\"; there are: list_files, read_file, search_files, write_file, edit_file, run_command.",
                bench.call("rm", "{}").text());
        assertEquals("There is no argument \"file\"; there are: path, from_line, lines.",
                bench.call("read_file", "{'file':'x'}").text());
        assertEquals("The argument \"path\" is missing.", bench.call("read_file", "{}").text());
        assertEquals("The argument \"path\" must be text.", bench.call("read_file", "{'path':1}").text());
        assertEquals("The arguments must be a JSON object with: path, from_line, lines.",
                bench.call("read_file", "[]").text());
        assertEquals(ToolEnd.FAILED, bench.call("read_file", "{'path':'a','path':'b'}").end());
        assertEquals(ToolEnd.FAILED, bench.call("read_file", "{'path':").end());
    }

    @Test
    void batonsOwnFilesAreNotPartOfTheWorkspace() throws Exception {
        bench.file("sessions/run.db", "not to be opened");
        bench.file("a.txt", "not hidden");
        try (var tools = new WorkspaceToolBox(FolderWorkspace.open(bench.workspace, FolderWorkspace.Mode.READ_WRITE,
                List.of(bench.workspace.resolve("sessions"), bench.scratch)), bench.scratch, Bench.REDACT)) {
            assertEquals("The workspace: 1 entry\na.txt  10 bytes\n",
                    tools.call(Bench.request("list_files", "{'depth':9}", List.of(), "1")).text());
            for (String path : List.of("sessions/run.db", "SESSIONS/run.db", "sessions", "sessions/new.txt")) {
                String refusal = "\"" + path + "\" belongs to baton itself and is not part of the workspace.";
                assertEquals(refusal,
                        tools.call(Bench.request("read_file", "{'path':'" + path + "'}", List.of(), "2")).text());
                assertEquals(refusal, tools.call(
                        Bench.request("write_file", "{'path':'" + path + "','content':'x'}", List.of("**"), "3"))
                        .text());
            }
            assertEquals("1 lines found; 1 files searched.\na.txt:1: not hidden\n",
                    tools.call(Bench.request("search_files", "{'query':'not'}", List.of(), "4")).text());
        }
    }

    @Test
    void filesOfSessionsAreHiddenByTheirNamesWhereverTheyLie() throws Exception {
        for (String end : List.of("db", "db-wal", "db-shm", "lock", "scratch/x", "files/x")) {
            bench.file("my-plan-20261120-0957-a1b2." + end, "x");
        }
        bench.file("notes-20261120.db", "x");
        try (var workspace = FolderWorkspace.open(bench.workspace, FolderWorkspace.Mode.READ_WRITE)) {
            assertEquals(List.of("notes-20261120.db"),
                    workspace.list(WorkspacePath.ROOT).stream().map(Workspace.Entry::name).toList());
            var path = WorkspacePath.parse("my-plan-20261120-0957-a1b2.db");
            assertThrows(Refused.class, () -> workspace.read(path, 10));
        }
    }
}

package baton.tool;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import baton.engine.fact.FileChange;
import baton.runtime.ToolBox.Result;
import baton.tool.WorkspaceHistory.Undone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class WorkspaceHistoryTest {
    @TempDir
    Path folder;
    private Bench bench;
    private final List<FileChange> changes = new ArrayList<>();
    private final TreeMap<String, byte[]> kept = new TreeMap<>();

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void record(Result result) {
        changes.addAll(result.changes());
        result.contents().forEach(content -> kept.put(content.sha256(), content.bytes()));
    }

    private void write(String path, String content) throws InterruptedException {
        record(bench.call("write_file", "{'path':'" + path + "','content':'" + content + "'}"));
    }

    private WorkspaceHistory history() throws Exception {
        return new WorkspaceHistory(FolderWorkspace.open(bench.workspace, FolderWorkspace.Mode.READ_WRITE),
                sha256 -> Optional.ofNullable(kept.get(sha256)));
    }

    @Test
    void theDiffShowsEveryFileFromItsFirstChangeToItsLast() throws Exception {
        bench.file("a.txt", "one\ntwo\nthree\n");
        write("a.txt", "one\\n2\\nthree\\n");
        write("b.txt", "new");
        write("a.txt", "one\\n2\\n3\\n");
        record(bench.run("rm", "b.txt"));
        write("c.txt", "no end");
        assertEquals("""
                --- a/a.txt
                +++ b/a.txt
                @@ -1,3 +1,3 @@
                 one
                -two
                -three
                +2
                +3
                --- /dev/null
                +++ b/c.txt
                @@ -0,0 +1,1 @@
                +no end
                \\ No newline at end of file
                """, history().diff(changes));
    }

    @Test
    void binaryLargeAndUnkeptContentsAreNamedNotShown() throws Exception {
        bench.file("bin", "a\0b");
        write("bin", "text");
        bench.file("big.txt", "x\n".repeat(30_000));
        write("big.txt", "small");
        changes.add(new FileChange("lost.txt", "00", "11", 5, false));
        assertEquals("""
                --- a/bin
                +++ b/bin
                (not text: 3 bytes, now 4)
                --- a/big.txt
                +++ b/big.txt
                (too large to compare: 30000 lines, now 1)
                --- a/lost.txt
                +++ b/lost.txt
                (the content of before was not kept)
                """, history().diff(changes));
    }

    @Test
    void undoBringsBackWhatWasThereAndRemovesWhatWasNot() throws Exception {
        bench.file("a.txt", "old");
        bench.file("gone.txt", "bye");
        write("a.txt", "new");
        write("a.txt", "newer");
        write("made/b.txt", "b");
        record(bench.run("rm", "gone.txt"));
        assertEquals(
                List.of(new Undone.Restored("a.txt"), new Undone.Removed("made/b.txt"),
                        new Undone.Restored("gone.txt")),
                history().undo(changes));
        assertEquals(List.of("old", "bye"), List.of(bench.content("a.txt"), bench.content("gone.txt")));
        assertFalse(Files.exists(bench.workspace.resolve("made/b.txt")));
        assertEquals(
                List.of(new Undone.Unchanged("a.txt"), new Undone.Unchanged("made/b.txt"),
                        new Undone.Unchanged("gone.txt")),
                history().undo(changes));
    }

    @Test
    void undoLeavesWhatSomebodyChangedSince() throws Exception {
        bench.file("a.txt", "old");
        bench.file("c.txt", "old");
        write("a.txt", "agent");
        write("b.txt", "agent");
        write("c.txt", "agent");
        bench.file("a.txt", "agent and person");
        Files.delete(bench.workspace.resolve("b.txt"));
        Files.delete(bench.workspace.resolve("c.txt"));
        Files.createSymbolicLink(bench.workspace.resolve("c.txt"), bench.outside.resolve("secret.txt"));
        assertEquals(
                List.of(new Undone.Conflict("a.txt", "it was changed since; it stays as it is"),
                        new Undone.Unchanged("b.txt"),
                        new Undone.Conflict("c.txt", "\"c.txt\" is a link; links are not followed.")),
                history().undo(changes));
        assertEquals("agent and person", bench.content("a.txt"));
        assertEquals(Bench.SECRET, Files.readString(bench.outside.resolve("secret.txt")));
    }

    @Test
    void undoLeavesAFileThatSomebodyChangedInBetween() throws Exception {
        bench.file("a.txt", "old");
        write("a.txt", "agent");
        bench.file("a.txt", "person");
        write("a.txt", "agent again");
        assertEquals(
                List.of(new Undone.Conflict("a.txt",
                        "somebody else changed it between the changes; it stays as it is")),
                history().undo(changes));
        assertEquals("agent again", bench.content("a.txt"));
    }

    @Test
    void undoLeavesAFileWhoseContentWasNotKept() throws Exception {
        bench.file("a.txt", "key-123456");
        write("a.txt", "agent");
        assertEquals(List.of(new Undone.Conflict("a.txt", "its content from before was not kept; it stays as it is")),
                history().undo(changes));
        var aside = WorkspaceToolBox.contentsIn(bench.scratch);
        var withPrivate = new WorkspaceHistory(FolderWorkspace.open(bench.workspace, FolderWorkspace.Mode.READ_WRITE),
                aside::find);
        assertEquals(List.of(new Undone.Restored("a.txt")), withPrivate.undo(changes));
        assertEquals("key-123456",
                new String(Files.readAllBytes(bench.workspace.resolve("a.txt")), StandardCharsets.UTF_8));
    }
}

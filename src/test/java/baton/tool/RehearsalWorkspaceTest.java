package baton.tool;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import baton.engine.Outcome.ToolEnd;
import baton.engine.fact.FileChange;
import baton.runtime.Content;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A rehearsal sees the person's files and never touches them. */
class RehearsalWorkspaceTest {
    @TempDir
    Path folder;
    private Path base;
    private Path overlay;
    private RehearsalWorkspace workspace;
    private WorkspaceToolBox tools;
    private Map<String, String> untouched;

    @BeforeEach
    void aPersonsFolder() throws Exception {
        base = Files.createDirectories(folder.resolve("base"));
        overlay = Files.createDirectories(folder.resolve("overlay"));
        Files.createDirectories(base.resolve("src"));
        Files.writeString(base.resolve("README.md"), "theirs\n");
        Files.writeString(base.resolve("src/a.txt"), "a\n");
        Files.createSymbolicLink(base.resolve("link"), folder);
        untouched = Bench.hashes(base);
        workspace = new RehearsalWorkspace(Optional.of(FolderWorkspace.open(base, FolderWorkspace.Mode.READ_ONLY)),
                FolderWorkspace.open(overlay, FolderWorkspace.Mode.READ_WRITE));
        tools = new WorkspaceToolBox(workspace, folder.resolve("scratch"), Bench.REDACT);
    }

    @AfterEach
    void thePersonsFolderIsAsItWas() throws Exception {
        tools.close();
        assertEquals(untouched, Bench.hashes(base));
    }

    private String call(String tool, String json) throws InterruptedException {
        return tools.call(Bench.request(tool, json, List.of("**"), tool + json)).text();
    }

    private static String sha(String text) {
        return Content.of(text).sha256();
    }

    @Test
    void readsFallThroughAndWritesStayBesideTheSession() throws Exception {
        assertTrue(call("read_file", "{'path':'README.md'}").endsWith("theirs\n"));
        var result = tools
                .call(Bench.request("write_file", "{'path':'README.md','content':'ours\\n'}", List.of("**"), "k"));
        assertEquals(List.of(new FileChange("README.md", sha("theirs\n"), sha("ours\n"), 5, true)), result.changes());
        assertTrue(call("read_file", "{'path':'README.md'}").endsWith("ours\n"));
        call("edit_file", "{'path':'src/a.txt','old':'a','new':'b'}");
        call("write_file", "{'path':'out/new/c.txt','content':'c'}");
        assertEquals("ours\n", Files.readString(overlay.resolve("README.md")));
        assertEquals("b\n", Files.readString(overlay.resolve("src/a.txt")));
        assertEquals("c", Files.readString(overlay.resolve("out/new/c.txt")));
    }

    @Test
    void listsAndSearchesShowBothLayersAsOne() throws Exception {
        call("write_file", "{'path':'src/b.txt','content':'bb\\n'}");
        call("write_file", "{'path':'README.md','content':'ours and a\\n'}");
        assertEquals("""
                The workspace: 5 entries
                README.md  11 bytes
                link  (a link, not followed)
                src/
                src/a.txt  2 bytes
                src/b.txt  3 bytes
                """, call("list_files", "{'depth':3}"));
        assertEquals("""
                2 lines found; 3 files searched, 1 passed over (links, binary or large).
                README.md:1: ours and a
                src/a.txt:1: a
                """, call("search_files", "{'query':'a'}"));
    }

    @Test
    void aVersionOfThePersonsFileThatWasNotSeenIsNotWrittenOver() throws Exception {
        var path = OwnedPath.of(WorkspacePath.parse("README.md"), "builder", List.of("**"));
        byte[] bytes = "x".getBytes(StandardCharsets.UTF_8);
        assertThrows(Refused.Conflict.class, () -> workspace.write(path, bytes, "", "key"));
        assertThrows(Refused.Conflict.class, () -> workspace.write(path, bytes, sha("older"), "key"));
        workspace.write(path, bytes, sha("theirs\n"), "key");
        assertThrows(Refused.Conflict.class, () -> workspace.write(path, bytes, sha("theirs\n"), "key"));
    }

    @Test
    void whatAWriteToThePersonsFolderWouldMeetIsRefusedHereToo() throws Exception {
        assertEquals("\"readme.md\" differs from the existing \"README.md\" in case alone; use the existing name.",
                call("write_file", "{'path':'readme.md','content':'x'}"));
        assertEquals("\"link\" is a link; links are not followed.",
                call("write_file", "{'path':'link/x','content':'x'}"));
        assertEquals("\"README.md\" is not a folder.", call("write_file", "{'path':'README.md/x','content':'x'}"));
        assertEquals("\"src\" is a folder.", call("write_file", "{'path':'src','content':'x'}"));
        assertEquals(List.of(), List.of(overlay.toFile().list()));
    }

    @Test
    void commandsAreNeverRun() throws Exception {
        var result = tools.call(Bench.command(List.of("touch", base.resolve("pwned").toString()), ""));
        assertEquals(ToolEnd.FAILED, result.end());
        assertEquals("rehearsal: not run", result.text());
        assertFalse(Files.exists(base.resolve("pwned")));
    }

    @Test
    void withoutAPersonsFolderTheOverlayIsAllThereIs() throws Exception {
        try (var alone = new WorkspaceToolBox(new RehearsalWorkspace(Optional.empty(),
                FolderWorkspace.open(overlay, FolderWorkspace.Mode.READ_WRITE)), folder.resolve("scratch2"),
                Bench.REDACT)) {
            assertEquals("The workspace: 0 entries\n",
                    alone.call(Bench.request("list_files", "{}", List.of(), "1")).text());
            alone.call(Bench.request("write_file", "{'path':'a','content':'x'}", List.of("**"), "2"));
            assertEquals("The workspace: 1 entry\na  1 bytes\n",
                    alone.call(Bench.request("list_files", "{}", List.of(), "3")).text());
        }
    }
}

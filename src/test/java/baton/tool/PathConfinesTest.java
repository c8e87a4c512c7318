package baton.tool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import baton.engine.Effect.PathRule;
import baton.engine.Effect.PathRule.Outside;
import baton.engine.Effect.PathRule.Within;
import baton.engine.Outcome.ToolEnd;
import baton.runtime.ToolBox.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PathConfinesTest {
    private static final PathRule SRC = new Within(List.of("src/**"), "agents/dev.md: Edit(src/**)");
    private static final PathRule NO_KEYS = new Outside(List.of("src/keys/**"), "agents/dev.md: Read(src/keys/**)");

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() throws IOException {
        bench = new Bench(folder);
        bench.file("src/a.txt", "needle one");
        bench.file("src/keys/k.txt", "needle two");
        bench.file("docs/b.txt", "needle three");
    }

    private static void assertDenied(String reason, Result result) {
        assertEquals(new Result(ToolEnd.DENIED, reason, List.of(), List.of()), result);
    }

    @Test
    void aWriteOutsideThePatternIsDeniedByItsName() throws Exception {
        var reason = "\"docs/b.txt\" is outside what agents/dev.md: Edit(src/**) confines you to.";
        assertDenied(reason, bench.call("write_file", "{'path':'docs/b.txt','content':'x'}", SRC));
        assertDenied(reason, bench.call("edit_file", "{'path':'/docs/b.txt','old':'needle','new':'x'}", SRC));
        assertEquals("needle three", bench.content("docs/b.txt"));
        assertEquals(ToolEnd.DONE, bench.call("write_file", "{'path':'./src/c.txt','content':'x'}", SRC).end());
    }

    @Test
    void anAbsolutePathIsJudgedByWhereItLeads() throws Exception {
        String own = bench.workspace.toString();
        assertEquals(ToolEnd.DENIED,
                bench.call("write_file", "{'path':'" + own + "/docs/b.txt','content':'x'}", SRC).end());
        assertEquals(ToolEnd.DONE,
                bench.call("write_file", "{'path':'" + own + "/src/a.txt','content':'x'}", SRC).end());
    }

    @Test
    void whatMayNotBeReadIsNeitherListedNorSearched() throws Exception {
        assertDenied("\"src/keys/k.txt\" is ruled out by agents/dev.md: Read(src/keys/**).",
                bench.call("read_file", "{'path':'src/keys/k.txt'}", SRC, NO_KEYS));
        assertEquals(ToolEnd.DENIED, bench.call("read_file", "{'path':'src/KEYS/k.txt'}", SRC, NO_KEYS).end());
        var found = bench.call("search_files", "{'query':'needle'}", SRC, NO_KEYS).text();
        assertTrue(found.contains("src/a.txt:1"), found);
        assertFalse(found.contains("two") || found.contains("three"), found);
        var listed = bench.call("list_files", "{'glob':'*.txt'}", SRC, NO_KEYS).text();
        assertTrue(listed.contains("src/a.txt"), listed);
        assertFalse(listed.contains("k.txt") || listed.contains("b.txt"), listed);
        assertEquals(ToolEnd.DENIED, bench.call("search_files", "{'query':'n','path':'docs/b.txt'}", SRC).end());
    }

    @Test
    void aPatternThatLeadsOutMatchesNothing() throws Exception {
        var home = new Within(List.of("~/notes/**", "//etc/**"), "agents/dev.md: Edit(~/notes/**)");
        assertEquals(ToolEnd.DENIED, bench.call("write_file", "{'path':'etc/x','content':'x'}", home).end());
        var anywhere = new Within(List.of("*.txt"), "agents/dev.md: Edit(*.txt)");
        assertEquals(ToolEnd.DONE,
                bench.call("write_file", "{'path':'docs/deep/n.txt','content':'x'}", anywhere).end());
    }
}

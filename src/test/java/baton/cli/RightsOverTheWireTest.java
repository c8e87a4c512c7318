package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import baton.cli.Played.Desk;
import baton.llm.WorkingPeer;
import baton.llm.WorkingPeer.Work;
import baton.settings.ProviderEndpoint.Dialect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a profile confines an agent to holds against a model that wants more, and against what the person allowed. */
class RightsOverTheWireTest {
    @TempDir
    Path folder;

    @BeforeEach
    void setUp() throws IOException {
        Files.writeString(folder.resolve("add.sh"), "echo $(($1 - $2))\n");
        Files.writeString(folder.resolve("test.sh"), "touch ran; printf 'tests %s' passed\n");
        Files.writeString(folder.resolve("plan.yaml"), """
                name: Mend
                goal: Make the tests pass
                agents: [{id: fixer, name: fixer, tools: [mcp__github__search]}]
                tasks: [{id: T-1, title: Mend add.sh, agent: fixer, outputs: [add.sh], acceptance: [the tests pass]}]
                """);
    }

    private Desk desk(WorkingPeer peer) {
        var desk = Desk.in(folder);
        for (var variable : peer.environment().entrySet()) {
            desk = desk.with(variable.getKey(), variable.getValue());
        }
        desk.type("trust");
        return desk;
    }

    private void profile(String tools) throws IOException {
        Files.createDirectories(folder.resolve("agent-profiles"));
        Files.writeString(folder.resolve("agent-profiles/fixer.md"),
                "---\nname: fixer\ndescription: mends\ntools: " + tools + "\n---\nYou mend.\n");
    }

    private Played run(String tools) throws Exception {
        profile(tools);
        try (var peer = new WorkingPeer(Dialect.OPENAI, Work.REPAIRS, 0)) {
            return desk(peer).type("run", "plan.yaml", "--model", peer.model(), "--approve", "allow:sh *",
                    "--output-format", "stream-json");
        }
    }

    @Test
    void whatTheProfileLeavesIsDone() throws Exception {
        var played = run("Read, Grep, Glob, Edit(*.sh), Bash(sh test.sh)");
        assertEquals(0, played.exitCode(), played.err() + played.out());
        assertTrue(Files.exists(folder.resolve("ran")));
        assertEquals("echo $(($1 + $2))\n", Files.readString(folder.resolve("add.sh")));
    }

    @Test
    void aCommandOutsideItsPatternNeverRunsThoughItWasAllowed() throws Exception {
        var played = run("Read, Edit, Bash(git *)");
        assertEquals(4, played.exitCode(), played.err());
        assertFalse(Files.exists(folder.resolve("ran")));
        assertTrue(played.out().contains("\"type\":\"tool.denied\""), played.out());
        assertTrue(played.out().contains("Bash(git *) confines you to"), played.out());
    }

    @Test
    void aWriteOutsideItsPatternChangesNothing() throws Exception {
        var played = run("Read, Edit(docs/**), Bash");
        assertEquals(4, played.exitCode(), played.err());
        assertEquals("echo $(($1 - $2))\n", Files.readString(folder.resolve("add.sh")));
        assertTrue(played.out().contains("Edit(docs/**) confines you to"), played.out());
        var desk = Desk.in(folder);
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }

    @Test
    void aToolThatIsNotHereIsSaidAtTheStartToldToTheAgentAndListedAtTheEnd() throws Exception {
        var played = run("Read, Edit, Bash");
        assertEquals(0, played.exitCode(), played.err());
        assertEquals(1, played.err().lines().filter(line -> line.contains("mcp__github__search")).count(),
                played.err());
        assertTrue(played.err().contains("plan.yaml:3: warning: there is no tool \"mcp__github__search\" here"),
                played.err());
        assertTrue(played.out().contains("\"type\":\"tools.available\""), played.out());
        assertTrue(played.out().contains("\"toolsMissing\":[\"mcp__github__search: named for fixer\"]"), played.out());
        var told = Desk.in(folder).type("prompt", "last", "T-1").out();
        assertTrue(told.contains("- mcp__github__search"), told);
    }
}

package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import baton.cli.Played.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The person's own command is run when they are needed, with what is asked as text and nothing of ours beside it. */
class NotifyTest {
    private static final String PLAN = """
            name: Ferry
            goal: A timetable
            agents: [{id: writer, name: writer}]
            tasks: [{id: T-1, title: Write it, agent: writer, outputs: [ferry.md]}]
            decisions:
              - {id: D-1, title: Season, question: "Summer; $(touch owned) or `winter`?", gates: [T-1]}
            """;

    @TempDir
    private Path folder;

    private Desk desk = Desk.in(Path.of("."));

    @BeforeEach
    void setUp() throws IOException {
        desk = Desk.in(folder).with("FERRY_API_KEY", "very-secret-value");
        Files.writeString(folder.resolve("plan.yaml"), PLAN);
        var knock = folder.resolve("knock.sh");
        Files.writeString(knock, "#!/bin/sh\nprintf '%s|%s|%s|%s\\n' \"$BATON_IDS\" \"$BATON_KIND\" \"$1\""
                + " \"${FERRY_API_KEY-no key}\" >> '" + folder.resolve("knocked") + "'\n");
        assertTrue(knock.toFile().setExecutable(true));
    }

    @Test
    void everyMatterIsKnockedForOnceAndNoShellReadsItsText() throws IOException {
        assertEquals(5, desk.type("run", "plan.yaml", "--notify", folder.resolve("knock.sh").toString()).exitCode());
        assertEquals(5, desk.type("resume", "last", "--notify", folder.resolve("knock.sh").toString()).exitCode());

        assertEquals(List.of("D-1|decision|D-1 Summer; $(touch owned) or `winter`?|no key"),
                Files.readAllLines(folder.resolve("knocked")));
        assertFalse(Files.exists(folder.resolve("owned")));
    }

    @Test
    void nobodyIsCalledForWhatWasAnsweredInAdvance() {
        var played = desk.type("run", "plan.yaml", "--answer", "D-1=summer", "--notify",
                folder.resolve("knock.sh").toString());

        assertEquals(0, played.exitCode(), played.err());
        assertFalse(Files.exists(folder.resolve("knocked")));
    }

    @Test
    void aProjectsFileMayNotNameTheCommand() throws IOException {
        Files.writeString(folder.resolve("baton.yaml"), "notify: " + folder.resolve("knock.sh") + "\n");
        var played = desk.type("run", "plan.yaml");

        assertTrue(played.err().contains("\"notify\" of this folder is not used"), played.err());
        assertFalse(Files.exists(folder.resolve("knocked")));
    }

    @Test
    void aCommandThatNeedsAShellIsRefusedBeforeAnythingIsMade() {
        var played = desk.type("run", "plan.yaml", "--notify", "echo hello | mail me");

        assertEquals(2, played.exitCode());
        assertTrue(played.err().startsWith("baton: --notify cannot be \"echo hello | mail me\""), played.err());
        assertFalse(Files.exists(folder.resolve("data")));
    }

    @Test
    void aCommandThatDoesNotWorkIsSaidOnceAndHindersNothing() {
        var played = desk.type("run", "plan.yaml", "--notify", "./absent");

        assertEquals(5, played.exitCode());
        assertEquals(1, played.err().lines().filter(line -> line.contains("--notify did not work")).count(),
                played.err());
    }
}

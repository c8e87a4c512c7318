package baton.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import baton.cli.Played.Desk;
import baton.llm.TeamPeer;
import baton.tui.PaintedTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The whole program before a person: a typed goal and no plan on the full screen, models on the wire, a second terminal. */
class ScreenOverTheWireTest {
    @TempDir
    private Path folder;

    private void profile(String name) throws Exception {
        var profiles = Files.createDirectories(folder.resolve("agent-profiles"));
        Files.writeString(profiles.resolve(name + ".md"),
                "---\nname: " + name + "\ndescription: Writes reports.\n---\nYou write reports.\n");
    }

    @Test
    void aTypedGoalIsBrokenDownSteeredStoppedAnsweredAndPutTogetherBeforeTheEyesOfAPerson() throws Exception {
        for (var name : List.of("alpha", "beta", "gamma")) {
            profile(name);
        }
        var terminal = new PaintedTerminal(150, 44);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor(); var peer = new TeamPeer()) {
            var desk = Desk.in(folder).with("TERM", "xterm-256color").with("LANG", "C.UTF-8");
            for (var variable : peer.environment().entrySet()) {
                desk = desk.with(variable.getKey(), variable.getValue());
            }
            var ours = desk;
            assertEquals(0, desk.type("trust").exitCode());
            var screen = Onscreen.welcome(ours, terminal, executor, "--model", "openai/peer-1", "--budget-tokens",
                    "5000000");
            try {
                work(terminal, peer, ours);
                assertEquals(0, screen.get(60, TimeUnit.SECONDS).exitCode(), terminal::text);
            } finally {
                terminal.vanish();
            }
            assertTrue(peer.requestsOf("alpha").stream().anyMatch(request -> request.contains("use metres")));
            for (var name : List.of("alpha", "beta", "gamma")) {
                assertEquals("what " + name + " found", Files.readString(folder.resolve("reports/" + name + ".md"),
                        StandardCharsets.UTF_8));
            }
            assertEquals(0, ours.type("replay", "last", "--verify").exitCode());
        }
    }

    /** What the person does and sees, up to leaving. */
    private static void work(PaintedTerminal terminal, TeamPeer peer, Desk second) throws InterruptedException {
        terminal.see("Welcome to baton");
        terminal.press("2");
        terminal.see("There is no plan yet");
        terminal.type("Find out what is there");
        assertTrue(peer.bothAtWork(), terminal::text);
        terminal.see("Which port?");

        terminal.type("@alpha use metres");
        terminal.see("to @alpha");
        assertEquals(0, second.type("answer", "last", "Q-1", "8080").exitCode());
        terminal.see("8080");
        terminal.type("/stop @beta");
        terminal.see("Q-2");
        terminal.press("Ctrl+X", "!");
        terminal.see("Enter answers with the choice");
        terminal.press("1");
        terminal.see("> (•) 1");
        terminal.press("Enter");
        terminal.see("Q-2 recorded");
        peer.letAlphaAnswer();
        terminal.press("1");
        terminal.see("Three reports are there.");
        terminal.press("Ctrl+X", "q");
    }
}

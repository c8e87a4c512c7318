package baton.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import baton.cli.Played.Desk;
import baton.llm.TeamPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A typed goal and no plan, with a person who steers from a second terminal. */
class SteeringOverTheWireTest {
    private static final int TRIES_MAX = 400;

    @TempDir
    private Path folder;

    private void profile(String name) throws Exception {
        var profiles = Files.createDirectories(folder.resolve("agent-profiles"));
        Files.writeString(profiles.resolve(name + ".md"),
                "---\nname: " + name + "\ndescription: Writes reports.\n---\nYou write reports.\n");
    }

    /** A second terminal may be faster than the session. */
    private static Played until(Desk desk, String... args) {
        var played = desk.type(args);
        for (int i = 0; i < TRIES_MAX && played.exitCode() != 0; i++) {
            played = desk.type(args);
        }
        return played;
    }

    @Test
    void aGoalIsBrokenDownDoneSideBySideAndPutTogetherWhileAPersonSteersStopsAndAnswers() throws Exception {
        for (var name : List.of("alpha", "beta", "gamma")) {
            profile(name);
        }
        try (var peer = new TeamPeer(); var terminal = Executors.newVirtualThreadPerTaskExecutor()) {
            var desk = Desk.in(folder);
            for (var variable : peer.environment().entrySet()) {
                desk = desk.with(variable.getKey(), variable.getValue());
            }
            var second = desk;
            assertEquals(0, desk.type("trust").exitCode());
            var run = CompletableFuture.supplyAsync(() -> second.type("run", "--goal",
                    "Find out what is there", "--model", "openai/peer-1", "--output-format", "stream-json"), terminal);
            assertTrue(peer.bothAtWork(), () -> run.getNow(new Played(-1, "", "still running")).toString());

            assertEquals(0, until(second, "tell", "last", "@alpha use metres").exitCode());
            assertEquals(0, until(second, "answer", "last", "Q-1", "8080").exitCode());
            var stopped = until(second, "tell", "last", "/stop @beta");
            assertEquals(0, stopped.exitCode(), stopped.err());
            assertEquals(0, until(second, "answer", "last", "Q-2", "1").exitCode());
            peer.letAlphaAnswer();

            var played = run.get(60, TimeUnit.SECONDS);
            assertEquals(0, played.exitCode(), played.err() + played.out());
            assertTrue(
                    peer.requestsOf("alpha").get(1)
                            .contains("It amends your task and does not replace it:\\nuse metres"),
                    peer.requestsOf("alpha").get(1));
            assertFalse(peer.requestsOf("gamma").isEmpty());
            assertTrue(played.out().contains("\"type\":\"turn.cancelled\""), played.out());
            for (var name : List.of("alpha", "beta", "gamma")) {
                assertEquals("what " + name + " found", Files.readString(folder.resolve("reports/" + name + ".md")));
            }
            assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
        }
    }
}

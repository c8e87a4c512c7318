package baton.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import baton.cli.Played.Desk;
import baton.cli.console.Surroundings.Terminals;
import baton.llm.WorkingPeer;
import baton.llm.WorkingPeer.Work;
import baton.settings.ProviderEndpoint.Dialect;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A provider that refuses the account beside one that works: fall-backs from the settings, and another model on resume. */
class ModelsOverTheWireTest {
    private static final String REFUSING = "anthropic/claude-x";

    @TempDir
    Path folder;

    private HttpServer refusing;
    private WorkingPeer peer;
    private Desk desk;

    @BeforeEach
    void setUp() throws IOException {
        var refusal = "{\"error\":{\"type\":\"authentication_error\",\"message\":\"no such key\"}}"
                .getBytes(StandardCharsets.UTF_8);
        refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext("/", exchange -> {
            exchange.sendResponseHeaders(401, refusal.length);
            exchange.getResponseBody().write(refusal);
            exchange.close();
        });
        refusing.start();
        peer = new WorkingPeer(Dialect.OPENAI, Work.REPORTS, 0);
        Files.writeString(folder.resolve("plan.yaml"), """
                name: Report
                goal: Know it
                agents: [{id: writer, name: writer}]
                tasks: [{id: T-1, title: Write, agent: writer, outputs: [reports/t-1.md], acceptance: [says it]}]
                """);
        desk = Desk.in(folder).with("ANTHROPIC_API_KEY", "wrong-0000").with("ANTHROPIC_BASE_URL",
                "http://127.0.0.1:" + refusing.getAddress().getPort());
        for (var variable : peer.environment().entrySet()) {
            desk = desk.with(variable.getKey(), variable.getValue());
        }
        desk.type("trust");
    }

    @AfterEach
    void close() throws IOException {
        refusing.stop(0);
        peer.close();
    }

    @Test
    void aFallBackFromTheUsersSettingsTakesOverAndTheSuccessIsCalledDegraded() throws IOException {
        var settings = folder.resolve("config/baton/config.yaml");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "fallback-models: [nobody/none, " + peer.model() + "]\n");
        var played = desk.type("run", "plan.yaml", "--model", REFUSING, "--output-format", "stream-json");

        assertEquals(0, played.exitCode(), played.err() + played.out());
        assertTrue(played.out().contains("\"type\":\"model.switched\""), played.out());
        assertTrue(played.out().contains("\"status\":\"degraded\""), played.out());
        assertTrue(played.err().contains("no provider \"nobody\" is configured"), played.err());
    }

    @Test
    void aResumeAsksTheModelThatItNames() {
        assertEquals(7, desk.type("run", "plan.yaml", "--model", REFUSING).exitCode());
        assertEquals(7, desk.type("resume", "last").exitCode(), "the recorded model is asked again");
        var played = desk.type("resume", "last", "--model", peer.model(), "--output-format", "stream-json");
        assertEquals(0, played.exitCode(), played.err() + played.out());
        assertTrue(played.out().contains("\"to\":\"" + peer.model() + "\""), played.out());
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }

    @Test
    void aRehearsalIsNotGoneOnWithByARealModel() {
        assertEquals(0, desk.type("run", "plan.yaml", "--model", "rehearsal").exitCode());
        var played = desk.type("resume", "last", "--model", peer.model());
        assertEquals(2, played.exitCode());
        assertTrue(played.err().contains("cannot go on with a rehearsal"), played.err());
    }

    @Test
    void beforeAPersonNothingIsSpentWithoutABudgetOrAYes() {
        var keyboard = new ByteArrayInputStream("n\n".getBytes(StandardCharsets.UTF_8));
        var played = desk.reading(keyboard).typeAt(new Terminals(true, false, true), "chat", "plan.yaml", "--model",
                peer.model());
        assertEquals(2, played.exitCode(), played.err());
        assertTrue(played.err().contains("1 task for 1 agent, asked of " + peer.model()), played.err());
        assertTrue(played.err().contains("Start without a budget? [y/N]"), played.err());
        assertEquals(List.of(), peer.requests());
    }

    @Test
    void aProxyThatCannotBeUsedIsRefusedBeforeAnythingIsMade() {
        var played = desk.with("HTTPS_PROXY", "socks5://me:secret@proxy:1080").type("run", "plan.yaml", "--model",
                peer.model());
        assertEquals(7, played.exitCode());
        assertTrue(played.err().contains("HTTPS_PROXY names a proxy that is reached by socks5"), played.err());
        assertEquals(false, played.err().contains("secret"), played.err());
        assertEquals(List.of(), desk.type("sessions", "list", "--json").out().lines()
                .filter(line -> !line.contains("\"example\":true")).toList());
        assertEquals(List.of(), peer.requests());
    }
}

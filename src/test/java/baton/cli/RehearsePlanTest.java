package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import baton.cli.Played.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A plan simulated many times: figures that repeat, that say what they are, and that leave nothing behind. */
class RehearsePlanTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void setUp() throws IOException {
        desk = Desk.in(folder).with("COLUMNS", "160").with("NO_COLOR", "1");
        Files.writeString(folder.resolve("plan.yaml"),
                """
                        name: Bridge
                        goal: A bridge that holds
                        agents: [{id: ann, name: Ann}, {id: bob, name: Bob}, {id: cyd, name: Cyd}]
                        tasks:
                          - {id: A, title: Measure, agent: ann, outputs: [out/a.md]}
                          - {id: B, title: Draw, agent: bob, outputs: [out/b.md]}
                          - {id: C, title: Join, agent: cyd, dependsOn: [A, B], outputs: [out/c.md]}
                        decisions:
                          - {id: D-1, title: Stone, question: Stone or wood?, options: [{key: "1", text: stone}, {key: "2", text: wood}],
                             recommendation: "1", gates: [C]}
                        """);
    }

    private long number(String json, String key) {
        var found = Pattern.compile("\"" + key + "\":(\\d+)").matcher(json);
        assertTrue(found.find(), json);
        return Long.parseLong(found.group(1));
    }

    @Test
    void thePageSaysInEveryPartThatItIsSimulated() {
        var played = desk.type("plan", "rehearse", "--runs", "3", "plan.yaml");
        assertEquals(0, played.exitCode(), played.err());
        var page = played.out().lines().toList();
        assertEquals("simulated · Bridge · 3 rehearsals with seeds 1 to 3", page.getFirst());
        assertEquals(List.of("How long it takes (simulated)", "How it ends (simulated)",
                "What decides the end (simulated)", "Who is busy (simulated)",
                "More or fewer agents at once (simulated)", "Tokens and cost (simulated)"),
                page.stream().filter(line -> !line.startsWith(" ") && line.endsWith("(simulated)")).toList());
        assertTrue(played.out().contains("3 complete; 3 of 3 tasks accepted in a median run."), played.out());
        assertTrue(Pattern.compile("In [1-3] of 3: [AB] → C\n").matcher(played.out()).find(), played.out());
        assertTrue(played.out().contains("No provider is configured, so there is no price"), played.out());
    }

    @Test
    void theSameSeedsGiveTheSameFiguresAndFewerAgentsAreSlower() {
        String[] command = {"plan", "rehearse", "--runs", "2", "--seed", "7", "--json", "plan.yaml"};
        var json = desk.type(command).out();
        assertEquals(json, desk.type(command).out());
        assertTrue(json.startsWith("{\"simulated\":true,\"name\":\"Bridge\",\"runs\":2,\"seedFrom\":7,\"seedTo\":8,"
                + "\"agentsMax\":5,\"makespanMs\":{\"min\":"), json);
        var alone = Pattern.compile("\\{\"agentsMax\":1,\"runs\":2,\"medianMs\":(\\d+)").matcher(json);
        assertTrue(alone.find(), json);
        assertTrue(Long.parseLong(alone.group(1)) > number(json, "median"), json);
        assertTrue(number(json, "min") <= number(json, "max"), json);
    }

    @Test
    void nothingIsLeftBehindAndNothingOfTheFolderIsTouched() throws IOException {
        var settled = desk.with("BATON_WORKSPACE", folder.toString()).with("BATON_NOTIFY",
                "touch " + folder.resolve("called"));
        assertEquals(0,
                settled.type("plan", "rehearse", "--runs", "1", "--on-question", "wait", "plan.yaml").exitCode());
        try (var files = Files.list(folder)) {
            assertEquals(List.of("plan.yaml"), files.map(path -> path.getFileName().toString()).sorted().toList());
        }
        assertFalse(desk.type("sessions", "list").out().contains("bridge"));
    }

    @Test
    void whatCannotBeRehearsedIsRefused() throws IOException {
        assertEquals(2, desk.type("plan", "rehearse", "--runs", "0", "plan.yaml").exitCode());
        Files.writeString(folder.resolve("circle.yaml"), """
                agents: [{id: ann}]
                tasks: [{id: A, agent: ann, dependsOn: [B]}, {id: B, agent: ann, dependsOn: [A]}]
                """);
        var refused = desk.type("plan", "rehearse", "circle.yaml");
        assertEquals(3, refused.exitCode());
        assertTrue(refused.err().contains("these tasks wait for each other: A → B → A"), refused.err());
    }
}

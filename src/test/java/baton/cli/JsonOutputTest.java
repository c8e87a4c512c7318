package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import baton.cli.Played.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every command that lists or shows, read by a program. */
class JsonOutputTest {
    private static final String PLAN = """
            name: Harbour
            goal: Know it
            agents: [{id: writer, name: writer}]
            tasks:
              - {id: T-1, title: Read, agent: writer, outputs: [a.md], acceptance: [read]}
              - {id: T-2, title: Write, agent: writer, dependsOn: [T-1], outputs: [b.md]}
            decisions:
              - {id: D-1, title: Go, question: Go live?, gates: [T-2]}
            """;

    @TempDir
    private Path folder;

    private Desk desk = Desk.in(Path.of("."));

    @BeforeEach
    void setUp() throws IOException {
        desk = Desk.in(folder);
        Files.writeString(folder.resolve("plan.yaml"), PLAN);
    }

    @Test
    void theProblemsOfAPlan() {
        assertEquals(new Played(0,
                """
                        {"severity":"note","code":"task-without-criteria","message":"T-2 \\"Write\\" names no criteria","file":"plan.yaml",\
                        "line":6,"hint":"Say how it is judged; until then its output being there is enough."}
                        """,
                ""), desk.type("plan", "lint", "plan.yaml", "--json"));
    }

    @Test
    void whatARunWouldDo() {
        var played = desk.type("plan", "what", "plan.yaml", "--json");

        assertEquals(0, played.exitCode(), played.err());
        assertEquals(1, played.out().lines().count());
        assertTrue(played.out().startsWith("{\"name\":\"Harbour\",\"source\":\"plan.yaml\",\"mode\":\"rehearsal\","
                + "\"tasks\":2,\"mentions\":2,\"agents\":1,\"order\":[{\"task\":\"T-1\",\"agent\":\"writer\","
                + "\"dependsOn\":[],\"sameAs\":[],\"line\":5},"), played.out());
        assertTrue(
                played.out().contains("\"cost\":{\"says\":\"Nothing: this would be a rehearsal, no model is asked.\","
                        + "\"lowMicros\":0,\"highMicros\":0}"),
                played.out());
    }

    @Test
    void whyATaskWaits() {
        desk.type("run", "plan.yaml");

        assertEquals("""
                {"task":"T-2","title":"Write","agent":"writer","status":"waiting","why":"A person must settle D-1.",\
                "dependsOn":["T-1"],"people":["D-1"],"attempts":0}
                """, desk.type("why", "last", "--json").out());
        assertTrue(desk.type("why", "last", "T-1", "--json").out().startsWith("{\"task\":\"T-1\","));
    }

    @Test
    void theTemplatesFoundHere() throws IOException {
        Files.createDirectories(folder.resolve("prompts/templates"));
        Files.writeString(folder.resolve("prompts/templates/brief.md"),
                "---\nname: brief\nslots:\n  topic: {type: text}\n---\nRead about {{topic}}.\n");
        String out = desk.type("templates", "list", "--json").out();

        assertTrue(out.startsWith("{\"name\":\"brief\",\"agent\":\"\",\"description\":\"\","
                + "\"path\":\"prompts/templates/brief.md\",\"slots\":[{\"name\":\"topic\",\"type\":\"text\","), out);
    }

    @Test
    void whatTheDoctorFinds() {
        var played = desk.type("doctor", "--json");

        assertEquals(0, played.exitCode(), played.err());
        assertTrue(played.out().lines().allMatch(line -> line.startsWith("{\"name\":\"")), played.out());
        assertTrue(desk.type("doctor", "--config", "--json").out()
                .contains("{\"setting\":\"agents-max\",\"value\":\"5\",\"where\":\"default\"}\n"));
    }

    @Test
    void aProviderWithoutAModelIsNotSaidToBeMissing() throws IOException {
        Files.createDirectories(folder.resolve("config/baton"));
        Files.writeString(folder.resolve("config/baton/config.yaml"),
                "providers: [{id: ours, dialect: openai, base-url: \"http://127.0.0.1:9/v1\"}]\n");

        assertTrue(desk.type("doctor").out().contains(
                "rehearsal, because nobody named a model: --model MODEL of ours, as PROVIDER/MODEL"));
    }
}

package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import baton.cli.Played.Desk;
import baton.store.SqliteCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Two recorded sessions side by side. */
class CompareTest {
    private static final String PLAN = Plans.TIDE_TABLES + """
              - {id: T-3, title: Print the tables, agent: writer, outputs: [tides/print.md], dependsOn: [T-2]}
            decisions:
              - {id: D-1, title: Datum, question: Which datum?, gates: [T-3],
                 options: [{key: "1", text: NN}, {key: "2", text: LAT}]}
            """;

    @TempDir
    private Path folder;

    private Desk desk = Desk.in(Path.of("."));
    private String source = "";
    private long last;

    @BeforeEach
    void setUp() throws IOException {
        desk = Desk.in(folder);
        Files.createDirectory(folder.resolve("sessions"));
        Files.writeString(folder.resolve("plan.yaml"), PLAN);
        assertEquals(5, desk.type("run", "plan.yaml").exitCode());
        var listing = catalog().list().getFirst();
        source = listing.name();
        last = listing.events();
    }

    @Test
    void aForkAndItsSourcePartWhereItWasForked() {
        desk.type("fork", source, "--at", "" + last, "--decide", "D-1=2");
        String fork = other();
        var played = desk.type("compare", source, fork);

        assertEquals(0, played.exitCode(), played.err());
        assertTrue(played.out().contains("The first " + last + " events are the same"), played.out());
        assertTrue(played.out().contains("They part at event " + (last + 1) + ":\n  A  ends here\n"
                + "  B  session.forked  Forked from " + source + " at event " + last), played.out());
        assertTrue(played.out().contains("  D-1  open  2: LAT (person)  Which datum?\n"), played.out());
        assertTrue(played.out().contains("  2 other tasks are the same\n"), played.out());
        assertTrue(played.out().contains("tides/print.md") && played.out().contains("only in B"), played.out());
        assertTrue(desk.type("compare", fork, source).out().contains("only in A"));
    }

    @Test
    void twoForksPartAtTheirOwnFacts() {
        desk.type("fork", source, "--at", "" + last, "--decide", "D-1=1");
        String one = other();
        desk.type("fork", source, "--at", "" + last, "--decide", "D-1=2");
        String two = catalog().list().stream().map(listing -> listing.name())
                .filter(name -> !List.of(source, one).contains(name)).findFirst().orElseThrow();
        var played = desk.type("compare", one, two);

        assertTrue(played.out().contains("They part at event " + (last + 1) + ":"), played.out());
        assertTrue(played.out().contains("1: NN (person)  2: LAT (person)"), played.out());
    }

    @Test
    void sessionsBegunApartAreMatchedByTheirTasks() {
        var other = desk.type("run", "plan.yaml", "--seed", "9", "--answer", "D-1=1");
        assertEquals(0, other.exitCode(), other.err());
        var played = desk.type("compare", source, other());

        assertEquals(0, played.exitCode(), played.err());
        assertTrue(played.out().contains("They have no event in common"), played.out());
        assertTrue(played.out().lines().anyMatch(line -> line.matches("  T-3  waiting +accepted.*")), played.out());
    }

    @Test
    void programsGetOneObjectWithMoneyInDollars() {
        desk.type("fork", source, "--at", "" + last, "--decide", "D-1=2");
        var json = desk.type("compare", source, other(), "--json").out();

        assertEquals(1, json.lines().count());
        assertTrue(json.startsWith("{\"a\":{\"accepted\":2,") && json.contains("\"costUsd\":0,")
                && !json.contains("Micros"), json);
        assertTrue(json.contains("\"common\":{\"a\":{\"type\":\"\",\"what\":\"\"},\"b\":{\"type\":\"session.forked\""),
                json);
        assertTrue(json.contains("\"events\":" + last + ",\"hash\":\"") && json.contains("\"forkedAt\":" + last), json);
        assertTrue(json.contains("{\"a\":\"open\",\"b\":\"2: LAT (person)\",\"id\":\"D-1\",\"kind\":\"decision\","
                + "\"same\":false,\"what\":\"Which datum?\"}"), json);
    }

    @Test
    void aSessionThatIsNotThereIsRefused() {
        assertEquals(3, desk.type("compare", source, "nobody").exitCode());
        assertEquals(2, desk.type("compare", source).exitCode());
    }

    private SqliteCatalog catalog() {
        return new SqliteCatalog(folder.resolve("sessions"), List.of());
    }

    private String other() {
        return catalog().list().stream().map(listing -> listing.name()).filter(name -> !name.equals(source))
                .findFirst().orElseThrow();
    }
}

package baton.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import baton.cli.Played.Desk;
import baton.runtime.SessionRecord;
import baton.store.SqliteCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A session that goes another way from a point of another one. */
class ForkTest {
    private static final String PLAN = Plans.TIDE_TABLES_IN_TURN + """
              - {id: T-3, title: Print the tables, agent: writer, outputs: [tides/print.md], dependsOn: [T-2]}
            decisions:
              - {id: D-1, title: Datum, question: Which datum?, gates: [T-3],
                 options: [{key: "1", text: NN}, {key: "2", text: LAT}]}
            questions:
              - {id: Q-1, text: Which year?}
            """;

    @TempDir
    private Path folder;

    private Desk desk = Desk.in(Path.of("."));
    private String source = "";

    @BeforeEach
    void setUp() throws IOException {
        desk = Desk.in(folder);
        Files.createDirectory(folder.resolve("sessions"));
        Files.writeString(folder.resolve("plan.yaml"), PLAN);
        var stopped = desk.type("run", "plan.yaml");
        assertEquals(5, stopped.exitCode(), stopped.err());
        source = names().getFirst();
    }

    @Test
    void anotherDecisionGivesAnotherEndAndTheSourceStaysAsItWas() throws IOException {
        byte[] before = Files.readAllBytes(file(source));
        var forked = desk.type("fork", source, "--at", "" + point(2), "--decide", "D-1=2", "--agents-max", "2");

        assertEquals(0, forked.exitCode(), forked.err());
        assertTrue(forked.err().contains("Forked from " + source + " at event " + point(2)
                + ": D-1 is answered \"2\"; agents-max 2, was 5"), forked.err());
        assertTrue(forked.out().contains("D-1  Which datum?  2: LAT (person)"), forked.out());
        assertTrue(forked.out().contains("forked from " + source + " at event " + point(2)), forked.out());
        assertTrue(forked.out().contains("up to 2 wanted"), forked.out());
        assertArrayEquals(before, Files.readAllBytes(file(source)));
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }

    @Test
    void fromEveryPointAForkComesToAnEndThatVerifies() {
        var points = points();
        for (long point : points) {
            var forked = desk.type("fork", source, "--at", "" + point, "--decide", "D-1=1");
            assertEquals(0, forked.exitCode(), "at " + point + ": " + forked.err());
            var verified = desk.type("replay", "last", "--verify");
            assertEquals(0, verified.exitCode(), "at " + point + ": " + verified.out());
        }
        assertEquals(points.size() + 1, names().size());
    }

    @Test
    void theBeginningIsTheSameByteForByteAndSaysWhereItIsFrom() throws IOException {
        long at = point(3);
        desk.type("fork", source, "--at", "" + at, "--decide", "D-1=2");
        var catalog = new SqliteCatalog(folder.resolve("sessions"), List.of());
        try (var one = catalog.openToRead(file(source)); var other = catalog.openToRead(file(forkName()))) {
            assertEquals(one.hashAt(at), other.hashAt(at));
            assertFalse(one.hashAt(at + 1).equals(other.hashAt(at + 1)));
        }
        String line = desk.type("sessions", "export", forkName()).out().lines()
                .filter(text -> text.contains("\"type\":\"session.forked\"")).findFirst().orElseThrow();
        assertTrue(line.contains("\"seq\":" + (at + 1)) && line.contains("\"origin\":{\"hash\":\"")
                && line.contains("\"seq\":" + at + ",\"session\":\"" + source + "\""), line);
        assertTrue(desk.type("sessions", "list", "--json").out().contains(
                "\"forkedAt\":" + at + ",\"forkedFrom\":\"" + source + "\""),
                desk.type("sessions", "list", "--json").out());
        assertTrue(desk.type("sessions", "show", forkName()).out().contains(
                "forked from " + source + " at event " + at));
    }

    @Test
    void whatWasAnsweredBeforeThePointIsNotAskedAgain() {
        long at = points().getLast();
        var forked = desk.type("fork", source, "--at", "" + at, "--decide", "D-1=2", "--output-format", "stream-json");

        assertEquals(0, forked.exitCode(), forked.err());
        assertTrue(forked.out().startsWith("{\"v\":1,\"seq\":" + (at + 1) + ","), forked.out());
        assertTrue(forked.out().lines().filter(line -> line.contains("\"type\":\"turn.requested\""))
                .allMatch(line -> line.contains("\"task\":\"T-3\"")), forked.out());
        assertEquals(1, forked.out().lines().filter(line -> line.contains("\"type\":\"session.forked\"")).count());
    }

    @Test
    void wordsReachTheAgentBeforeItsNextTurn() {
        var forked = desk.type("fork", source, "--at", "" + point(3), "--tell", "@analyst count in metres", "--tell",
                "#T-2 keep it short");
        assertTrue(forked.err().contains("@analyst is told \"count in metres\"; T-2 is told \"keep it short\""),
                forked.err());
        String log = desk.type("log", forkName()).out();
        assertTrue(log.contains("count in metres") && log.contains("keep it short"), log);
        assertEquals(0, desk.type("replay", forkName(), "--verify").exitCode());
        int sessions = names().size();
        assertEquals(3, desk.type("fork", source, "--at", "" + point(3), "--tell", "@nobody hello").exitCode());
        assertEquals(2, desk.type("fork", source, "--at", "" + point(3), "--tell", "/help").exitCode());
        assertEquals(2, desk.type("fork", source, "--at", "" + point(3), "--tell", "/cancel T-2").exitCode());
        assertEquals(sessions, names().size());
    }

    @Test
    void aForkOfAForkNamesBoth() {
        desk.type("fork", source, "--at", "" + point(3), "--answer", "Q-1=2027");
        String child = forkName();
        var points = points(child);
        var second = desk.type("fork", child, "--at", "" + points.getLast(), "--decide", "D-1=1");

        assertEquals(0, second.exitCode(), second.err());
        assertTrue(second.out().contains("forked from " + child + " at event " + points.getLast() + "\nforked from "
                + source + " at event " + point(3)), second.out());
    }

    @Test
    void aForkOfARehearsalWorksInACopyAsItWasAtThatPoint() throws IOException {
        long at = afterWritten("tides/readings.md");
        Files.writeString(folder.resolve("sessions/" + source + ".files/tides/readings.md"), "changed by hand\n");
        var forked = desk.type("fork", source, "--at", "" + at);

        assertEquals(5, forked.exitCode(), forked.err());
        assertTrue(Files.readString(folder.resolve("sessions/" + forkName() + ".files/tides/readings.md"))
                .startsWith("#"));
        assertEquals("changed by hand\n",
                Files.readString(folder.resolve("sessions/" + source + ".files/tides/readings.md")));
        assertFalse(Files.exists(folder.resolve("tides")));
    }

    @Test
    void numbersThatAreNoPointAreRefusedWithThoseBesideThem() {
        long last = points().getLast();
        assertEquals(new Played(2, "", """
                baton: --at %d is past the end: the last event is %d
                  hint: --at %d  takes all of it.
                """.formatted(last + 1, last, last)), desk.type("fork", source, "--at", "" + (last + 1)));
        long first = points().getFirst();
        assertEquals(new Played(2, "", """
                baton: --at 2 stands inside events 1 to %d, which came of one input and hold together
                  hint: --at %d is after them.
                """.formatted(first, first)), desk.type("fork", source, "--at", "2"));
        assertEquals(2, desk.type("fork", source, "--at", "0").exitCode());
        assertEquals(2, desk.type("fork", source).exitCode());
        assertEquals(3, desk.type("fork", "nobody", "--at", "1").exitCode());
        assertEquals(List.of(source), names());
    }

    @Test
    void onlyWhatIsOpenThereCanBeAnswered() {
        long at = point(2);
        var unknown = desk.type("fork", source, "--at", "" + at, "--decide", "D-7=1", "--answer", "Q-9=x");
        assertEquals(new Played(3, "", """
                error: nothing is called Q-9
                  hint: Did you mean Q-1? Open there: D-1, Q-1.
                error: nothing is called D-7
                  hint: Did you mean D-1? Open there: D-1, Q-1.
                baton: the answers cannot be used at event %d
                """.formatted(at)), unknown);
        assertEquals(3, desk.type("fork", source, "--at", "" + at, "--decide", "Q-1=2").exitCode());
        assertEquals(new Played(3, "", """
                error: D-1 has no option 7
                  hint: Options: 1: NN, 2: LAT.
                baton: the answers cannot be used at event %d
                """.formatted(at)), desk.type("fork", source, "--at", "" + at, "--decide", "D-1=7"));
        assertEquals(2, desk.type("fork", source, "--at", "" + at, "--answer", "D-1").exitCode());

        desk.type("fork", source, "--at", "" + at, "--decide", "D-1=2");
        String child = forkName();
        var late = desk.type("fork", child, "--at", "" + points(child).getLast(), "--decide", "D-1=1");
        assertEquals(3, late.exitCode());
        assertEquals("""
                error: D-1 was settled before by person: 2: LAT
                  hint: --at %d is the last point at which it was open. Open there: Q-1.
                baton: the answers cannot be used at event %d
                """.formatted(at, points(child).getLast()), late.err());
        assertEquals(2, names().size());
    }

    @Test
    void whatWasAnsweredInAdvanceIsAnsweredOtherwise() {
        var first = desk.type("run", "plan.yaml", "--answer", "D-1=1", "--answer", "Q-1=2026");
        assertEquals(0, first.exitCode(), first.err());
        String run = newest();
        long at = points(run).getFirst();
        var forked = desk.type("fork", run, "--at", "" + at, "--decide", "D-1=2", "--answer", "Q-1=2027");

        assertEquals(0, forked.exitCode(), forked.err());
        assertTrue(forked.out().contains("2: LAT (person)") && forked.out().contains("2027 (person)"), forked.out());
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }

    @Test
    void expectationsAreLookedAtWhenItHasEnded() throws IOException {
        Files.writeString(folder.resolve("good.txt"), """
                # what the other datum gives
                expect tasks accepted within 2h
                expect event session.forked
                expect no event task.failed
                expect file tides/print.md
                expect exit 0
                """);
        Files.writeString(folder.resolve("bad.txt"), "expect task T-3 accepted\nexpect inbox empty\n");
        Files.writeString(folder.resolve("said.txt"), "/pause\n");
        String at = "" + point(2);
        var held = desk.type("fork", source, "--at", at, "--decide", "D-1=2", "--expect", "good.txt");
        assertEquals(0, held.exitCode(), held.err());
        assertTrue(held.err().endsWith("all that was expected held\n"), held.err());

        var failed = desk.type("fork", source, "--at", at, "--expect", "bad.txt");
        assertEquals(4, failed.exitCode());
        assertTrue(
                failed.err().contains("bad.txt:1: error: expect task T-3 accepted: it does not hold: T-3 is waiting"),
                failed.err());
        assertTrue(failed.err().contains("bad.txt:2: error: expect inbox empty: it does not hold: open are D-1, Q-1"),
                failed.err());

        int sessions = names().size();
        assertEquals(3, desk.type("fork", source, "--at", at, "--expect", "said.txt").exitCode());
        assertEquals(sessions, names().size(), "what is refused makes no session");
    }

    @Test
    void aForkIsExportedAndImportedToTheSameHead() {
        desk.type("fork", source, "--at", "" + point(3), "--decide", "D-1=2");
        String child = forkName();
        String lines = desk.type("sessions", "export", child).out();
        var imported = desk.typing(lines).type("sessions", "import", "-");

        assertEquals(0, imported.exitCode(), imported.err());
        String copy = imported.out().strip().replace("imported ", "");
        try (var catalog = read(child); var other = read(copy)) {
            assertEquals(catalog.headHash(), other.headHash());
        }
        assertEquals(2,
                desk.type("sessions", "list", "--json").out().split("\"forkedFrom\":\"" + source + "\"", -1).length
                        - 1);
        assertTrue(desk.type("sessions", "list").out().lines().filter(line -> line.startsWith(copy)).findFirst()
                .orElseThrow().contains("rehearsal fork"));
    }

    @Test
    void aSessionAtWorkCanBeForked() {
        try (var held = new SqliteCatalog(folder.resolve("sessions"), List.of()).openToWrite(file(source))) {
            var forked = desk.type("fork", source, "--at", "" + point(2), "--decide", "D-1=2");
            assertEquals(0, forked.exitCode(), forked.err() + held.name());
        }
    }

    @Test
    void aRecordThatWasChangedIsNotForked() throws IOException {
        long at = point(3);
        byte[] bytes = Files.readAllBytes(file(source));
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int place = text.indexOf("Gather the readings");
        bytes[place] = 'g';
        while (place >= 0) {
            bytes[place] = 'g';
            place = text.indexOf("Gather the readings", place + 1);
        }
        Files.write(file(source), bytes);
        var refused = desk.type("fork", source, "--at", "" + at);

        assertEquals(8, refused.exitCode(), refused.err());
        assertTrue(refused.err().contains("is damaged"), refused.err());
        assertEquals(List.of(source), names());
    }

    @Test
    void whatCouldNotGoOnIsNotMade() {
        String at = "" + point(2);
        assertEquals(2, desk.type("fork", source, "--at", at, "--output-format", "xml").exitCode());
        assertEquals(2, desk.type("fork", source, "--at", at, "--tui").exitCode());
        assertEquals(2, desk.type("fork", source, "--at", at, "--line", "--batch").exitCode());
        assertEquals(2, desk.type("fork", source, "--at", at, "--agents-max", "many").exitCode());
        assertEquals(3, desk.type("fork", source, "--at", at, "--answers", "nowhere.yaml").exitCode());
        assertEquals(3, desk.type("fork", source, "--at", at, "--workspace", "nowhere").exitCode());
        assertEquals(List.of(source), names());
        try (var files = Files.list(folder.resolve("sessions"))) {
            assertEquals(List.of(), files.filter(file -> !file.getFileName().toString().startsWith(source)).toList(),
                    "nothing is left behind");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSessionThatWasCompleteIsCompleteAgain() {
        desk.type("fork", source, "--at", "" + point(2), "--decide", "D-1=2");
        String child = forkName();
        var again = desk.type("fork", child, "--at", "" + points(child).getLast());
        assertEquals(0, again.exitCode(), again.err());
        assertTrue(again.err().contains("nothing is changed"), again.err());
    }

    @Test
    void lineByLineTheSessionIsTalkedWith() {
        var talked = desk.typing("/decide D-1 2\n/quit\n").type("fork", source, "--at", "" + points().getLast(),
                "--line");
        assertEquals(0, desk.type("replay", forkName(), "--verify").exitCode());
        assertTrue(talked.out().contains("D-1"), talked.out() + talked.err());
    }

    @Test
    void aRehearsalCannotGoOnWithARealModel() {
        var refused = desk.with("OPENAI_API_KEY", "sk-nobody").type("fork", source, "--at", "" + point(2), "--model",
                "openai/gpt-5");
        assertEquals(2, refused.exitCode(), refused.err());
        assertEquals(2, desk.type("fork", source, "--at", "" + point(2), "--rehearse", "--model", "openai/gpt-5")
                .exitCode());
        assertEquals(List.of(source), names());
    }

    /** The last event of every input, as the record has them. */
    private List<Long> points(String session) {
        var points = new ArrayList<Long>();
        try (var record = read(session); var events = record.events(1, Long.MAX_VALUE)) {
            long n = 0;
            long seq = 0;
            for (var facts = events.iterator(); facts.hasNext();) {
                var fact = facts.next();
                if (fact.n() != n && seq > 0) {
                    points.add(seq);
                }
                n = fact.n();
                seq = fact.seq();
            }
            points.add(seq);
        }
        return points;
    }

    private List<Long> points() {
        return points(source);
    }

    private long point(int number) {
        return points().get(number - 1);
    }

    /** The first point behind the event that wrote a file. */
    private long afterWritten(String path) {
        var written = Pattern.compile("\"seq\":(\\d+),[^\n]*\"type\":\"artifact.produced\"[^\n]*" + Pattern.quote(path))
                .matcher(desk.type("sessions", "export", source).out());
        assertTrue(written.find());
        long seq = Long.parseLong(written.group(1));
        return points().stream().filter(point -> point >= seq).findFirst().orElseThrow();
    }

    private SessionRecord read(String session) {
        return new SqliteCatalog(folder.resolve("sessions"), List.of()).openToRead(file(session));
    }

    private Path file(String session) {
        return folder.resolve("sessions").resolve(session + ".db");
    }

    /** Oldest first; two made in one minute stand in the order of their names. */
    private List<String> names() {
        return new SqliteCatalog(folder.resolve("sessions"), List.of()).list().reversed().stream()
                .map(listing -> listing.name()).toList();
    }

    private String newest() {
        return names().getLast();
    }

    /** The only session beside the source. */
    private String forkName() {
        return names().stream().filter(name -> !name.equals(source)).findFirst().orElseThrow();
    }
}

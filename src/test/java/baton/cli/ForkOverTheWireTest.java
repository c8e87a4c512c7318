package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import baton.cli.Played.Desk;
import baton.llm.WorkingPeer;
import baton.llm.WorkingPeer.Work;
import baton.runtime.SessionCatalog.Listing;
import baton.settings.ProviderEndpoint.Dialect;
import baton.store.SqliteCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Forks of a session whose turns were paid for. */
class ForkOverTheWireTest {
    @TempDir
    private Path folder;

    private Desk live(WorkingPeer peer) throws IOException {
        Files.createDirectory(folder.resolve("sessions"));
        Files.writeString(folder.resolve("plan.yaml"),
                """
                        name: Wire
                        goal: Reports
                        agents: [{id: one, name: one}, {id: two, name: two}]
                        decisions:
                          - {id: D-1, title: Go, question: Shall it go on?, gates: [T-2],
                             options: [{key: a, text: yes}, {key: b, text: no}]}
                        tasks:
                          - {id: T-1, title: Report one, agent: one, outputs: [reports/t-1.md], acceptance: [says what was found]}
                          - {id: T-2, title: Report two, agent: two, outputs: [reports/t-2.md], acceptance: [says what was found]}
                        """);
        var desk = Desk.in(folder);
        for (var variable : peer.environment().entrySet()) {
            desk = desk.with(variable.getKey(), variable.getValue());
        }
        desk.type("trust");
        var played = desk.type("run", "plan.yaml", "--model", peer.model());
        assertEquals(5, played.exitCode(), played.err());
        return desk;
    }

    @Test
    void anotherAnswerGivesAnotherEndAndNoTurnIsPaidForTwice() throws Exception {
        try (var peer = new WorkingPeer(Dialect.OPENAI, Work.REPORTS, 0)) {
            var desk = live(peer);
            var source = sessions().getFirst();
            int asked = peer.requests().size();
            var forked = desk.type("fork", source.name(), "--at", "" + source.events(), "--decide", "D-1=a");

            assertEquals(0, forked.exitCode(), forked.err());
            assertEquals(asked * 2, peer.requests().size(), "only the second report is asked for");
            assertTrue(forked.err().contains("note: files stay as they are now; nothing is taken back to event "
                    + source.events()), forked.err());
            assertTrue(Files.exists(folder.resolve("reports/t-2.md")));
            assertEquals(0, desk.type("replay", fork(source), "--verify").exitCode());
            assertEquals("waiting", sessions().stream().filter(one -> one.name().equals(source.name())).findFirst()
                    .orElseThrow().status());
            assertTrue(desk.type("compare", source.name(), fork(source)).out().contains("The first " + source.events()
                    + " events are the same"));
        }
    }

    @Test
    void aRehearsalGoesOnFromWhatModelsBeganWithoutAskingThemOrWritingFiles() throws Exception {
        try (var peer = new WorkingPeer(Dialect.OPENAI, Work.REPORTS, 0)) {
            var desk = live(peer);
            var source = sessions().getFirst();
            Files.writeString(folder.resolve("reports/t-1.md"), "edited by a person\n");
            int asked = peer.requests().size();
            var forked = desk.type("fork", source.name(), "--at", "" + source.events(), "--decide", "D-1=a",
                    "--rehearse");

            assertEquals(0, forked.exitCode(), forked.err());
            assertEquals(asked, peer.requests().size());
            assertFalse(Files.exists(folder.resolve("reports/t-2.md")));
            assertEquals("edited by a person\n", Files.readString(folder.resolve("reports/t-1.md")));
            assertEquals("peer-step-two: what was found for reports/t-1.md",
                    Files.readString(folder.resolve("sessions/" + fork(source) + ".files/reports/t-1.md")),
                    "the copy is as it was at that point");
            assertTrue(forked.out().startsWith("rehearsal · Wire"), forked.out());
            assertTrue(desk.type("sessions", "export", fork(source), "--format", "md").out()
                    .contains("from there on no model was asked."));
            assertTrue(sessions().stream().filter(one -> one.name().equals(fork(source))).allMatch(Listing::rehearsal));
            assertEquals(0, desk.type("replay", fork(source), "--verify").exitCode());
        }
    }

    @Test
    void anotherFolderGetsWhatAgentsHadLeftAndKeepsWhatIsAPersons() throws Exception {
        try (var peer = new WorkingPeer(Dialect.OPENAI, Work.REPORTS, 0)) {
            var desk = live(peer);
            var source = sessions().getFirst();
            var other = Files.createDirectories(folder.resolve("other"));
            new Desk(other, desk.environment(), "").type("trust");
            var forked = desk.type("fork", source.name(), "--at", "" + source.events(), "--decide", "D-1=a",
                    "--workspace", "other");
            assertEquals(0, forked.exitCode(), forked.err());
            assertEquals("peer-step-two: what was found for reports/t-1.md",
                    Files.readString(other.resolve("reports/t-1.md")));
            assertTrue(Files.exists(other.resolve("reports/t-2.md")));
            assertFalse(Files.exists(folder.resolve("reports/t-2.md")));

            Files.writeString(other.resolve("reports/t-1.md"), "a person's\n");
            var again = desk.type("fork", source.name(), "--at", "" + source.events(), "--decide", "D-1=b",
                    "--workspace", "other");
            assertTrue(again.err().contains("note: reports/t-1.md stays as it is: it is not what agents began with"),
                    again.err());
            assertEquals("a person's\n", Files.readString(other.resolve("reports/t-1.md")));
        }
    }

    @Test
    void anotherModelTakesOverWhatIsUnderWay() throws Exception {
        try (var peer = new WorkingPeer(Dialect.OPENAI, Work.REPORTS, 0);
                var next = new WorkingPeer(Dialect.ANTHROPIC, Work.REPORTS, 0)) {
            var desk = live(peer);
            for (var variable : next.environment().entrySet()) {
                desk = desk.with(variable.getKey(), variable.getValue());
            }
            var source = sessions().getFirst();
            int asked = peer.requests().size();
            long underWay = firstTurnEnd(desk, source.name());
            var forked = desk.type("fork", source.name(), "--at", "" + underWay, "--decide", "D-1=a", "--model",
                    next.model());

            assertEquals(0, forked.exitCode(), forked.err() + forked.out());
            assertEquals(asked, peer.requests().size(), "the first model is not asked any more");
            assertTrue(next.requests().size() >= asked, "the second one does what is left");
            assertTrue(forked.err().contains("model " + next.model() + ", was " + peer.model()), forked.err());
            assertTrue(desk.type("sessions", "export", fork(source)).out().contains("\"type\":\"model.switched\""));
            assertEquals(0, desk.type("replay", fork(source), "--verify").exitCode());
        }
    }

    /** The last event of the input that brought the first reply: its attempt then goes on. */
    private static long firstTurnEnd(Desk desk, String session) {
        long seq = 0;
        for (String line : desk.type("sessions", "export", session).out().lines().toList()) {
            boolean opens = line.contains("\"inputs\":[{");
            if (seq > 0 && opens) {
                return seq;
            }
            if (line.contains("\"type\":\"turn.completed\"") || seq > 0) {
                seq = Long.parseLong(line.replaceFirst(".*?\"seq\":(\\d+).*", "$1"));
            }
        }
        throw new AssertionError("no turn was completed");
    }

    private List<Listing> sessions() {
        return new SqliteCatalog(folder.resolve("sessions"), List.of()).list();
    }

    private String fork(Listing source) {
        return sessions().stream().map(Listing::name).filter(name -> !name.equals(source.name())).findFirst()
                .orElseThrow();
    }
}

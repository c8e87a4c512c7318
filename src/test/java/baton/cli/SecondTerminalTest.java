package baton.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import baton.cli.Played.Desk;
import baton.cli.console.Surroundings;
import baton.cli.console.Surroundings.Terminals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A session at work before a person who says nothing yet, reached by whole commands over its real socket. */
class SecondTerminalTest {
    private static final String PLAN = """
            name: Harbour review
            goal: Know whether the harbour software may go live
            agents:
              - {id: architect, name: architect}
              - {id: writer, name: writer}
            tasks:
              - {id: T-1, title: Assess the architecture, agent: architect, outputs: [reports/architecture.md]}
              - {id: T-2, title: Write the report, agent: writer, outputs: [reports/report.md]}
            decisions:
              - id: D-1
                title: Go live
                question: Go live in May or in June?
                options:
                  - {key: "1", text: May}
                  - {key: "2", text: June}
                gates: [T-2]
            """;

    @TempDir
    private Path folder;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private Desk desk = Desk.in(Path.of("."));

    @BeforeEach
    void setUp() throws IOException {
        desk = Desk.in(folder);
        Files.writeString(folder.resolve("plan.yaml"), PLAN);
    }

    @AfterEach
    void tearDown() {
        executor.shutdownNow();
    }

    /** Runs {@code meanwhile} while a chat works on the plan; ends the chat's input afterwards and gives what it said. */
    private Played whileAtWork(Callable<Void> meanwhile) throws Exception {
        var keyboard = new Keyboard();
        var chat = executor.submit(() -> desk.reading(keyboard.in()).type("chat", "plan.yaml"));
        try {
            awaitSocket();
            meanwhile.call();
        } finally {
            keyboard.close();
        }
        return chat.get(60, TimeUnit.SECONDS);
    }

    private void awaitSocket() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!isListening()) {
            assertTrue(System.nanoTime() < deadline, "nobody listens");
            Thread.onSpinWait();
        }
    }

    /** T-2 waits for the decision that the visitor makes. */
    private void awaitDone(Future<Played> visitor) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        var why = desk.type("why", "last", "T-2");
        while (!why.out().contains("It is done")) {
            var seen = why;
            assertTrue(System.nanoTime() < deadline && !visitor.isDone(),
                    () -> seen + "\n" + (visitor.isDone() ? visitor.resultNow() : "still there"));
            Thread.onSpinWait();
            why = desk.type("why", "last", "T-2");
        }
    }

    private boolean isListening() throws IOException {
        var sessions = folder.resolve("data/baton/sessions");
        if (!Files.isDirectory(sessions)) {
            return false;
        }
        try (var files = Files.list(sessions)) {
            return files.filter(file -> file.toString().endsWith(".live"))
                    .anyMatch(live -> Files.exists(live.resolve("socket")) || Files.exists(live.resolve("elsewhere")));
        }
    }

    @Test
    void anAnswerFromASecondTerminalIsTheSessionsOwn() throws Exception {
        var chat = whileAtWork(() -> {
            assertEquals(new Played(0, "decision D-1 is made by person at another terminal: 2: June\n", ""),
                    desk.type("answer", "last", "D-1", "2"));
            return null;
        });

        assertEquals(0, chat.exitCode(), chat.out() + chat.err());
        assertTrue(chat.out().contains("decision D-1 is made by person at another terminal: 2: June"), chat.out());
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }

    @Test
    void ofTwoWhoAnswerAtOnceExactlyOneDecidesAndTheOtherIsToldSo() throws Exception {
        whileAtWork(() -> {
            List<Callable<Played>> both = List.of(() -> desk.type("answer", "last", "D-1", "1"),
                    () -> desk.type("answer", "last", "d-1", "2"));
            var played = executor.invokeAll(both).stream().map(answered -> answered.resultNow()).toList();

            assertEquals(List.of(0, 3), played.stream().map(Played::exitCode).sorted().toList());
            String loser = played.stream().filter(one -> one.exitCode() == 3).findFirst().orElseThrow().err();
            assertTrue(loser.startsWith("baton: settle D-1: it was settled by person at another terminal: "), loser);
            return null;
        });
    }

    @Test
    void wordsReachAnAgentAndUnknownNamesComeBackWithAHint() throws Exception {
        whileAtWork(() -> {
            assertEquals(new Played(0, "person at another terminal to writer: mind the tides\n", ""),
                    desk.type("tell", "last", "@writer", "mind", "the", "tides"));
            assertEquals("baton: there are no words to send",
                    desk.type("tell", "last", " ").err().lines().findFirst().orElse(""));
            var unknown = desk.type("tell", "last", "@writr hello");
            assertEquals(3, unknown.exitCode());
            assertTrue(unknown.err().contains("@writer"), unknown.err());
            assertEquals(3, desk.type("answer", "last", "D-7", "1").exitCode());
            return null;
        });
    }

    @Test
    void aPauseHoldsEverybodyUntilItIsContinued() throws Exception {
        whileAtWork(() -> {
            assertEquals(0, desk.type("pause", "last").exitCode());
            assertEquals(3, desk.type("pause", "last").exitCode());
            assertEquals(0, desk.type("pause", "last", "--continue").exitCode());
            return null;
        });
    }

    @Test
    void whoAttachesSeesHowItStandsSteersItAndHearsItsEnd() throws Exception {
        var keyboard = new Keyboard();
        var chat = executor.submit(() -> desk.reading(keyboard.in()).type("chat", "plan.yaml"));
        awaitSocket();
        var attached = executor.submit(() -> desk.typing("/decide D-1 2\n/nonsense\n").type("attach", "last"));
        awaitDone(attached);
        keyboard.close();
        assertEquals(0, chat.get(60, TimeUnit.SECONDS).exitCode());

        var seen = attached.get(60, TimeUnit.SECONDS);
        assertEquals(0, seen.exitCode(), seen.err());
        assertTrue(seen.outWithoutNames().startsWith("rehearsal · Harbour review · at work\n"), seen.out());
        assertTrue(seen.out().contains("decision D-1 is made by person at another terminal: 2: June"), seen.out());
        assertTrue(seen.out().endsWith("The session has ended: complete\n"), seen.out());
        assertTrue(seen.err().startsWith("There is no command /nonsense."), seen.err());
    }

    @Test
    void everyKindOfMatterIsSettledFromASecondTerminal() throws Exception {
        Files.writeString(folder.resolve("plan.yaml"), PLAN.replace("decisions:", """
                  - {id: T-3, title: Sign the paper, kind: human}
                  - {id: T-4, title: File it, agent: writer, dependsOn: [T-3], outputs: [reports/filed.md]}
                questions:
                  - {id: Q-1, group: General, text: Who reads it?}
                decisions:"""));
        whileAtWork(() -> {
            assertEquals(new Played(0, "question Q-1 is answered by person at another terminal: the mayor\n", ""),
                    desk.type("answer", "last", "Q-1", "the", "mayor"));
            assertEquals(new Played(0, "blocker B-1 is resolved by person at another terminal: signed today\n", ""),
                    desk.type("answer", "last", "b-1", "signed today"));
            assertEquals(0, desk.type("answer", "last", "D-1", "1").exitCode());
            var unknown = desk.type("answer", "last", "Q-11", "again");
            assertEquals(3, unknown.exitCode());
            assertEquals("""
                    baton: nothing here is called Q-11
                      hint: Nothing needs an answer now.
                    """, unknown.err());
            return null;
        });
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }

    @Test
    void whoAttachesLateGetsEveryEventFromTheFirstOnAndSteersBesides() throws Exception {
        var keyboard = new Keyboard();
        var chat = executor.submit(() -> desk.reading(keyboard.in()).type("chat", "plan.yaml"));
        awaitSocket();
        var typed = new Keyboard();
        var attached = executor.submit(() -> desk.reading(typed.in()).type("attach", "last", "--output-format",
                "stream-json"));
        typed.type("/decide D-1 2\n/nonsense\n");
        awaitDone(attached);
        keyboard.close();
        assertEquals(0, chat.get(60, TimeUnit.SECONDS).exitCode());

        var seen = attached.get(60, TimeUnit.SECONDS);
        assertEquals(0, seen.exitCode(), seen.err());
        var lines = seen.out().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            assertTrue(lines.get(i).contains("\"seq\":" + (i + 1) + ","), lines.get(i));
        }
        assertTrue(lines.getFirst().contains("\"type\":\"session.started\""), lines.getFirst());
        assertTrue(lines.getLast().contains("\"type\":\"session.result\""), lines.getLast());
        assertTrue(seen.out().contains("\"type\":\"decision.made\""));
        assertTrue(seen.err().contains("decision D-1 is made by person at another terminal: 2: June")
                && seen.err().contains("There is no command /nonsense."), seen.err());
        typed.close();
    }

    @Test
    void aFormatThatCannotBeFollowedIsWrongUse() {
        assertEquals(2, desk.type("attach", "last", "--output-format", "json").exitCode());
        assertEquals(2, desk.type("attach", "last", "--output-format", "xml").exitCode());
    }

    /** Where the control socket of a session lies that nobody works on. */
    private Path liveOfAFinishedRun() throws IOException {
        desk.type("run", "plan.yaml");
        try (var files = Files.list(folder.resolve("data/baton/sessions"))) {
            Path database = files.filter(file -> file.toString().endsWith(".db")).findFirst().orElseThrow();
            return database.resolveSibling(database.getFileName().toString().replaceFirst("[.]db$", ".live"));
        }
    }

    @Test
    void whoWaitsForAProcessThatStandsStillIsToldSo() throws Exception {
        var live = Files.createDirectories(liveOfAFinishedRun());
        try (var frozen = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                var told = new PipedInputStream();
                var err = new PipedOutputStream(told)) {
            frozen.bind(UnixDomainSocketAddress.of(live.resolve("socket")));
            var around = new Surroundings(InputStream.nullInputStream(), OutputStream.nullOutputStream(), err,
                    desk.environment(), folder, folder.resolve("home"), Terminals.NONE);
            var attached = executor.submit(() -> Baton.run(new String[]{"attach", "last"}, around));
            var visitor = frozen.accept();
            var lines = new BufferedReader(new InputStreamReader(told, StandardCharsets.UTF_8));
            assertEquals("the session has not answered yet; its process may be stopped (Ctrl-Z) or very busy",
                    lines.readLine());
            visitor.close();
            assertEquals(3, attached.get(60, TimeUnit.SECONDS));
            assertEquals("baton: the process that worked on the session is gone", lines.readLine());
        }
    }

    @Test
    void aSocketThatAKilledProcessLeftIsNoProcess() throws IOException {
        var live = liveOfAFinishedRun();
        Files.createDirectories(live);
        try (var left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(live.resolve("socket")));
        }
        var played = desk.type("answer", "last", "D-1", "2");
        assertEquals(3, played.exitCode());
        assertTrue(played.err().startsWith("baton: no process works on session harbour-review-"), played.err());
        assertEquals(0, desk.type("resume", "last", "--answer", "D-1=2").exitCode());
        assertFalse(Files.exists(live.resolve("socket")), "the next process clears what was left");
    }

    @Test
    void whereNoProcessWorksTheNextCommandIsNamed() {
        desk.type("run", "plan.yaml");

        for (var command : List.of(List.of("answer", "last", "D-1", "2"), List.of("tell", "last", "hello"),
                List.of("pause", "last"), List.of("attach", "last"))) {
            var played = desk.type(command.toArray(String[]::new));
            assertEquals(3, played.exitCode());
            assertTrue(played.err().contains("no process works on session harbour-review-")
                    && played.err().contains("baton resume harbour-review-"), played.err());
        }
    }

    @Test
    void aFileThatIsNoSessionIsNoneForEveryCommand() throws IOException {
        var letter = Files.writeString(folder.resolve("letter.db"), "Dear harbour master");
        for (var command : List.of("attach", "pause", "log", "resume")) {
            var played = desk.type(command, letter.toString());
            assertEquals(3, played.exitCode());
            assertTrue(played.err().contains("baton: letter is not a session of baton\n"), played.err());
        }
    }

    @Test
    void aLogIsFollowedToTheEndOfTheSession() throws Exception {
        var followed = executor.submit(() -> {
            awaitSocket();
            return desk.type("log", "last", "--follow");
        });
        whileAtWork(() -> {
            assertEquals(0, desk.type("answer", "last", "D-1", "2").exitCode());
            return null;
        });

        var log = followed.get(60, TimeUnit.SECONDS);
        assertEquals(new Played(0, desk.type("log", "last").out(), ""), log);
        assertTrue(log.out().contains("T-2 writer begins, attempt 1"), log.out());
        assertFalse(log.out().contains("\u001b"));
    }
}

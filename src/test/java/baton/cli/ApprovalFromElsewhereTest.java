package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import baton.cli.Played.Desk;
import baton.cli.setup.SideFolders;
import baton.llm.WorkingPeer;
import baton.llm.WorkingPeer.Work;
import baton.runtime.ControlLine;
import baton.runtime.ControlLine.Heard;
import baton.settings.ProviderEndpoint.Dialect;
import baton.wire.ControlCodec;
import baton.wire.ControlRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A model on the wire wants to run a command; people at other terminals say whether it may, over the real socket. */
class ApprovalFromElsewhereTest {
    /** So long that no line of a screen holds it, with everything in it that is quoted and that a terminal would obey. */
    private static final String LONG = "word ".repeat(550) + "it's \"so\"; echo $HOME";
    private static final String ARGV = "[\"sh\",\"test.sh\",\"" + LONG.replace("\"", "\\\"").replace("'", "\\u0027")
            + "\",\"\\u001b[2Kend\"]";
    private static final String SHOWN = "sh test.sh '" + LONG.replace("'", "'\\''") + "' '^[[2Kend'";

    @TempDir
    private Path folder;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private Desk desk = Desk.in(Path.of("."));

    @BeforeEach
    void setUp() throws IOException {
        Plans.writeFaultySum(folder, "echo once >> ran; printf 'tests %s' passed\n");
    }

    @AfterEach
    void tearDown() {
        executor.shutdownNow();
    }

    /** Runs {@code meanwhile} while a chat waits for the approval A-1; gives what the chat said. */
    private Played whileItWaits(Callable<Void> meanwhile) throws Exception {
        try (var peer = new WorkingPeer(Dialect.OPENAI, Work.REPAIRS, 0, ARGV)) {
            var keyboard = new Keyboard();
            desk = Desk.in(folder);
            for (var variable : peer.environment().entrySet()) {
                desk = desk.with(variable.getKey(), variable.getValue());
            }
            desk.type("trust");
            var chat = executor.submit(() -> desk.reading(keyboard.in()).type("chat", "plan.yaml", "--model",
                    peer.model(), "--approve", "ask", "--budget-tokens", "5000000"));
            await(() -> desk.type("why", "last", "T-1").out().contains("A-1"), chat);
            meanwhile.call();
            await(() -> desk.type("why", "last", "T-1").out().contains("done"), chat);
            keyboard.close();
            return chat.get(60, TimeUnit.SECONDS);
        }
    }

    private static void await(Callable<Boolean> what, Future<Played> running) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!what.call()) {
            assertTrue(System.nanoTime() < deadline && !running.isDone(),
                    () -> running.isDone() ? running.resultNow().toString() : "it does not come");
            Thread.onSpinWait();
        }
    }

    private Path sessions() {
        return folder.resolve("data/baton/sessions");
    }

    private String session() throws IOException {
        try (var files = Files.list(sessions())) {
            return files.map(file -> String.valueOf(file.getFileName())).filter(name -> name.endsWith(".live"))
                    .map(name -> name.replaceFirst("[.]live$", "")).findFirst().orElseThrow();
        }
    }

    private long runs() throws IOException {
        return Files.exists(folder.resolve("ran")) ? Files.readAllLines(folder.resolve("ran")).size() : 0;
    }

    @Test
    void theCommandIsShownWholeWhereverItIsAskedAndWhereItIsAnswered() throws Exception {
        var chat = whileItWaits(() -> {
            var attached = executor.submit(() -> desk.typing("/inbox\n").type("attach", "last"));
            assertEquals(new Played(0, "person at another terminal allowed it once\n  " + SHOWN + "\n", ""),
                    desk.type("answer", "last", "a-1", "yes"));
            await(() -> desk.type("why", "last", "T-1").out().contains("done"), attached);
            return null;
        });
        assertEquals(0, chat.exitCode(), chat.out() + chat.err());
        assertTrue(chat.out().contains("May this run?\n  A-1  " + SHOWN), chat.out());
        assertFalse(chat.out().contains("\u001b"), "nothing of it is obeyed");
        assertEquals(1, runs());
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }

    @Test
    void whoIsAttachedBeforeItIsAskedSeesAllOfItAndTheCommandThatAnswers() throws Exception {
        whileItWaits(() -> {
            var first = executor.submit(() -> desk.typing("").type("attach", "last"));
            assertEquals(0, desk.type("answer", "last", "A-1", "no,", "say", "it", "shorter").exitCode());
            await(() -> desk.type("why", "last", "T-1").out().contains("A-2"), first);
            assertEquals(0, runs());
            assertEquals(0, desk.type("answer", "last", "A-2", "yes").exitCode());
            var seen = executor.submit(() -> {
                var kept = first.get(60, TimeUnit.SECONDS);
                assertTrue(kept.out().contains("May this run?\n  A-2  " + SHOWN), kept.out());
                assertTrue(kept.out().contains("baton answer "), kept.out());
                return kept;
            });
            await(() -> desk.type("why", "last", "T-1").out().contains("done"), seen);
            return null;
        });
        assertEquals(1, runs());
        assertTrue(desk.type("log", "last").out().contains("say it shorter"));
    }

    @Test
    void ofTwoWhoAnswerAtOnceOneDecidesAndTheCommandRunsOnceOrNever() throws Exception {
        whileItWaits(() -> {
            List<Callable<Played>> both = List.of(() -> desk.type("answer", "last", "A-1", "yes"),
                    () -> desk.type("answer", "last", "A-1", "yes"));
            var played = executor.invokeAll(both).stream().map(Future::resultNow).toList();
            assertEquals(List.of(0, 3), played.stream().map(Played::exitCode).sorted().toList());
            String loser = played.stream().filter(one -> one.exitCode() == 3).findFirst().orElseThrow().err();
            assertTrue(loser.contains("A-1: it was settled by person at another terminal: approved"), loser);
            return null;
        });
        assertEquals(1, runs());
    }

    @Test
    void anAnswerThatComesLateChangesNothingAndSaysSo() throws Exception {
        whileItWaits(() -> {
            assertEquals(0, desk.type("answer", "last", "A-1", "yes").exitCode());
            var late = desk.type("answer", "last", "A-1", "no");
            assertEquals(3, late.exitCode());
            assertTrue(late.err().contains("it was settled by person at another terminal: approved"), late.err());
            return null;
        });
        var over = desk.type("answer", "last", "A-1", "yes");
        assertEquals(3, over.exitCode());
        assertTrue(over.err().startsWith("baton: no process works on session mend-"), over.err());
        assertEquals(1, runs());
    }

    @Test
    void aSecondTerminalThatIsGoneInTheMiddleTakesNothingWithIt() throws Exception {
        whileItWaits(() -> {
            var line = ControlLine.to(SideFolders.of(sessions(), session()).control()).orElseThrow();
            line.send(new ControlCodec().line(new ControlRequest.Attach()));
            assertTrue(line.next(Duration.ofSeconds(15)) instanceof Heard.Line(String text) && text.contains("A-1"));
            line.close();
            assertEquals(0, desk.type("answer", "last", "A-1", "yes").exitCode());
            return null;
        });
        assertEquals(1, runs());
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }
}

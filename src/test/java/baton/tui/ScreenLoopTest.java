package baton.tui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import baton.engine.Command;
import baton.tui.ScreenLoop.Exit;
import baton.tui.frame.Backdrop;
import baton.tui.frame.Capabilities;
import baton.tui.frame.Size;
import baton.tui.state.Overlay;
import baton.tui.state.Scene.SessionRow;
import baton.tui.state.UiAction;
import baton.tui.state.UiEvent;
import baton.tui.state.UiState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The loop with a terminal that counts. */
class ScreenLoopTest {
    private static final Size SIZE = new Size(80, 24);

    @TempDir
    Path folder;

    /** Remembers what the session was told. */
    private static final class Ears implements Outside {
        private final List<Command> told = new ArrayList<>();

        @Override
        public synchronized String tell(Command command) {
            told.add(command);
            return "";
        }

        @Override
        public String ask(Command command) {
            return tell(command);
        }

        @Override
        public List<SessionRow> sessions(String words) {
            return List.of();
        }

        @Override
        public Looked look(UiAction.Look look) {
            return new Looked(look.what() + " " + look.task(), List.of());
        }

        @Override
        public void leaving() {
            // Nothing is at work.
        }
    }

    private ScreenLoop loop(CountingTerminal terminal, SceneSource source, Outside outside) {
        return new ScreenLoop(terminal, Capabilities.FULL, source, outside,
                new Keeper(Map.of(), folder, folder.resolve("scratch")), UiState.start(SIZE, 0));
    }

    private static CompletableFuture<Exit> started(ScreenLoop loop) {
        var exit = new CompletableFuture<Exit>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                exit.complete(loop.run());
            } catch (InterruptedException | RuntimeException broken) {
                exit.completeExceptionally(broken);
            }
        });
        return exit;
    }

    private static UiEvent key(String chord) {
        boolean types = chord.length() == 1;
        return new UiEvent.Typed(chord.equals(" ") ? "Space" : chord, types ? chord : "",
                System.nanoTime() / 1_000_000);
    }

    @Test
    void theScreenIsClearedOnceAndEveryFrameIsOneWrite() throws Exception {
        var terminal = new CountingTerminal(SIZE);
        var live = new LiveScene("demo");
        var seen = new CountDownLatch(12);
        terminal.onWrite(seen::countDown);
        var loop = loop(terminal, live, new Ears());
        var exit = started(loop);
        for (int i = 0; i < 40 && seen.getCount() > 0; i++) {
            loop.hear(key(String.valueOf((char) ('a' + i % 26))));
            seen.await(100, TimeUnit.MILLISECONDS);
        }
        assertTrue(seen.await(10, TimeUnit.SECONDS));
        loop.end();
        assertEquals(new Exit.Ended(), exit.get(10, TimeUnit.SECONDS));
        assertEquals(1, terminal.clears.get());
    }

    @Test
    void wordsForAnAgentReachTheSessionAsTheCommandEverybodyElseWouldSend() throws Exception {
        var terminal = new CountingTerminal(SIZE);
        var ears = new Ears();
        var loop = loop(terminal, new LiveScene("demo"), ears);
        var exit = started(loop);
        loop.hear(new UiEvent.Pasted("Sort the notes", 1));
        loop.hear(key("Enter"));
        loop.hear(key("Ctrl+X"));
        loop.hear(key("q"));
        assertEquals(new Exit.Left(), exit.get(10, TimeUnit.SECONDS));
        assertEquals(List.of(new Command.Goal("Sort the notes", "person")), ears.told);
    }

    @Test
    void aTerminalThatIsGoneEndsTheLoop() throws Exception {
        var loop = loop(new CountingTerminal(SIZE), new LiveScene("demo"), new Ears());
        var exit = started(loop);
        loop.hear(new UiEvent.Gone());
        assertEquals(new Exit.Gone(), exit.get(10, TimeUnit.SECONDS));
    }

    @Test
    void aTerminalThatReadsSlowlyGetsTheNewestFrameAndHoldsNobodyUp() throws Exception {
        var terminal = new CountingTerminal(SIZE);
        var slow = new CountDownLatch(1);
        terminal.onWrite(() -> {
            try {
                slow.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        var live = new LiveScene("crowd");
        Crowd.fill(live, 20);
        var ears = new Ears();
        var loop = loop(terminal, live, ears);
        var exit = started(loop);
        for (int i = 0; i < 2_000; i++) {
            live.chunk(Crowd.turn(i % 20), "more words ");
        }
        loop.hear(new UiEvent.Pasted("still heard", 1));
        loop.hear(key("Enter"));
        loop.hear(key("Ctrl+X"));
        loop.hear(key("q"));
        slow.countDown();
        assertEquals(new Exit.Left(), exit.get(10, TimeUnit.SECONDS));
        assertEquals(1, ears.told.size());
        assertTrue(terminal.writes.get() < 60, "frames: " + terminal.writes.get());
    }

    @Test
    void whatElseIsMeantForATerminalThatTakesNothingHoldsUpNoKeyEither() throws Exception {
        var terminal = new CountingTerminal(SIZE);
        var never = new CountDownLatch(1);
        terminal.onWrite(() -> {
            try {
                never.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        var ears = new Ears();
        var state = UiState.start(SIZE, 0).with(new Overlay.Pager("notes", "all of it", 0));
        var loop = new ScreenLoop(terminal, Capabilities.FULL, new LiveScene("demo"), ears,
                new Keeper(Map.of(), folder, folder.resolve("scratch")), state);
        var exit = started(loop);
        for (int i = 0; i < 100; i++) {
            loop.hear(key("y"));
        }
        for (String chord : List.of("w", "Ctrl+L", "q", "Ctrl+X", "m", "Ctrl+L")) {
            loop.hear(key(chord));
        }
        loop.hear(new UiEvent.Exposed());
        loop.hear(new UiEvent.Pasted("still heard", 1));
        loop.hear(key("Enter"));
        loop.hear(key("Ctrl+X"));
        loop.hear(key("q"));
        assertEquals(new Exit.Left(), exit.get(10, TimeUnit.SECONDS));
        assertEquals(List.of(new Command.Goal("still heard", "person")), ears.told);
        assertEquals("all of it", java.nio.file.Files.readString(folder.resolve("scratch/last-copy")));
        never.countDown();
    }

    @Test
    void aSessionThatEndsWhileAnEditorHasTheTerminalWaitsForNobody() throws Exception {
        var editor = folder.resolve("editor");
        var begun = folder.resolve("begun");
        java.nio.file.Files.writeString(editor, "#!/bin/sh\n: > '" + begun + "'\nexec sleep 60\n");
        assertTrue(editor.toFile().setExecutable(true));
        var loop = new ScreenLoop(new CountingTerminal(SIZE), Capabilities.FULL, new LiveScene("demo"), new Ears(),
                new Keeper(Map.of("EDITOR", editor.toString()), folder, folder.resolve("scratch")),
                UiState.start(SIZE, 0));
        var exit = started(loop);
        loop.hear(new UiEvent.Pasted("a draft", 1));
        loop.hear(key("Ctrl+X"));
        loop.hear(key("e"));
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!java.nio.file.Files.exists(begun) && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertTrue(java.nio.file.Files.exists(begun));
        loop.end();
        assertEquals(new Exit.Ended(), exit.get(10, TimeUnit.SECONDS));
        for (var child : ProcessHandle.current().descendants().toList()) {
            if (child.info().commandLine().orElse("").contains("sleep 60")) {
                child.onExit().get(10, TimeUnit.SECONDS);
            }
        }
        assertEquals("a draft", loop.state().composer().text());
    }

    @Test
    void aTextThatAMachineTypesIsTakenWholeInFewFrames() throws Exception {
        var terminal = new CountingTerminal(SIZE);
        var loop = loop(terminal, new LiveScene("demo"), new Ears());
        var exit = started(loop);
        String line = "typed by a machine, without marks ";
        long began = System.nanoTime();
        for (int i = 0; i < 100_000; i++) {
            loop.hear(key(String.valueOf(line.charAt(i % line.length()))));
        }
        loop.hear(key("Ctrl+J"));
        loop.hear(key("z"));
        loop.hear(key("Ctrl+X"));
        loop.hear(key("q"));
        assertEquals(new Exit.Left(), exit.get(20, TimeUnit.SECONDS));
        assertEquals(line.repeat(3_000).substring(0, 100_000) + "\nz", loop.state().composer().text());
        assertTrue(System.nanoTime() - began < 10_000_000_000L);
        assertTrue(terminal.writes.get() < 2_000, "frames: " + terminal.writes.get());
    }

    @Test
    void theColoursFollowTheBackgroundAsSoonAsTheTerminalTellsItAndNothingIsCleared() throws Exception {
        var terminal = new CountingTerminal(SIZE);
        var asks = Capabilities.of(Map.of("COLORTERM", "truecolor", "LANG", "C.UTF-8"), true, false);
        var loop = new ScreenLoop(terminal, asks, new LiveScene("demo"), new Ears(),
                new Keeper(Map.of(), folder, folder.resolve("scratch")), UiState.start(SIZE, 0));
        var exit = started(loop);
        loop.hear(key("a"));
        terminal.awaits("\u001b[0;38;2;0;90;150;1m");
        loop.hear(new UiEvent.Background(new Backdrop(255, 255, 255)));
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (terminal.seenNanos() == 0 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertTrue(terminal.seenNanos() > 0);
        loop.end();
        assertEquals(new Exit.Ended(), exit.get(10, TimeUnit.SECONDS));
        assertEquals(1, terminal.clears.get());
        assertEquals("a", loop.state().composer().text());
    }

    @Test
    void aCopyIsKeptInAFileByteForByteAndTheToastNamesTheRoute() throws Exception {
        var keeper = new Keeper(Map.of(), folder, folder.resolve("scratch"));
        var sent = new ArrayList<String>();
        String said = keeper.copy("code", "a\tb\n日本語", sent::add);
        assertEquals("a\tb\n日本語", java.nio.file.Files.readString(folder.resolve("scratch/last-copy")));
        assertTrue(said.contains("terminal (not confirmed)") && said.contains("last-copy"), said);
        assertEquals(1, sent.size());
    }

    @Test
    void savingMakesTheFoldersThatWereNamedAndSaysSo() throws Exception {
        var keeper = new Keeper(Map.of("HOME", folder.resolve("home").toString()), folder, folder.resolve("scratch"));
        assertEquals("Saved " + folder.resolve("out/today/notes.md") + " (its folder is new)",
                keeper.save("out/today/notes.md", "one"));
        assertEquals("Saved " + folder.resolve("out/baton-conversation.md"), keeper.save("out/", "two"));
        assertEquals("Saved " + folder.resolve("out/baton-conversation-2.md"), keeper.save("out", "three"));
        assertEquals("Saved " + folder.resolve("home/mine.md") + " (its folder is new)",
                keeper.save("~/mine.md", "four"));
        assertEquals("two", java.nio.file.Files.readString(folder.resolve("out/baton-conversation.md")));
        assertEquals("one", java.nio.file.Files.readString(folder.resolve("out/today/notes.md")));
    }

    @Test
    void whereNothingCanBeSavedTheReasonIsSaidAndAnotherWay() {
        var keeper = new Keeper(Map.of(), folder, folder.resolve("scratch"));
        keeper.save("notes.md", "one");
        assertEquals("Cannot save " + folder.resolve("notes.md/more.md") + ": " + folder.resolve("notes.md")
                + " is a file, no folder. Name another place, such as /save notes.md",
                keeper.save("notes.md/more.md", "two"));
        assertEquals("Cannot save: \"a\u0000b\" is no name of a file. Write for example /save notes.md",
                keeper.save("a\u0000b", "three"));
    }

    @Test
    void savingNeverOverwrites() throws Exception {
        var keeper = new Keeper(Map.of(), folder, folder.resolve("scratch"));
        keeper.save("notes.md", "one");
        keeper.save("notes.md", "two");
        assertEquals("one", java.nio.file.Files.readString(folder.resolve("notes.md")));
        assertEquals("two", java.nio.file.Files.readString(folder.resolve("notes-2.md")));
    }
}

package baton.line;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import baton.line.Console.Typed;
import baton.line.Suggesting.Suggestion;
import baton.line.TerminalConsole.Looks;
import baton.line.TerminalConsole.Memory;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Keys as a terminal sends them, and what a terminal is sent. */
class TerminalConsoleTest {
    private static final String PASTE = "\u001b[200~";
    private static final String PASTED = "\u001b[201~";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private Optional<LineDisciplineTerminal> terminal = Optional.empty();

    @BeforeEach
    void setUp() throws IOException {
        var made = new LineDisciplineTerminal("test", "xterm-256color", screen, StandardCharsets.UTF_8);
        made.setSize(Size.of(80, 24));
        terminal = Optional.of(made);
    }

    private TerminalConsole console(Looks looks) throws IOException {
        return TerminalConsole.on(terminal.orElseThrow(), looks,
                new Memory(Optional.of(folder.resolve("state/history")), line -> line.contains("secret")),
                (line, cursor) -> line.startsWith("/de")
                        ? List.of(new Suggestion("/decide", "settle a decision"))
                        : List.of(),
                draft -> Optional.of(draft + " and more\nin two lines"));
    }

    private void type(String keys) throws IOException {
        terminal.orElseThrow().processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
    }

    /** Types once the prompt stands there: a key that means a signal means nothing before. */
    private Typed read(TerminalConsole console, String prompt, String keys) {
        Thread.ofPlatform().daemon().start(() -> {
            while (!screen.toString(StandardCharsets.UTF_8).contains(prompt)) {
                Thread.onSpinWait();
            }
            try {
                type(keys);
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        });
        return console.read(prompt);
    }

    @Test
    void anEntryIsReadAndItsWordsAreCompleted() throws IOException {
        try (var console = console(new Looks(true, false))) {
            type("/de\t D-1 2\r");

            assertEquals(new Typed.Entry("/decide  D-1 2"), console.read("you> "));
        }
    }

    @Test
    void whatIsPastedIsOneEntryAndSendsNothingByItself() throws IOException {
        try (var console = console(new Looks(true, false))) {
            type(PASTE + "first line\n\u001b]0;title\u0007/quit\n" + PASTED + "\r");

            assertEquals(new Typed.Entry("first line\n\u001b]0;title\u0007/quit\n"), console.read("you> "));
        }
    }

    @Test
    void controlCClearsWhatWasTypedAndControlDEndsAnEmptyLine() throws IOException {
        try (var console = console(new Looks(true, false))) {
            assertEquals(new Typed.Interrupted(true), read(console, "one> ", "draft\u0003"));
            assertEquals(new Typed.Interrupted(false), read(console, "two> ", "\u0003"));
            assertEquals(new Typed.End(), read(console, "three> ", "\u0004"));
        }
    }

    @Test
    void theHistoryIsPrivateAndHoldsNoSecret() throws IOException {
        try (var console = console(new Looks(true, false))) {
            type("hello\rmy secret is 12345678\r");
            console.read("you> ");
            console.read("you> ");
        }

        var file = folder.resolve("state/history");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(Files.readString(file).contains("hello"));
        assertFalse(Files.readString(file).contains("12345678"));
    }

    @Test
    void linesAreShownSafelyAndWithoutColourWhereNoneIsWanted() throws IOException {
        try (var console = console(new Looks(false, true))) {
            console.show(List.of(StyledLine.of(Tone.BAD, "one · \u001b[2J\u202Etwo"), StyledLine.of("three…")));
            console.status("2 of 3 tasks accepted");
        }

        String sent = screen.toString(StandardCharsets.UTF_8);
        assertTrue(sent.contains("one - ^[[2J<U+202E>two"), sent);
        assertTrue(sent.contains("three~"), sent);
        assertTrue(sent.contains("2 of 3 tasks accepted"), sent);
        assertFalse(sent.contains("\u001b[31m"), sent);
    }

    @Test
    void aPlainConsoleSendsNoControlCharacterAtAll() {
        var in = new ByteArrayInputStream("grüße\n".getBytes(StandardCharsets.UTF_8));
        var out = new ByteArrayOutputStream();
        try (var console = new PlainConsole(in, out, new PlainConsole.Manner(true, false))) {
            console.show(StyledLine.of(Tone.BAD, "red\u001b[0m\u0007"));
            assertEquals(new Typed.Entry("grüße"), console.read("you> "));
            console.status("not shown");
            console.ring();
            assertEquals(new Typed.End(), console.read("you> "));
        }

        assertEquals("red^[[0m^G\nyou> you> ", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aTerminalThatCannotKeepUpIsToldHowMuchWasLeftOut() throws Exception {
        var held = new CountDownLatch(1);
        var shown = new ArrayList<String>();
        try (var queue = new ShowQueue(lines -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            lines.forEach(line -> shown.add(line.text()));
        })) {
            for (int i = 0; i < 100_000; i++) {
                queue.add(List.of(StyledLine.of("line " + i)));
            }
            held.countDown();
        }

        assertTrue(shown.size() < 10_000, "lines shown: " + shown.size());
        assertEquals("line 0", shown.getFirst());
        assertTrue(shown.stream().anyMatch(line -> line.endsWith("lines left out here; baton log has all of them)")));
    }

    @Test
    void theDraftGoesToTheEditorAndComesBackToBeTypedOn() throws IOException {
        try (var console = console(new Looks(true, false))) {
            assertEquals(new Typed.Entry("tell them and more\nin two lines!"),
                    read(console, "you> ", "tell them\u0018\u0005!\r"));
        }
    }

    @Test
    void aMessageThatWasTakenBackStandsInTheNextEntryToBeChanged() throws IOException {
        try (var console = console(new Looks(true, false))) {
            console.draft("@writer in feet");
            assertEquals(new Typed.Entry("@writer in metres"), read(console, "in feet", "\b\b\b\bmetres\r"));
            assertEquals(new Typed.Entry("next"), read(console, "you> ", "next\r"));
        }
    }

    @Test
    void linesAreFoldedBetweenWordsToTheTerminalAsItIsNow() throws IOException {
        terminal.orElseThrow().setSize(Size.of(30, 24));
        try (var console = console(new Looks(false, false))) {
            console.show(StyledLine.of("the berths of the inner harbour are free"));
        }
        assertTrue(screen.toString(StandardCharsets.UTF_8)
                .contains("the berths of the inner\r\n    harbour are free"), screen.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theLineOfStatusIsTakenAwayAtTheEnd() throws IOException {
        var looks = new Looks(false, false);
        var console = console(looks);
        console.status("1 of 2 tasks accepted");
        console.close();
        var shown = new ScreenTerminal(80, 24);
        shown.write(screen.toString(StandardCharsets.UTF_8));
        assertFalse(shown.toString().contains("accepted"), shown.toString());
    }

    @Test
    void whatIsToldBehindAPlainPromptBeginsALineOfItsOwn() throws Exception {
        var typed = new PipedOutputStream();
        try (var in = new PipedInputStream(typed)) {
            var console = new PlainConsole(in, screen, new PlainConsole.Manner(true, false));
            var reading = Thread.ofPlatform().start(() -> console.read("you> "));
            while (!screen.toString(StandardCharsets.UTF_8).equals("you> ")) {
                Thread.onSpinWait();
            }
            console.show(List.of(StyledLine.of("one"), StyledLine.of("two")));
            while (!screen.toString(StandardCharsets.UTF_8).endsWith("two\n")) {
                Thread.onSpinWait();
            }
            typed.close();
            reading.join();
            console.show(StyledLine.of("three"));
            console.close();
            assertEquals("you> \none\ntwo\nthree\n", screen.toString(StandardCharsets.UTF_8));
        }
    }
}

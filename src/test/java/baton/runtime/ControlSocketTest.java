package baton.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import baton.runtime.ControlLine.Heard;
import baton.runtime.ControlSocket.Desk;
import baton.runtime.ControlSocket.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A real socket in a private folder, and visitors of every kind. */
class ControlSocketTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private ControlPlace place = new ControlPlace(Path.of("unused"));

    @BeforeEach
    void setUp() {
        place = new ControlPlace(folder.resolve("s.live"));
    }

    /** Says every line back. */
    private record Echo() implements Desk {
        @Override
        public void asked(Visitor by, String line) {
            by.answer("you said " + line);
        }

        @Override
        public void left(Visitor who) {
            // Nothing is kept of a visitor.
        }
    }

    @Test
    @SuppressWarnings("try")
    void everyVisitorGetsTheirOwnAnswers() throws Exception {
        try (var socket = ControlSocket.open(place, new Echo());
                var one = ControlLine.to(place).orElseThrow();
                var other = ControlLine.to(place).orElseThrow()) {
            assertTrue(one.send("hello") && other.send("grüß Gott \uD83C\uDFAF") && one.send("again"));

            assertEquals(List.of(new Heard.Line("you said hello"), new Heard.Line("you said again")),
                    List.of(one.next(LONG), one.next(LONG)));
            assertEquals(new Heard.Line("you said grüß Gott \uD83C\uDFAF"), other.next(LONG));
            socket.close();
            assertEquals(new Heard.End(), one.next(LONG));
        }
    }

    @Test
    void onlyTheOwnerMayComeIn() throws IOException {
        try (var _ = ControlSocket.open(place, new Echo())) {
            assertEquals("rwx------", permissions(folder.resolve("s.live")));
            assertEquals("rw-------", permissions(folder.resolve("s.live/socket")));
            assertTrue(ControlLine.to(place).isPresent());
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void nothingIsLeftAndNobodyAnswersAfterTheEnd() throws IOException {
        ControlSocket.open(place, new Echo()).close();

        assertFalse(Files.exists(folder.resolve("s.live")));
        assertEquals(Optional.empty(), ControlLine.to(place));
    }

    @Test
    void aSocketThatAKilledProcessLeftIsNobodyAndIsReplaced() throws Exception {
        // A server channel that is closed leaves its file, as a killed process does.
        place.bind().close();
        assertTrue(Files.exists(folder.resolve("s.live/socket")));
        assertEquals(Optional.empty(), ControlLine.to(place));

        try (var _ = ControlSocket.open(place, new Echo()); var line = ControlLine.to(place).orElseThrow()) {
            line.send("x");
            assertEquals(new Heard.Line("you said x"), line.next(LONG));
        }
    }

    @Test
    void aPathTooLongForASocketIsNoHindrance() throws Exception {
        var deep = new ControlPlace(folder.resolve("long-".repeat(20)).resolve("long-".repeat(20)).resolve("s.live"));
        try (var _ = ControlSocket.open(deep, new Echo()); var line = ControlLine.to(deep).orElseThrow()) {
            line.send("x");
            assertEquals(new Heard.Line("you said x"), line.next(LONG));
        }
        assertEquals(Optional.empty(), ControlLine.to(deep));
    }

    @Test
    void aPlaceThatSomebodyElseCouldHaveMadeIsNotTrusted() throws Exception {
        Files.createDirectories(folder.resolve("s.live"));
        Files.writeString(folder.resolve("s.live/elsewhere"), "relative/socket");
        assertEquals(Optional.empty(), ControlLine.to(place));
        Files.writeString(folder.resolve("s.live/elsewhere"), "\0");
        assertEquals(Optional.empty(), ControlLine.to(place));
        Files.createSymbolicLink(folder.resolve("linked"), folder.resolve("s.live"));
        Files.writeString(folder.resolve("s.live/elsewhere"), folder.resolve("linked/socket").toString());
        assertEquals(Optional.empty(), ControlLine.to(place));
    }

    @Test
    void aLineWithoutEndEndsOnlyItsOwnVisitor() throws Exception {
        try (var _ = ControlSocket.open(place, new Echo());
                var endless = ControlLine.to(place).orElseThrow();
                var polite = ControlLine.to(place).orElseThrow()) {
            assertFalse(ControlLine.fits("x".repeat(LineChannel.LINE_BYTES_MAX)));
            endless.send("x".repeat(2 * LineChannel.LINE_BYTES_MAX));
            assertEquals(new Heard.End(), endless.next(LONG));

            polite.send("y");
            assertEquals(new Heard.Line("you said y"), polite.next(LONG));
        }
    }

    @Test
    @SuppressWarnings("try")
    void aVisitorWhoDoesNotReadIsNotWaitedFor() throws Exception {
        var told = new CompletableFuture<Integer>();
        var left = new CountDownLatch(1);
        var desk = new Desk() {
            @Override
            public void asked(Visitor by, String line) {
                int taken = 0;
                while (taken < 1_000_000 && by.offer("news ".repeat(100))) {
                    taken++;
                }
                told.complete(taken);
            }

            @Override
            public void left(Visitor who) {
                left.countDown();
            }
        };
        try (var socket = ControlSocket.open(place, desk); var channel = place.connect().orElseThrow()) {
            new LineChannel(channel).write("attach");
            int taken = told.get(20, TimeUnit.SECONDS);

            assertTrue(taken >= 999 && taken < 1_000_000, "lines taken: " + taken);
            socket.close();
            assertTrue(left.await(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void oneVisitorTooManyIsSentAway() throws Exception {
        var lines = new ArrayList<ControlLine>();
        try (var _ = ControlSocket.open(place, new Echo())) {
            for (int i = 0; i < 16; i++) {
                var line = ControlLine.to(place).orElseThrow();
                lines.add(line);
                line.send("x");
                assertEquals(new Heard.Line("you said x"), line.next(LONG), "visitor " + i);
            }
            var late = ControlLine.to(place).orElseThrow();
            lines.add(late);
            assertEquals(new Heard.End(), late.next(LONG));
        } finally {
            lines.forEach(ControlLine::close);
        }
    }
}

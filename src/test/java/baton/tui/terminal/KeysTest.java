package baton.tui.terminal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import baton.tui.state.UiEvent;
import com.googlecode.lanterna.input.InputDecoder;
import com.googlecode.lanterna.input.KeyType;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a terminal sends, as the events that come of it. */
class KeysTest {
    private static List<String> heard(String sent) throws IOException {
        var filter = new PasteFilter(new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)));
        var decoder = new InputDecoder(new InputStreamReader(filter, StandardCharsets.UTF_8));
        decoder.addProfile(new KeyPatterns());
        var strokes = new Keystrokes();
        var heard = new ArrayList<String>();
        for (var stroke = decoder.getNextCharacter(true); stroke != null
                && stroke.getKeyType() != KeyType.EOF; stroke = decoder.getNextCharacter(true)) {
            if (stroke.equals(KeyPatterns.PASTE)) {
                heard.add("paste:" + filter.awaitPaste());
            } else {
                strokes.event(stroke, 0).ifPresent(event -> heard.add(name(event)));
            }
        }
        return heard;
    }

    private static String name(UiEvent event) {
        return switch (event) {
            case UiEvent.Typed key -> key.chord() + (key.text().isEmpty() || key.text().equals(key.chord())
                    ? ""
                    : "=" + key.text());
            case UiEvent.Mouse mouse -> mouse.button() + "@" + mouse.column() + "," + mouse.row();
            default -> event.toString();
        };
    }

    @Test
    void lettersControlsAndNamedKeys() throws IOException {
        assertEquals(List.of("a", "Space= ", "Enter", "Ctrl+J", "Tab", "Shift+Tab", "Backspace", "Ctrl+X", "Up", "Home",
                "End", "PgDn", "Delete", "F5", "Ctrl+Right"),
                heard("a \r\n\t\u001b[Z\u007f\u0018\u001b[A\u001b[H\u001b[F\u001b[6~\u001b[3~\u001b[15~\u001b[1;5C"));
    }

    @Test
    void onlyWithinASequenceAKeyWaitsForWhatMayFollow() throws IOException {
        var asked = new java.util.concurrent.atomic.AtomicInteger();
        for (String sent : List.of("a", "日", "\u001b[A", "\r", "\u001b[200~x\u001b[201~")) {
            var source = new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)) {
                @Override
                public synchronized int available() {
                    asked.incrementAndGet();
                    return super.available();
                }
            };
            var filter = new PasteFilter(source);
            filter.read(new byte[64], 0, 64);
            asked.set(0);
            filter.available();
            assertTrue(asked.get() <= 1, sent);
        }
        var lone = new PasteFilter(new ByteArrayInputStream(new byte[]{0x1b}));
        lone.read();
        long began = System.nanoTime();
        assertEquals(0, lone.available());
        assertTrue(System.nanoTime() - began > 20_000_000);
    }

    @Test
    void anEmojiIsOneKey() throws IOException {
        assertEquals(List.of("🚀", "é", "日"), heard("🚀é日"));
    }

    @Test
    void aPasteIsOneEventWithItsLines() throws IOException {
        assertEquals(List.of("x", "paste:line1\nline2\n\u001b[A", "y"),
                heard("x\u001b[200~line1\r\nline2\r\u001b[A\u001b[201~y"));
    }

    @Test
    void twoPastesInOneBreathAreTwoEvents() throws IOException {
        assertEquals(List.of("paste:a", "paste:b"), heard("\u001b[200~a\u001b[201~\u001b[200~b\u001b[201~"));
    }

    @Test
    void theMouseReportsCellsFarToTheRight() throws IOException {
        assertEquals(List.of("PRESS@199,9", "RELEASE@199,9", "WHEEL_UP@0,0", "WHEEL_DOWN@0,0", "DRAG@4,4"),
                heard("\u001b[<0;200;10M\u001b[<0;200;10m\u001b[<64;1;1M\u001b[<65;1;1M\u001b[<32;5;5M"));
    }

    @Test
    void sequencesNobodyKnowsAreDroppedAndNeverTyped() throws IOException {
        assertEquals(List.of("a", "b"), heard("a\u001b[?1;2c\u001b[>0;276;0c\u001b]11;rgb:0000/0000/0000\u0007"
                + "\u001b[12;40R\u001b[27;5;9~\u001bP1$r0m\u001b\\b"));
    }

    @Test
    void theFocusIsAnEventAndNoLetter() throws IOException {
        assertEquals(List.of("Focused[has=true]", "Focused[has=false]"), heard("\u001b[I\u001b[O"));
    }

    @Test
    void aLoneEscapeIsTheKey() throws IOException {
        assertEquals(List.of("Esc"), heard("\u001b"));
    }

    @Test
    void aHugePasteIsKeptUpToItsBoundAndSaysWhatItLeftOut() throws IOException {
        var heard = heard("\u001b[200~" + "x".repeat(PasteFilter.PASTE_BYTES_MAX + 1_000) + "\u001b[201~z");
        assertEquals(2, heard.size());
        assertEquals(true, heard.getFirst().endsWith("bytes were pasted and left out)"));
        assertEquals("z", heard.getLast());
    }

    @Test
    void aPasteIsHeardAtOnceThoughNothingFollowsIt() throws Exception {
        try (var typed = new java.io.PipedOutputStream(); var terminal = new java.io.PipedInputStream(typed, 4_096)) {
            var filter = new PasteFilter(terminal);
            var decoder = new InputDecoder(new java.io.BufferedReader(
                    new InputStreamReader(filter, StandardCharsets.UTF_8)));
            decoder.addProfile(new KeyPatterns());
            typed.write("\u001b[200~one\ntwo\u001b[201~".getBytes(StandardCharsets.UTF_8));
            typed.flush();
            assertEquals(KeyPatterns.PASTE, decoder.getNextCharacter(true));
            assertEquals("one\ntwo", filter.awaitPaste());
        }
    }
}

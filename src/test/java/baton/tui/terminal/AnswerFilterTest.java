package baton.tui.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.tui.frame.Backdrop;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What a terminal answers about its background, in pieces of every kind, and what is typed meanwhile. */
class AnswerFilterTest {
    private static final String PAUSE = "";
    private static final Backdrop WHITE = new Backdrop(255, 255, 255);

    private final List<Backdrop> told = new ArrayList<>();

    /** Gives one piece a read; an empty one is a tenth of a second in which nothing came. */
    private static final class Pieces extends InputStream {
        private final ArrayDeque<String> left;

        private Pieces(List<String> pieces) {
            this.left = new ArrayDeque<>(pieces);
        }

        @Override
        public int read() {
            throw new IllegalStateException("only read in pieces");
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            String piece = left.poll();
            if (piece == null) {
                return -1;
            }
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            System.arraycopy(bytes, 0, into, offset, bytes.length);
            return bytes.length;
        }
    }

    /** What reaches the keys of these pieces; {@code ESC} stands for the Escape. */
    private String typed(String... pieces) throws IOException {
        var source = List.of(pieces).stream().map(piece -> piece.replace("ESC", "\u001b").replace("BEL", "\u0007"))
                .toList();
        var filter = new AnswerFilter(new Pieces(source), told::add);
        filter.asking();
        var typed = new ByteArrayOutputStream();
        byte[] room = new byte[256];
        for (int count = filter.read(room, 0, room.length); count >= 0; count = filter.read(room, 0, room.length)) {
            typed.write(room, 0, count);
        }
        return typed.toString(StandardCharsets.UTF_8).replace("\u001b", "ESC");
    }

    @Test
    void theAnswerIsHeardAndNothingOfItIsTyped() throws IOException {
        assertEquals("ab", typed("aESC]11;rgb:ffff/ffff/ffffBELb"));
        assertEquals("ab", typed("aESC]11;rgb:1e1e/2a2a/3333ESC\\b"));
        assertEquals(List.of(WHITE, new Backdrop(0x1e, 0x2a, 0x33)), told);
    }

    @Test
    void howeverItIsCutAndHoweverLateItComes() throws IOException {
        String answer = "\u001b]11;rgb:ffff/ffff/ffff\u0007";
        for (int cut = 1; cut < answer.length(); cut++) {
            String begun = answer.substring(0, cut);
            String rest = answer.substring(cut);
            assertEquals("xy", typed("x" + begun, rest + "y"), "cut " + cut);
            // Only an Escape alone is taken for the key when nothing follows it in time.
            assertEquals(cut == 1 ? "xESCy" : "xy", typed("x" + begun, PAUSE, rest + "y"), "cut " + cut);
            assertEquals(cut == 1 ? "xESCy".length() : 2, typed("x" + begun, PAUSE, rest, "y").length(), "cut " + cut);
        }
        assertEquals(WHITE, told.getLast());
        assertEquals(3 * (answer.length() - 1), told.size());
    }

    @Test
    void whatIsTypedGoesThroughAsItIs() throws IOException {
        assertEquals("ESC[AESC[200~]11;日本ESC", typed("ESC[AESC[200~]11;日本", "ESC", PAUSE, PAUSE));
        assertEquals("ESC]", typed("ESC", PAUSE, "]", PAUSE));
        assertEquals("ESC]1x", typed("ESC", PAUSE, PAUSE, "]1x"));
        assertEquals("ESCESC[B", typed("ESC", "ESC[B"));
        assertEquals("ESC]12;x", typed("ESC]12;x"));
        assertEquals(List.of(), told);
    }

    @Test
    void aModifiedBracketSwallowsNothingThatIsTypedBehindIt() throws IOException {
        assertEquals("1x", typed("ESC]", PAUSE, "1x"));
    }

    @Test
    void aSecondAnswerAndWhatIsNoColourAreHarmless() throws IOException {
        assertEquals("z", typed("ESC]11;?BELz"));
        assertEquals("zz", typed("ESC]11;" + "9".repeat(64) + "zzz"));
        assertEquals(List.of(), told);
    }

    @Test
    void coloursAreReadInEveryLengthOfTheirParts() {
        assertEquals(Optional.of(WHITE), AnswerFilter.colour("rgb:f/f/f"));
        assertEquals(Optional.of(new Backdrop(0, 128, 255)), AnswerFilter.colour("rgb:00/80/ff"));
        assertEquals(Optional.of(new Backdrop(0, 128, 255)), AnswerFilter.colour("rgba:0000/8080/ffff/ffff"));
        assertEquals(Optional.empty(), AnswerFilter.colour("red"));
    }
}

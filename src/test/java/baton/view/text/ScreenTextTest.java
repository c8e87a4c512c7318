package baton.view.text;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ScreenTextTest {
    @Test
    void plainTextStaysAsItIs() {
        assertEquals("T-3 wrote naïve 日本 \"x\" ✔ 👩‍💻 नमस्ते", shown("T-3 wrote naïve 日本 \"x\" ✔ 👩‍💻 नमस्ते"));
    }

    @Test
    void controlSequencesBecomeVisible() {
        assertEquals("^[[2J^[]0;owned^G", shown("\u001b[2J\u001b]0;owned\u0007"));
        assertEquals("<U+009B>31m^?", shown("\u009b31m\u007f"));
    }

    @Test
    void aLineBreakNeverStartsANewLine() {
        assertEquals("one two three", shown("one\r\ntwo\rthree"));
        assertEquals("a<U+2028>b", shown("a\u2028b"));
    }

    @Test
    void hiddenAndTurningCharactersBecomeVisible() {
        assertEquals("gpj.<U+202E>exe<U+200B><U+FEFF>", shown("gpj.\u202eexe\u200b\ufeff"));
        assertEquals("a<U+200D>b", shown("a\u200db"));
        assertEquals("hi<U+E0041><U+3164>", shown("hi\udb40\udc41\u3164"));
    }

    @Test
    void aTornSurrogateBecomesVisible() {
        assertEquals("<U+D83D>", shown("\ud83d"));
    }

    @Test
    void linesKeepTheirOrderAndAreSafeEach() {
        assertEquals(List.of(new ScreenText("a"), new ScreenText("^[b")), ScreenText.lines("a\n\u001bb\n"));
    }

    @Test
    void nothingDangerousSurvivesAndASecondPassChangesNothing() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var raw = new StringBuilder();
            random.ints(20, 0, 0x3000).forEach(raw::appendCodePoint);
            String once = shown(raw.toString());
            assertEquals(once, shown(once));
            assertTrue(once.codePoints().noneMatch(Character::isISOControl), once);
        }
    }

    private static String shown(String raw) {
        return new ScreenText(raw).value();
    }
}

package baton.view.talk;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A text that arrives in pieces. */
class WordsTest {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String PIECE = "Fifty characters of an answer, and none of it new.";

    private static Talk answer(int pieces) {
        var talk = Talk.EMPTY.opens("T-1/1#1", new Talk.Opening("ann", "T-1", 1, 7, 1_000));
        for (int i = 0; i < pieces; i++) {
            talk = talk.piece("T-1/1#1", PIECE, 2_000);
        }
        return talk;
    }

    @Test
    void whatAPieceCostsDoesNotDependOnHowMuchThereIs() {
        answer(1_000);
        long before = THREAD.getCurrentThreadAllocatedBytes();
        var talk = answer(20_000);
        long asked = THREAD.getCurrentThreadAllocatedBytes() - before;

        var turn = (Block.Turn) talk.blocks().get("T-1/1#1").orElseThrow().body();
        assertEquals(PIECE.repeat(20_000), turn.text());
        // Copying all that is there with every piece would ask for ten gigabytes.
        assertTrue(asked < 100_000_000, "asked for " + asked);
    }

    @Test
    void piecesOfAnyLengthMakeTheTextThatWasSent() {
        var words = Words.NONE;
        var whole = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            String piece = "日本🚀".repeat(i % 37) + i;
            words = words.plus(piece);
            whole.append(piece);
            assertEquals(whole.length(), words.length());
        }
        assertEquals(whole.toString(), words.whole());
        assertEquals(Words.of(whole.toString()), words);
        assertEquals(Words.of(whole.toString()).hashCode(), words.hashCode());
    }

    @Test
    void theBeginningIsTakenFromAsManyPartsAsItNeeds() {
        var words = Words.NONE;
        for (int i = 0; i < 500; i++) {
            words = words.plus("0123456789");
        }
        for (int chars : new int[]{0, 1, 1_023, 1_024, 1_030, 2_500, 4_999, 5_000, 6_000}) {
            assertEquals("0123456789".repeat(500).substring(0, Math.min(5_000, chars)), words.beginning(chars));
        }
        assertEquals("", Words.NONE.beginning(10));
    }
}

package baton.tui;

import java.lang.management.ManagementFactory;

import baton.engine.fact.PeopleEvent.MessageSaid;
import baton.tui.frame.Capabilities;
import baton.tui.screen.FrameRenderer;
import baton.tui.state.Scene;
import baton.tui.state.UiEvent;
import baton.tui.state.UiState;
import baton.tui.state.UiState.Zone;
import baton.tui.state.UiUpdate;
import baton.tui.state.View;
import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Finding and stepping in a conversation of twenty thousand messages costs a key no more than in a short one. */
class LongTalkTest {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MESSAGES = 20_000;
    private static final Scene LONG = longTalk();

    private static Scene longTalk() {
        var scene = Scenes.at(20);
        for (int i = 0; i < MESSAGES; i++) {
            String words = i % 5_000 == 4_999
                    ? "a heron at berth " + i
                    : "Nothing to report of the Long Northern Berth, by the Old Crane: " + i;
            scene = Scenes.more(scene, "", "", new MessageSaid("cost-analyst", "", words, "person"));
        }
        return scene;
    }

    private static UiState press(UiState state, Scene scene, String... chords) {
        var now = state;
        for (String chord : chords) {
            now = UiUpdate.apply(now, new UiEvent.Typed(chord, chord.length() == 1 ? chord : "", 1),
                    Scenes.moment(scene, 1)).state();
        }
        return now;
    }

    private static UiState chat() {
        return Scenes.state(80, 24, View.CHAT).in(Zone.VIEW);
    }

    private static String chosen(UiState state) {
        return state.reading().selected().flatMap(LONG.talk().blocks()::get)
                .map(block -> ((baton.view.talk.Block.Said) block.body()).text()).orElse("");
    }

    private static long askedFor(Runnable what) {
        long before = THREAD.getCurrentThreadAllocatedBytes();
        what.run();
        return THREAD.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void wordsAreFoundFromTheNewestBackAndAgainWithoutReadingAllOfIt() {
        var first = press(chat(), LONG, "/", "h", "e", "r", "o", "n", "Enter");
        assertEquals("a heron at berth 19999", chosen(first));
        var second = press(first, LONG, "N");
        assertEquals("a heron at berth 14999", chosen(second));
        assertEquals("a heron at berth 19999", chosen(press(second, LONG, "n")));

        long asked = askedFor(() -> press(first, LONG, "N", "N", "N", "n", "N", "N"));
        // Reading five thousand messages anew for each key would ask for more than ten times as much.
        assertTrue(asked < 1_000_000, "asked for " + asked);
    }

    @Test
    void whatIsSaidLaterIsFoundToo() {
        var first = press(chat(), LONG, "/", "h", "e", "r", "o", "n", "Enter");
        var more = Scenes.more(LONG, "", "", new MessageSaid("cost-analyst", "", "one more heron", "person"));
        var next = press(first, more, "n");
        assertEquals(more.talk().blocks().ids().getLast(), next.reading().selected().orElse(""));
        assertEquals("No further place with \"heron\".", press(next, more, "n").toast().text());
    }

    @Test
    void aStepToTheBlockBeforeCostsTheSameWhereverItIs() {
        var top = press(chat(), LONG, "g", "g");
        press(top, LONG, "]", "]");
        long asked = askedFor(() -> press(top, LONG, "]", "]", "]", "]", "]", "[", "["));
        assertTrue(asked < 1_000_000, "asked for " + asked);
    }

    @Test
    void anAnswerThatIsLongerThanIsLaidOutSaysSoWhileItGrows() {
        var scene = Scenes.asking(Scenes.at(240), "T-4/9#1");
        for (int i = 0; i < 2_000; i++) {
            scene = scene.piece("T-4/9#1", "Fifty letters of an answer that is never at an end");
        }
        String text = new FrameRenderer().render(scene, Scenes.state(80, 24, View.CHAT), Capabilities.FULL).text();
        assertTrue(text.contains("… 40,000 more characters so far · Enter opens all"), text);
    }
}

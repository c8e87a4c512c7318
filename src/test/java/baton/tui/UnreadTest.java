package baton.tui;

import java.util.List;

import baton.engine.fact.PeopleEvent.MessageDelivered;
import baton.engine.fact.PeopleEvent.MessageSaid;
import baton.engine.fact.PeopleEvent.MessageWithdrawn;
import baton.tui.state.Overlay;
import baton.tui.state.Scene;
import baton.tui.state.UiAction;
import baton.tui.state.UiAction.Use;
import baton.tui.state.UiEvent;
import baton.tui.state.UiEvent.Typed;
import baton.tui.state.UiState;
import baton.tui.state.UiStep;
import baton.tui.state.UiUpdate;
import baton.tui.state.Unread;
import baton.tui.state.View;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Messages that wait to be read: edited, withdrawn, and never lost. */
class UnreadTest {
    private static final Scene BUSY = waiting(Scenes.busy());

    /** With two messages that nobody has read. */
    static Scene waiting(Scene scene) {
        var one = Scenes.more(scene, "", "",
                new MessageSaid("cost-analyst", "", "count the ferry berths too", "person"));
        return Scenes.more(one, "", "", new MessageSaid("", "T-2", "日本語の見出し, and no table", "person"));
    }

    private static long last() {
        return BUSY.session().head().lastSeq();
    }

    private static UiStep press(UiState state, Scene scene, String... chords) {
        var step = UiStep.of(state);
        for (String chord : chords) {
            boolean types = chord.length() == 1;
            step = UiUpdate.apply(step.state(), new Typed(chord, types ? chord : "", 1), Scenes.moment(scene, 1));
        }
        return step;
    }

    private static UiState back(UiState state, Use use) {
        return UiUpdate.apply(state, new UiEvent.TakenBack("#T-2 no table", use, 2), Scenes.moment(BUSY, 2)).state();
    }

    @Test
    void twoKeysAndEnterTakeTheNewestBackAndUpTheOneBefore() {
        var chat = Scenes.state(80, 24, View.CHAT);
        assertEquals(List.of(new UiAction.Unsend(last(), "#T-2 日本語の見出し, and no table", Use.EDIT)),
                press(chat, BUSY, "Ctrl+X", "u", "Enter").actions());
        assertEquals(List.of(new UiAction.Unsend(last() - 1, "@cost-analyst count the ferry berths too", Use.DROP)),
                press(chat, BUSY, "Ctrl+X", "u", "Up", "x").actions());
        assertEquals(new Overlay.None(), press(chat, BUSY, "Ctrl+X", "u", "Esc").state().overlay());
    }

    @Test
    void theOnlyOneNeedsNoBox() {
        var one = Scenes.more(BUSY, "", "", new MessageWithdrawn(last(), "person"));
        assertEquals(List.of(new UiAction.Unsend(last() - 1, "@cost-analyst count the ferry berths too", Use.EDIT)),
                press(Scenes.state(80, 24, View.CHAT), one, "Ctrl+X", "u").actions());
    }

    @Test
    void whatIsReadWhileTheBoxIsOpenIsNotTakenForAnotherMessage() {
        var open = press(Scenes.state(80, 24, View.CHAT), BUSY, "Ctrl+X", "u").state();
        var read = Scenes.more(BUSY, "T-2", "security-auditor",
                new MessageDelivered("person", "A person says:\n日本語の見出し, and no table"));
        assertEquals(1, Unread.of(read).size());
        var step = press(open, read, "Enter");
        assertEquals(List.of(), step.actions());
        assertEquals("That message has just been read; nothing was taken back.", step.state().toast().text());
    }

    @Test
    void wordsComeBackOnlyWhenTheSessionSaysSoAndWhatWasBeingWrittenIsOneUpAway() {
        var typing = press(Scenes.state(80, 24, View.CHAT), BUSY, "h", "o");
        assertEquals("ho", press(typing.state(), BUSY, "Ctrl+X", "u", "Enter").state().composer().text());
        var back = back(typing.state(), Use.EDIT);
        assertEquals("#T-2 no table", back.composer().text());
        assertEquals("ho", press(back, BUSY, "Up").state().composer().text());
        assertEquals("#T-2 no table", press(back, BUSY, "Up", "Down").state().composer().text());
    }

    @Test
    void whatIsWithdrawnLeavesTheDraftAloneAndIsTheNewestOfTheHistory() {
        var typing = press(Scenes.state(80, 24, View.CHAT), BUSY, "h", "o");
        var back = back(typing.state(), Use.DROP);
        assertEquals("ho", back.composer().text());
        assertEquals("#T-2 no table", press(back, BUSY, "Up").state().composer().text());
    }

    @Test
    void aMessageOfManyLinesStandsAsAMarkAndIsSentWhole() {
        String lines = "@cost-analyst " + "a line of many\n".repeat(400);
        var state = UiUpdate.apply(Scenes.state(80, 24, View.CHAT), new UiEvent.TakenBack(lines, Use.EDIT, 2),
                Scenes.moment(BUSY, 2)).state();
        assertTrue(state.composer().text().startsWith("@cost-analyst [paste 1: "), state.composer().text());
        assertEquals(lines, state.composer().whole());
    }

    @Test
    void commandsShowTheQueueAndTakeOneBackByItsName() {
        var chat = Scenes.state(80, 24, View.CHAT);
        var box = chat.with(chat.composer().with("/queue", 6));
        assertEquals(new Overlay.Queue("said-" + last()), press(box, BUSY, "Enter").state().overlay());
        var named = chat.with(chat.composer().with("/unsend M-" + (last() - 1), 20));
        assertEquals(List.of(new UiAction.Unsend(last() - 1, "@cost-analyst count the ferry berths too", Use.EDIT)),
                press(named, BUSY, "Enter").actions());
        var read = chat.with(chat.composer().with("/unsend M-3", 11));
        assertEquals("No message is called M-3; /queue shows those that wait.",
                press(read, BUSY, "Enter").state().toast().text());
    }
}

package baton.tui;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import baton.engine.fact.PeopleEvent.MessageWithdrawn;
import baton.tui.frame.Capabilities;
import baton.tui.frame.Capabilities.Room;
import baton.tui.frame.Size;
import baton.tui.state.Overlay;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.tui.state.View;
import baton.view.text.Typing;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The screen without the alternate screen, read back by a terminal that others wrote, tall enough to forget nothing. */
class InlineTest {
    private static final Size TALL = new Size(100, 1_500);

    private final Picture picture = Picture.of(Capabilities.FULL.in(Room.INLINE));
    private final ScreenTerminal terminal = new ScreenTerminal(TALL.columns(), TALL.rows());
    private final StringBuilder written = new StringBuilder();

    private static UiState state(View view) {
        return Scenes.state(100, 30, view);
    }

    private void show(Scene scene, UiState state) {
        String bytes = new String(picture.next(scene, state, false), StandardCharsets.UTF_8);
        written.append(bytes);
        terminal.write(bytes);
    }

    private List<String> lines() {
        long[] cells = new long[TALL.columns() * TALL.rows()];
        terminal.dump(cells, 0, 0, TALL.rows(), TALL.columns(), new int[2]);
        var lines = new ArrayList<String>();
        for (int row = 0; row < TALL.rows(); row++) {
            var line = new StringBuilder();
            for (int column = 0; column < TALL.columns(); column++) {
                int point = ScreenTerminal.cellCodePoint(cells[row * TALL.columns() + column]);
                if (point > 0) {
                    line.appendCodePoint(point);
                }
            }
            lines.add(line.toString().stripTrailing());
        }
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    private Scene play(int count) {
        var scene = Scene.EMPTY.named(Typing.PLAIN.of("harbour-demo", "harbour-demo"));
        for (var event : Scenes.shipped().subList(0, count)) {
            scene = scene.after(event);
            show(scene, state(View.CHAT));
        }
        return scene;
    }

    @Test
    void whatIsFinishedIsPrintedOnceAndTheLastRowsAreTheDraft() {
        play(240);
        var lines = lines();
        long starts = lines.stream().filter(line -> line.contains("T-5 started (attempt 1 of 3, box 15 min)")).count();
        assertEquals(1, starts);
        assertEquals(1, lines.stream().filter(line -> line.startsWith(" >")).count());
        assertTrue(lines.get(lines.size() - 2).contains("need you") || lines.get(lines.size() - 2).contains("run"),
                lines.getLast());
    }

    @Test
    void rowsThatWerePrintedAreNeverTouchedAgain() {
        play(120);
        var before = lines();
        int printed = before.size() - 12;
        var scene = Scenes.at(120);
        for (var event : Scenes.shipped().subList(120, 240)) {
            scene = scene.after(event);
            show(scene, state(View.CHAT));
        }
        assertEquals(before.subList(0, printed), lines().subList(0, printed));
    }

    @Test
    void theScreenIsNeitherLeftNorClearedAndNothingIsWrittenTwice() {
        var scene = play(240);
        assertFalse(written.toString().contains("[?1049"));
        assertFalse(written.toString().contains("[2J"));
        assertEquals(0, picture.next(scene, state(View.CHAT), false).length);
    }

    @Test
    void aViewTakesTheRowsBelowAndGivesThemBack() {
        var scene = play(200);
        var before = lines();
        show(scene, state(View.AGENTS));
        assertTrue(lines().stream().anyMatch(line -> line.contains("LIVE TAIL")));
        show(scene, state(View.CHAT).with(new Overlay.Help(0)));
        assertTrue(lines().stream().anyMatch(line -> line.contains("EVERY VIEW")));
        show(scene, state(View.CHAT));
        assertEquals(before, lines());
    }

    @Test
    void whatIsPrintedReachesNoEdgeItCouldBeBrokenAtLater() {
        var wide = Picture.of(Capabilities.FULL.in(Room.INLINE));
        var scene = Scenes.at(240);
        String bytes = new String(wide.next(scene, Scenes.state(180, 30, View.CHAT), false), StandardCharsets.UTF_8);
        var big = new ScreenTerminal(180, 900);
        big.write(bytes);
        var lines = big.toString().lines().map(line -> line.replaceAll("[ │]+$", "")).toList();
        assertTrue(lines.stream().filter(line -> line.contains("┃")).allMatch(line -> line.length() <= 102));
        assertTrue(lines.stream().anyMatch(line -> line.matches(".*┃ @security-auditor  T-2 .*[^ ]  \\d\\d:\\d\\d")),
                String.join("\n", lines));
    }

    @Test
    void aVeryNarrowWindowStillTellsHowItStandsAndTheRuleIsWhole() {
        var narrow = Picture.of(Capabilities.FULL.in(Room.INLINE));
        var shown = new ScreenTerminal(40, 400);
        shown.write(new String(narrow.next(Scenes.busy(), Scenes.state(40, 20, View.CHAT), false),
                StandardCharsets.UTF_8));
        assertTrue(shown.toString().contains("5r 3q !4"), shown.toString());
        play(20);
        assertTrue(lines().contains("─".repeat(TALL.columns())), String.join("\n", lines()));
        assertFalse(written.toString().contains("\r\u001b[J"));
    }

    @Test
    void whoeverLeavesFindsTheConversationAndNothingOfTheDraft() {
        play(200);
        terminal.write(new String(picture.last(), StandardCharsets.UTF_8));
        assertTrue(lines().stream().noneMatch(line -> line.startsWith(" >") || line.contains("Ctrl+J new line")));
    }

    @Test
    void whatWaitsToBeReadIsSaidAboveTheDraftUntilSomebodyReadsIt() {
        var scene = UnreadTest.waiting(play(240));
        show(scene, state(View.CHAT));
        assertTrue(lines().stream().anyMatch(line -> line.contains("2 messages wait to be read")),
                String.join("\n", lines()));
        show(Scenes.more(scene, "", "", new MessageWithdrawn(scene.session().head().lastSeq(), "person")),
                state(View.CHAT));
        assertTrue(lines().stream().anyMatch(line -> line.contains("1 message waits to be read")),
                String.join("\n", lines()));
    }

    @Test
    void whatIsPrintedSaysNothingThatWillNotBeTrueLater() {
        show(UnreadTest.waiting(play(240)), state(View.CHAT));
        assertTrue(lines().stream().anyMatch(line -> line.contains("count the ferry berths too")));
        assertTrue(lines().stream().noneMatch(line -> line.contains("not read yet")));
    }
}

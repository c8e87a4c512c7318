package baton.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import baton.engine.Command;
import baton.tui.frame.Capabilities;
import baton.tui.frame.Size;
import baton.tui.screen.FrameRenderer;
import baton.tui.state.Form;
import baton.tui.state.Scene;
import baton.tui.state.UiAction;
import baton.tui.state.UiEvent;
import baton.tui.state.UiEvent.Typed;
import baton.tui.state.UiState;
import baton.tui.state.UiUpdate;
import baton.tui.state.View;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever is typed, in whatever order: what must never come of it. */
class KeyStreamsTest {
    private static final int STREAMS = Boolean.getBoolean("baton.deep") ? 100_000 : 800;
    private static final List<String> KEYS = List.of("y", "Y", "a", "A", "1", "2", "3", "Enter", "Space", "j", "k", "e",
            "d", "x", "p", "r", "t", "!", "?", ":", "Tab", "Shift+Tab", "Up", "Down", "PgUp", "PgDn", "Home", "End",
            "G", "[", "]", "z", "/", "n", "q", "g", "Ctrl+X", "Ctrl+J", "Ctrl+L", "Backspace", "F2", "F5", "4", "m",
            "w",
            "l", "b", "c", "v", "0", "$", "+", "日", "🚀");

    private static Typed key(String chord, long atMs) {
        boolean types = chord.codePointCount(0, chord.length()) == 1;
        return new Typed(chord, types ? chord : chord.equals("Space") ? " " : "", atMs);
    }

    private static boolean answers(UiAction action) {
        return action instanceof UiAction.Tell tell && (tell.command() instanceof Command.Approve
                || tell.command() instanceof Command.Deny || tell.command() instanceof Command.Decide
                || tell.command() instanceof Command.Answer || tell.command() instanceof Command.ResolveBlocker);
    }

    @Test
    void nothingIsAnsweredByAKeyThatWasTypedBeforeTheMatterStoodOnTheScreenForHalfASecond() {
        var scene = Scenes.busy();
        for (int seed = 0; seed < STREAMS; seed++) {
            var random = new Random(seed);
            var state = Scenes.state(80, 24, List.of(View.values()).get(random.nextInt(View.values().length)));
            long nowMs = 1_000;
            for (int i = 0; i < 30; i++) {
                // A person who types fast: never half a second between two keys, so no matter was ever seen long enough.
                nowMs += random.nextInt(40);
                var form = state.form();
                var step = UiUpdate.apply(state, key(KEYS.get(random.nextInt(KEYS.size())), nowMs),
                        Scenes.moment(scene, nowMs));
                boolean seen = form.isPresent() && form.get().shownAtMs() >= 0
                        && nowMs >= form.get().shownAtMs() + Form.GUARD_MS;
                assertTrue(seen || step.actions().stream().noneMatch(KeyStreamsTest::answers), "seed " + seed);
                state = step.state();
                if (random.nextInt(3) == 0) {
                    nowMs += 5;
                    state = UiUpdate.apply(state, new UiEvent.Painted(state.revision(), nowMs),
                            Scenes.moment(scene, nowMs)).state();
                }
            }
        }
    }

    @Test
    void escapeNeverTellsASessionAnything() {
        var scene = Scenes.busy();
        for (int seed = 0; seed < STREAMS / 4; seed++) {
            var random = new Random(seed);
            var state = Scenes.state(100, 30, View.CHAT);
            for (int i = 0; i < 40; i++) {
                long nowMs = 1_000L + i * 700L;
                boolean escape = random.nextInt(3) == 0;
                var step = UiUpdate.apply(state, key(escape ? "Esc" : KEYS.get(random.nextInt(KEYS.size())), nowMs),
                        Scenes.moment(scene, nowMs));
                if (escape) {
                    assertEquals(List.of(), step.actions().stream().filter(action -> action instanceof UiAction.Tell
                            || action instanceof UiAction.Leave || action instanceof UiAction.Switch).toList(),
                            "seed " + seed);
                }
                state = step.state();
            }
        }
    }

    @Test
    void theOrderOfResizesNeverMatters() {
        var scene = Scenes.busy();
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var view = List.of(View.values()).get(random.nextInt(View.values().length));
            var state = Scenes.state(120, 36, view);
            for (int i = 0; i < 6; i++) {
                state = resized(state, scene, new Size(1 + random.nextInt(300), 1 + random.nextInt(90)));
            }
            var back = resized(state, scene, new Size(80, 24));
            assertEquals(new FrameRenderer().render(scene, Scenes.state(80, 24, view), Capabilities.FULL),
                    new FrameRenderer().render(scene, back, Capabilities.FULL), "seed " + seed);
        }
    }

    @Test
    void keysThatOnlyWriteAreTheSameTogetherAsOneByOne() {
        var scene = Scenes.busy();
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var one = Scenes.state(80, 24, View.CHAT);
            var together = one;
            var text = new StringBuilder();
            var keys = List.of("a", "@", "Ctrl+J", "Space", "日", "/", "Enter", "Up", "Backspace", "Esc", "Tab", "q");
            for (int i = 0; i < 40; i++) {
                var key = key(keys.get(random.nextInt(keys.size())), 1_000);
                String writes = UiUpdate.writes(one, key);
                assertEquals(writes, UiUpdate.writes(together, key), "seed " + seed);
                if (writes.isEmpty()) {
                    together = written(together, scene, text);
                    together = UiUpdate.apply(together, key, Scenes.moment(scene, 1_000)).state();
                } else {
                    text.append(writes);
                }
                one = UiUpdate.apply(one, key, Scenes.moment(scene, 1_000)).state();
            }
            together = written(together, scene, text);
            assertEquals(List.of(one.composer(), one.completion(), one.view(), one.zone(), one.overlay()),
                    List.of(together.composer(), together.completion(), together.view(), together.zone(),
                            together.overlay()),
                    "seed " + seed);
        }
    }

    private static UiState written(UiState state, Scene scene, StringBuilder text) {
        String all = text.toString();
        text.setLength(0);
        return all.isEmpty()
                ? state
                : UiUpdate.apply(state, new UiEvent.Written(all, 1_000), Scenes.moment(scene, 1_000)).state();
    }

    private static UiState resized(UiState state, Scene scene, Size size) {
        return UiUpdate.apply(state, new UiEvent.Resized(size), Scenes.moment(scene, 1)).state();
    }

    @Test
    void fourKeysFromTheDraftAnswerTheMostUrgentMatter() {
        var scene = Scenes.busy();
        var told = new ArrayList<UiAction>();
        var state = Scenes.state(80, 24, View.CHAT);
        for (String chord : List.of("Ctrl+X", "!", "1", "Enter")) {
            long atMs = 10_000L + told.size() + state.revision() * 1_000;
            var step = UiUpdate.apply(state, key(chord, atMs), Scenes.moment(scene, atMs));
            told.addAll(step.actions());
            state = UiUpdate.apply(step.state(), new UiEvent.Painted(step.state().revision(), atMs),
                    Scenes.moment(scene, atMs)).state();
        }
        assertEquals(List.of(new UiAction.Tell(new Command.Decide("D-9", "1", "", "person"))), told);
    }

    @Test
    void whatARuleAssumedMayStillBeDecidedOtherwise() {
        var scene = Scenes.more(Scenes.busy(), "T-6", "integration-analyst",
                new baton.engine.fact.PeopleEvent.DecisionProvisional("D-9", "1", "baton"));
        assertEquals(List.of(new UiAction.Tell(new Command.Decide("D-9", "2", "", "person"))),
                answer(scene, "D-9", List.of("2", "Enter")));
        var settled = Scenes.more(scene, "T-6", "integration-analyst",
                new baton.engine.fact.PeopleEvent.DecisionMade("D-9", "1", "", "person"));
        assertEquals(List.of(), answer(settled, "D-9", List.of("2", "Enter")));
    }

    @Test
    void draggingAlongTheBarOfAReplayGoesThereAndNowhereElseDoes() {
        var scene = Scenes.busy().with(new Scene.Playback(Scene.Mode.RECORDED, 240, 500, 600_000, 1_000, false));
        var state = Scenes.state(120, 36, View.REPLAY);
        var bar = baton.tui.state.ReplayBar.of(120, 31);
        var moment = Scenes.moment(scene, 1);
        int middle = bar.at(300_000, 600_000);
        for (var button : List.of(UiEvent.Button.PRESS, UiEvent.Button.DRAG)) {
            var actions = UiUpdate.apply(state, new UiEvent.Mouse(button, middle, 2 + bar.row(), 1), moment).actions();
            assertEquals(1, actions.size());
            long ms = -((UiAction.Seek) actions.getFirst()).seq();
            assertEquals(300_000, (double) ms, 600_000.0 / bar.columns());
        }
        assertEquals(List.of(), UiUpdate.apply(state, new UiEvent.Mouse(UiEvent.Button.DRAG, middle, 2 + bar.row() + 1,
                1), moment).actions());
        assertEquals(List.of(), UiUpdate.apply(state, new UiEvent.Mouse(UiEvent.Button.DRAG, middle, 2 + bar.row(), 1),
                Scenes.moment(Scenes.busy(), 1)).actions());
    }

    @Test
    void aClearedDraftComesBackWithTheUpKey() {
        var scene = Scenes.busy();
        var state = Scenes.state(80, 24, View.CHAT);
        for (String chord : List.of("h", "i", "Ctrl+C", "Up")) {
            state = UiUpdate.apply(state, key(chord, 1_000), Scenes.moment(scene, 1_000)).state();
        }
        assertEquals("hi", state.composer().text());
    }

    @Test
    void whoeverGoesToTheChatMayTypeAtOnce() {
        var scene = Scenes.busy();
        var state = Scenes.state(80, 24, View.INBOX);
        for (String chord : List.of("F2", "@", "s", "e", "c")) {
            state = UiUpdate.apply(state, key(chord, 1_000), Scenes.moment(scene, 1_000)).state();
        }
        assertEquals("@sec", state.composer().text());
    }

    @Test
    void aLineToSomebodyBeginsADraftAlsoWhileReading() {
        var scene = Scenes.busy();
        var state = Scenes.state(80, 24, View.CHAT);
        for (String chord : List.of("Esc", "@", "a")) {
            state = UiUpdate.apply(state, key(chord, 1_000), Scenes.moment(scene, 1_000)).state();
        }
        assertEquals("@a", state.composer().text());
    }

    @Test
    void aPressThatClearsTheDraftIsNeverTheFirstOfThePairThatLeaves() {
        var scene = Scene.EMPTY;
        var state = Scenes.state(80, 24, View.CHAT);
        var actions = new ArrayList<UiAction>();
        for (String chord : List.of("h", "Ctrl+C", "Ctrl+C")) {
            var step = UiUpdate.apply(state, key(chord, 1_000), Scenes.moment(scene, 1_000));
            state = step.state();
            actions.addAll(step.actions());
        }
        assertEquals(List.of(), actions);
        var last = UiUpdate.apply(state, key("Ctrl+C", 1_500), Scenes.moment(scene, 1_500));
        assertEquals(List.of(new UiAction.Leave()), last.actions());
    }

    @Test
    void withAgentsAtWorkTheKeyAsksAndStopsNobody() {
        var scene = Scenes.busy();
        var step = UiUpdate.apply(Scenes.state(80, 24, View.CHAT), key("Ctrl+C", 1_000), Scenes.moment(scene, 1_000));
        assertEquals(List.of(), step.actions());
        assertFalse(step.state().overlay().equals(baton.tui.state.Overlay.None.ONLY));
    }

    @Test
    void aPasteIsOneTextAndSendsNothing() {
        var scene = Scenes.busy();
        var state = UiUpdate.apply(Scenes.state(80, 24, View.CHAT), new UiEvent.Pasted("line1\nline2\n", 5),
                Scenes.moment(scene, 5));
        assertEquals(List.of(), state.actions());
        assertEquals("line1\nline2\n", state.state().composer().text());
    }

    @Test
    void aHugePasteStandsAsAMarkAndIsWholeWhenItIsSent() {
        String huge = "0123456789abcdef\n".repeat(300_000);
        var state = UiUpdate.apply(Scenes.state(80, 24, View.CHAT), new UiEvent.Pasted(huge, 5),
                Scenes.moment(Scene.EMPTY, 5)).state();
        assertTrue(state.composer().text().length() < 80, state.composer().text());
        assertEquals(huge, state.composer().whole());
    }

    @Test
    void anApprovalThatCannotBeTakenBackWantsItsWord() {
        var scene = Scenes.busy();
        var told = answer(scene, "A-9", List.of("2", "Enter"));
        assertEquals(List.of(), told);
        assertEquals(List.of(new UiAction.Tell(new Command.Approve("A-9",
                baton.engine.fact.ToolEvent.ApprovalScope.ONCE, "", "person"))),
                answer(scene, "A-9", List.of("2", "p", "u", "s", "h", "Enter")));
        assertEquals(List.of(new UiAction.Tell(new Command.Deny("A-9", "", "person"))),
                answer(scene, "A-9", List.of("Enter")));
    }

    @Test
    void noKeyTypedBeforeTheQuestionWasSeenSaysYesToAFolder() {
        assertUnanswered(new baton.tui.state.Overlay.Trust("/work", List.of("make"), 0, -1), KEYS);
    }

    @Test
    void noKeyTypedBeforeAQuestionWasSeenChoosesAnything() {
        var leaving = List.of("Esc", "Ctrl+C");
        assertUnanswered(new baton.tui.state.Overlay.Choice("One job?", List.of(), List.of("one", "two"), 0, 1, -1),
                KEYS.stream().filter(chord -> !leaving.contains(chord)).toList());
    }

    @Test
    void whoLeavesAQuestionHasChosenWhatLeavingMeans() {
        var state = Scenes.state(80, 24, View.CHAT).with(
                new baton.tui.state.Overlay.Choice("One job?", List.of(), List.of("one", "two", "later"), 0, 2, 0));
        var step = UiUpdate.apply(state, key("Esc", 9_000), Scenes.moment(Scene.EMPTY, 9_000));
        assertEquals(List.of(new UiAction.Switch(new UiAction.Destination.Chosen(2))), step.actions());
    }

    private static void assertUnanswered(baton.tui.state.Overlay question, List<String> keys) {
        for (int seed = 0; seed < STREAMS; seed++) {
            var random = new Random(seed);
            var state = Scenes.state(80, 24, View.CHAT).with(question);
            long nowMs = 1_000;
            for (int i = 0; i < 30; i++) {
                nowMs += random.nextInt(16);
                var step = UiUpdate.apply(state, key(keys.get(random.nextInt(keys.size())), nowMs),
                        Scenes.moment(Scene.EMPTY, nowMs));
                assertEquals(List.of(), step.actions().stream().filter(UiAction.Switch.class::isInstance).toList());
                state = i == 3
                        ? UiUpdate.apply(step.state(), new UiEvent.Painted(step.state().revision(), nowMs),
                                Scenes.moment(Scene.EMPTY, nowMs)).state()
                        : step.state();
            }
        }
    }

    @Test
    void aYesToAFolderIsChosenAndThenTaken() {
        var state = Scenes.state(80, 24, View.CHAT)
                .with(new baton.tui.state.Overlay.Trust("/work", List.of("make"), 0, 1_000));
        var actions = new ArrayList<UiAction>();
        for (String chord : List.of("2", "Enter")) {
            var step = UiUpdate.apply(state, key(chord, 2_000), Scenes.moment(Scene.EMPTY, 2_000));
            state = step.state();
            actions.addAll(step.actions());
        }
        assertEquals(List.of(new UiAction.Switch(new UiAction.Destination.Trusted(
                baton.tui.state.Overlay.Yes.WRITE))), actions);
    }

    private static List<UiAction> answer(Scene scene, String item, List<String> chords) {
        var state = Scenes.state(100, 30, View.INBOX).pick(View.INBOX, item);
        var told = new ArrayList<UiAction>();
        long atMs = 1_000;
        var all = new ArrayList<>(List.of("Enter"));
        all.addAll(chords);
        for (String chord : all) {
            atMs += 1_000;
            var step = UiUpdate.apply(state, key(chord, atMs), Scenes.moment(scene, atMs));
            told.addAll(step.actions());
            state = UiUpdate.apply(step.state(), new UiEvent.Painted(step.state().revision(), atMs),
                    Scenes.moment(scene, atMs)).state();
        }
        return told;
    }
}

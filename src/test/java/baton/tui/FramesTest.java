package baton.tui;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import baton.engine.fact.PeopleEvent.BlockerRaised;
import baton.engine.fact.PeopleEvent.DecisionOpened;
import baton.engine.fact.SessionEvent;
import baton.tui.frame.Capabilities;
import baton.tui.frame.Capabilities.Motion;
import baton.tui.frame.Capabilities.Signs;
import baton.tui.frame.Painted;
import baton.tui.frame.Theme;
import baton.tui.screen.FrameRenderer;
import baton.tui.state.Overlay;
import baton.tui.state.Scene;
import baton.tui.state.UiEvent;
import baton.tui.state.UiEvent.Typed;
import baton.tui.state.UiState;
import baton.tui.state.UiUpdate;
import baton.tui.state.View;
import baton.view.Golden;
import baton.view.page.DiffPage;
import baton.view.talk.Block;
import baton.view.text.StyledLine;
import baton.view.text.Typing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What every view looks like at the three sizes, kept as files to be read. */
class FramesTest {
    /** A colour or a grey among the numbers of a look. */
    private static final Pattern COLOUR = Pattern.compile("‹[0-9;]*\\b(?:2|3[0-9]|38)(?:;|›)");
    private static final int[][] SIZES = {{120, 36}, {80, 24}, {60, 20}};

    static Stream<Arguments> viewsAndSizes() {
        return Stream.of(View.values()).flatMap(view -> Stream.of(SIZES)
                .map(size -> Arguments.of(view, size[0], size[1])));
    }

    private static final Overlay.Choice CHOICE = new Overlay.Choice("1 job may be named twice.",
            List.of(StyledLine.of("  regatta.md:10  T-2  Order life jackets"),
                    StyledLine.of("  regatta.md:14  T-3  Life jackets for children"), StyledLine.EMPTY,
                    StyledLine.of("Both say \"life jackets\". One job or two?")),
            List.of("One job", "Two jobs, both run", "Leave the later one out", "Leave out all the rest"), 2, 2, -1);

    @ParameterizedTest
    @MethodSource("viewsAndSizes")
    void everyViewAtEverySizeLooksAsItWasLookedAt(View view, int columns, int rows) throws IOException {
        var scene = Scenes.busy().with(Scenes.rows());
        var state = Scenes.state(columns, rows, view);
        Golden.checkText("tui/" + view.words() + "-" + columns + "x" + rows + ".txt", text(scene, state));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aMatterUnderAnswerLooksAsItWasLookedAt(int columns, int rows) throws IOException {
        var scene = Scenes.busy();
        var state = press(Scenes.state(columns, rows, View.CHAT).in(UiState.Zone.VIEW), scene, "!");
        Golden.checkText("tui/answering-" + columns + "x" + rows + ".txt", text(scene, state));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void boxesOverTheChatLookAsTheyWereLookedAt(int columns, int rows) throws IOException {
        var scene = Scenes.busy();
        var chat = Scenes.state(columns, rows, View.CHAT);
        String size = columns + "x" + rows;
        Golden.checkText("tui/help-" + size + ".txt", text(scene, chat.with(new Overlay.Help(0))));
        Golden.checkText("tui/palette-" + size + ".txt", text(scene, chat.with(new Overlay.Palette("pause", 0))));
        Golden.checkText("tui/stop-" + size + ".txt", text(scene, chat.with(new Overlay.StopChoice(0))));
        Golden.checkText("tui/queue-" + size + ".txt", text(UnreadTest.waiting(scene),
                press(chat.in(UiState.Zone.VIEW), UnreadTest.waiting(scene), "u")));
        Golden.checkText("tui/welcome-" + size + ".txt", text(Scene.EMPTY, chat.with(new Overlay.Welcome(0))));
    }

    static Stream<Arguments> sizes() {
        return Stream.of(SIZES).map(size -> Arguments.of(size[0], size[1]));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void withoutUnicodeTheSameFrameIsMadeOfAscii(int columns, int rows) throws IOException {
        var ascii = new Capabilities(Theme.TERMINAL, Signs.ASCII, Motion.FULL);
        var renderer = new FrameRenderer();
        var scene = Scenes.busy();
        var chat = renderer.render(scene, Scenes.state(columns, rows, View.CHAT), ascii);
        var inbox = renderer.render(scene, Scenes.state(columns, rows, View.INBOX), ascii);
        Golden.checkText("tui/chat-ascii-" + columns + "x" + rows + ".txt", chat.text());
        Golden.checkText("tui/inbox-ascii-" + columns + "x" + rows + ".txt", inbox.text());
        assertTrue(inbox.text().chars().allMatch(c -> c < 0x80), inbox.text());
    }

    static Stream<Arguments> themesAndSizes() {
        return Stream.of(Theme.DARK, Theme.LIGHT, Theme.NONE).flatMap(theme -> Stream.of(SIZES)
                .map(size -> Arguments.of(theme, size[0], size[1])));
    }

    @ParameterizedTest
    @MethodSource("themesAndSizes")
    void chatAndInboxAreReadableInEveryTheme(Theme theme, int columns, int rows) throws IOException {
        var renderer = new FrameRenderer();
        var scene = Scenes.busy();
        for (var view : List.of(View.CHAT, View.INBOX)) {
            var frame = renderer.render(scene, Scenes.state(columns, rows, view), Capabilities.FULL);
            String painted = Painted.of(frame, theme);
            String name = theme == Theme.NONE ? "no-color" : theme.name().toLowerCase(Locale.ROOT);
            Golden.checkText("tui/" + view.words() + "-" + name + "-" + columns + "x" + rows + ".txt", painted);
            assertFalse(theme == Theme.NONE && COLOUR.matcher(painted).find(), painted);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void lanesPagesFormsAndQuestionsLookAsTheyWereLookedAt(int columns, int rows) throws IOException {
        var scene = Scenes.busy();
        String size = columns + "x" + rows;
        var chat = Scenes.state(columns, rows, View.CHAT);
        Golden.checkText("tui/lanes-" + size + ".txt", text(scene, press(chat.in(UiState.Zone.VIEW), scene, "Z")));
        Golden.checkText("tui/diff-" + size + ".txt", text(scene, chat.with(new Overlay.Pager("Changes of T-1",
                new Overlay.Content.Lines(DiffPage.withSize(Scenes.DIFF)), 0))));
        Golden.checkText("tui/form-" + size + ".txt", text(scene, Scenes.filling(chat, scene)));
        Golden.checkText("tui/trust-" + size + ".txt", text(Scene.EMPTY, chat.with(new Overlay.Trust(
                "/home/ada/code/harbourlog", List.of("mvn -q verify", "npm test"), 0, -1))));
        Golden.checkText("tui/choice-" + size + ".txt", text(Scene.EMPTY, chat.with(CHOICE)));
        Golden.checkText("tui/first-" + size + ".txt", text(Scene.EMPTY, chat.about(List.of(
                "Folder|~/code/harbourlog · real models may only read here until you say yes",
                "Model|rehearsal, built in · no key found", "Screen|xterm-256color · your terminal's colours"))
                .with(new Overlay.Welcome(0))));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void anAnswerReadInFullShowsWhatItsCallsCameToLineByLine(int columns, int rows) throws IOException {
        var scene = Scenes.busy();
        var block = scene.talk().blocks().stream().filter(known -> known.body() instanceof Block.Turn turn
                && turn.calls().stream().anyMatch(call -> call.result().lines().count() > 4)).findFirst().orElseThrow();
        var chat = Scenes.state(columns, rows, View.CHAT).in(UiState.Zone.VIEW);
        var open = press(chat.with(chat.reading().select(Optional.of(block.id()))), scene, "Enter");
        Golden.checkText("tui/answer-" + columns + "x" + rows + ".txt", text(scene, open));
    }

    @Test
    void theSameSceneAndStateAlwaysGiveTheSameFrame() {
        var scene = Scenes.busy();
        var renderer = new FrameRenderer();
        for (var view : View.values()) {
            var state = Scenes.state(100, 30, view);
            var first = renderer.render(scene, state, Capabilities.FULL);
            assertEquals(first, renderer.render(scene, state, Capabilities.FULL));
            assertEquals(first, new FrameRenderer().render(scene, state, Capabilities.FULL));
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aFrameOfWhichOnlyTheConversationIsPaintedAnewIsTheSameAsAFreshOne(int columns, int rows) {
        for (var view : View.values()) {
            var renderer = new FrameRenderer();
            var live = new LiveScene("crowd");
            Crowd.fill(live, 12);
            var state = Scenes.state(columns, rows, view);
            for (int i = 0; i < 150; i++) {
                live.chunk(Crowd.turn(i % 12), i % 7 == 0 ? "日本語 done.\n\n" : i % 11 == 0 ? "👩‍👩‍👧 " : "word and ");
                var now = live.now().at(i * 40L);
                if (i % 50 == 49) {
                    state = press(state, now, i % 100 == 99 ? "Home" : "k");
                }
                assertEquals(new FrameRenderer().render(now, state, Capabilities.FULL),
                        renderer.render(now, state, Capabilities.FULL), view + " " + i);
            }
        }
    }

    @Test
    void noSizeBreaksAView() {
        var scene = Scenes.busy().with(Scenes.rows());
        var renderer = new FrameRenderer();
        int[][] odd = {{1, 1}, {2, 3}, {20, 5}, {40, 10}, {59, 16}, {60, 15}, {60, 16}, {79, 24}, {109, 30}, {110, 23},
            {400, 120}, {1_000, 4}};
        for (int[] size : odd) {
            for (var view : View.values()) {
                var state = Scenes.state(size[0], size[1], view);
                var frame = renderer.render(scene, state, Capabilities.FULL);
                assertEquals(state.size(), frame.size());
                renderer.render(scene, state.with(new Overlay.Help(3)), Capabilities.FULL);
                renderer.render(scene, state.with(new Overlay.Palette("x", 0)), Capabilities.FULL);
                renderer.render(scene, state.with(new Overlay.Pager("t", "a\nb", 9)), Capabilities.FULL);
                renderer.render(scene, state.with(new Overlay.Welcome(2)), Capabilities.FULL);
                renderer.render(scene, state.about(List.of("Folder|/work", "odd")).with(new Overlay.Welcome(1)),
                        Capabilities.FULL);
                renderer.render(scene, state.with(new Overlay.Trust("/a/b", List.of("x", "y", "z", "u", "v"), 2, 0)),
                        Capabilities.FULL);
                renderer.render(scene, state.with(CHOICE), Capabilities.FULL);
                renderer.render(scene, state.with(new Overlay.Pager("d",
                        new Overlay.Content.Lines(DiffPage.withSize(Scenes.DIFF)), 99)), Capabilities.FULL);
                renderer.render(scene, Scenes.filling(state.in(View.CHAT), scene), Capabilities.FULL);
                renderer.render(scene, press(state.in(View.CHAT).in(UiState.Zone.VIEW), scene, "Z"),
                        Capabilities.FULL);
            }
        }
    }

    @Test
    void whateverModelsWriteNoFrameHoldsWhatATerminalWouldObeyAndNoneTakesLong() {
        var live = new LiveScene("hostile");
        Crowd.fill(live, 4);
        live.chunk(Crowd.turn(0), "x".repeat(1_000_000));
        live.chunk(Crowd.turn(1), "a line of an output\n".repeat(100_000));
        live.chunk(Crowd.turn(2), "e\u0301".repeat(200_000) + "👩‍👩‍👧".repeat(20_000));
        live.chunk(Crowd.turn(3),
                "\u001b[2J\u001b]52;c;eA==\u0007\u009b31m \u202Eabc\u202C\u2066\u200B\uFEFF \uD83D\r\b\u0000"
                        + "\u001bP1$r\u001b\\ | \u001b[1m | \n```\n\u001bc\n");
        long began = System.nanoTime();
        for (var view : View.values()) {
            for (int[] size : new int[][]{{20, 5}, {80, 24}, {400, 120}}) {
                String text = text(live.now(), Scenes.state(size[0], size[1], view));
                assertTrue(text.chars().allMatch(FramesTest::isHarmless), view.words());
            }
        }
        assertTrue(System.nanoTime() - began < 20_000_000_000L);
    }

    private static boolean isHarmless(int c) {
        boolean hidden = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200B || c == 0xFEFF;
        return c == '\n' || (c >= ' ' && (c < 0x7F || c >= 0xA0) && !hidden);
    }

    @Test
    void everyMomentOfTheShippedSessionCanBeShown() {
        var renderer = new FrameRenderer();
        var scene = Scene.EMPTY;
        for (var event : Scenes.shipped()) {
            scene = scene.after(event);
            var view = List.of(View.values()).get((int) (event.seq() % View.values().length));
            var frame = renderer.render(scene, Scenes.state(90, 28, view), Capabilities.FULL);
            assertFalse(frame.text().isBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void whereEverythingIsDoneThePersonIsToldAndWhatTheyCanDo(int columns, int rows) throws IOException {
        var scene = Scene.EMPTY.named(Typing.PLAIN.of("harbour-demo", "harbour-demo"));
        for (var event : Scenes.shipped()) {
            boolean over = event.event() instanceof SessionEvent.SessionResult;
            scene = over ? scene : scene.after(event);
        }
        Golden.checkText("tui/done-" + columns + "x" + rows + ".txt",
                text(scene, Scenes.state(columns, rows, View.CHAT)));
    }

    @Test
    void ofMoreOptionsThanFitTheChosenOneAndTheQuestionAreAlwaysSeen() {
        var options = IntStream.rangeClosed(1, 9).mapToObj(i -> i + ": way number " + i + " through the harbour")
                .toList();
        var scene = Scenes.more(Scenes.at(240), "T-2", "security-auditor", new BlockerRaised("B-1", "P0", "access",
                "Nobody can open the gate", "a key", "security-auditor", List.of("T-2"), ""));
        scene = Scenes.more(scene, "T-6", "integration-analyst", new DecisionOpened("D-7", "Way",
                "Which way shall the ferry take when the fog comes in from the sea?", options, "2", "", List.of(), ""));
        var state = Scenes.state(60, 16, View.INBOX).pick(View.INBOX, "D-7");
        state = press(state, scene, "Enter");
        for (int i = 1; i <= 9; i++) {
            state = UiUpdate.apply(state, new UiEvent.Painted(state.revision(), i * 1_000L),
                    Scenes.moment(scene, i * 1_000L)).state();
            state = UiUpdate.apply(state, new Typed(String.valueOf(i), String.valueOf(i), i * 1_000L + 900),
                    Scenes.moment(scene, i * 1_000L + 900)).state();
            String text = text(scene, state);
            assertTrue(text.contains("(•) " + i) && text.contains("D-7  Which way"), text);
        }
    }

    @Test
    void evenTheSmallestWindowShowsWhatIsChosen() {
        var scene = Scenes.more(Scenes.at(60), "T-6", "integration-analyst", new DecisionOpened("D-7", "Clock",
                "Which clock?", List.of("1: UTC", "2: local"), "", "", List.of(), ""));
        var open = press(Scenes.state(20, 5, View.INBOX).in(UiState.Zone.VIEW).pick(View.INBOX, "D-7"), scene, "Enter");
        assertTrue(text(scene, open).contains("( ) 1  UTC"), text(scene, open));
        var painted = UiUpdate.apply(open, new UiEvent.Painted(open.revision(), 1_000L), Scenes.moment(scene, 1_000L));
        var chosen = UiUpdate.apply(painted.state(), new Typed("2", "2", 1_900L), Scenes.moment(scene, 1_900L)).state();
        assertTrue(text(scene, chosen).contains("(•) 2  local"), text(scene, chosen));
    }

    @Test
    void theLowestRowsTellWhatNeedsThePersonWhateverTheSize() {
        for (int[] size : SIZES) {
            String text = text(Scenes.busy(), Scenes.state(size[0], size[1], View.CHAT));
            assertTrue(text.contains("! 4 need you") || text.contains("!4"), text);
        }
    }

    private static UiState press(UiState state, Scene scene, String chord) {
        return UiUpdate.apply(state, new Typed(chord, chord, 1), Scenes.moment(scene, 1)).state();
    }

    private static String text(Scene scene, UiState state) {
        return new FrameRenderer().render(scene, state, Capabilities.FULL).text();
    }
}

package baton.tui.screen;

import java.util.Optional;

import baton.tui.flow.BlockRows;
import baton.tui.frame.Canvas;
import baton.tui.frame.Capabilities;
import baton.tui.frame.Frame;
import baton.tui.frame.Ink;
import baton.tui.state.Lanes;
import baton.tui.state.Overlay;
import baton.tui.state.Regions;
import baton.tui.state.Regions.Shape;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.tui.state.Unread;
import baton.tui.state.View;
import baton.view.Tags;

/**
 * Makes the frame of a scene: the same scene, state and capabilities always give the same frame.
 *
 * <p>Belongs to one thread, because it remembers rows that it laid out before.
 */
public final class FrameRenderer {
    private final BlockRows blocks = new BlockRows();
    private final Remembered remembered = new Remembered();
    private Optional<Kept> kept = Optional.empty();

    public Frame render(Scene given, UiState state, Capabilities capabilities) {
        var scene = given.onTheSecond();
        var regions = Regions.of(state);
        var frame = around(scene, state).map(before -> onlyTalk(before, regions, scene, state))
                .orElseGet(() -> whole(regions, scene, state));
        kept = Optional.of(new Kept(scene, state, Unread.of(scene).size(), frame));
        return capabilities.signs() == Capabilities.Signs.ASCII ? frame.inAscii() : frame;
    }

    /** The last frame, and what it was made of. */
    private record Kept(Scene scene, UiState state, int unread, Frame frame) {}

    /**
     * The last frame, where this one can differ from it in the conversation alone. While many write at once nearly every frame
     * is such a one, and everything around the conversation costs more than the conversation.
     */
    private Optional<Frame> around(Scene scene, UiState state) {
        boolean plain = state.overlay() instanceof Overlay.None && !state.completion().isOpen()
                && Lanes.count(state) == 0;
        return kept.filter(last -> plain && last.state().looksAs(state) && last.scene().isButForTalk(scene)
                && last.unread() == Unread.of(scene).size()).map(Kept::frame);
    }

    /** Beside the chat only the board shows what is being written. */
    private Frame onlyTalk(Frame before, Regions regions, Scene scene, UiState state) {
        if (state.view() != View.CHAT && state.view() != View.AGENTS) {
            return before;
        }
        var canvas = Canvas.over(before);
        var tags = remembered.tags(scene.session());
        var body = canvas.part(0, regions.bodyTop(), regions.bodyColumns(), regions.bodyRows());
        if (state.view() == View.AGENTS) {
            new BoardScreen(blocks, scene, tags, state, body).conversation();
        } else {
            body.fill(" ", Ink.PLAIN);
            new ChatScreen(blocks, scene, tags, state).conversation(canvas);
        }
        return canvas.frame();
    }

    private Frame whole(Regions regions, Scene scene, UiState state) {
        var canvas = new Canvas(state.size());
        var tags = remembered.tags(scene.session());
        var chrome = new Chrome(scene, state, regions.shape());
        if (regions.shape() == Shape.TINY) {
            tiny(canvas, scene, state);
        } else {
            chrome.head(canvas, chrome.right());
            Paint.rule(canvas, 1);
            chrome.figures(canvas, state.size().rows() - 2);
            chrome.hints(canvas, state.size().rows() - 1);
            if (state.view() != View.CHAT) {
                Paint.rule(canvas, state.size().rows() - 3);
            }
        }
        view(canvas, regions, scene, tags, state);
        new OverlayBoxes(scene, state, canvas).paint();
        return canvas.frame();
    }

    private void tiny(Canvas canvas, Scene scene, UiState state) {
        if (state.size().rows() > 2) {
            long open = Chrome.open(scene.session());
            String words = "baton ▸ " + state.view().words() + (open > 0 ? "  ! " + open : "");
            canvas.text(0, 0, Paint.cut(words, canvas.columns()), open > 0 ? Ink.WARN : Ink.DIM);
            if (canvas.columns() >= 44) {
                canvas.textUpTo(canvas.columns(), 0, "60x16 or more wanted", Ink.DIM);
            }
        }
    }

    private void view(Canvas canvas, Regions regions, Scene scene, Tags tags, UiState state) {
        var body = canvas.part(0, regions.bodyTop(), canvas.columns(), regions.bodyRows());
        if (state.overlay() instanceof Overlay.Welcome || state.overlay() instanceof Overlay.Trust
                || state.overlay() instanceof Overlay.Choice) {
            return;
        }
        switch (state.view()) {
            case CHAT -> chat(canvas, regions, scene, tags, state);
            case AGENTS -> new BoardScreen(blocks, scene, tags, state, body).paint();
            case PLAN -> new PlanScreen(scene, tags, state, body, remembered.graph(scene.session())).paint();
            case INBOX -> new InboxScreen(scene, tags, state, body).paint();
            case HANDOFFS -> new HandoffScreen(scene, tags, state, body).paint();
            case METRICS -> new MetricsScreen(scene, tags, state, body).paint();
            case REPLAY -> new ReplayScreen(scene, tags, state, body).paint();
            case SESSIONS -> new SessionsScreen(scene, state, body).paint();
        }
    }

    private void chat(Canvas canvas, Regions regions, Scene scene, Tags tags, UiState state) {
        new ChatScreen(blocks, scene, tags, state).paint(canvas);
        if (regions.panelColumns() > 0) {
            int left = regions.bodyColumns();
            canvas.down(left, regions.bodyTop(), "│", regions.bodyRows(), Ink.DIM);
            canvas.text(left, 1, "┬", Ink.DIM);
            canvas.text(left, regions.bodyTop() + regions.bodyRows(), "┴", Ink.DIM);
            var part = canvas.part(left + 2, regions.bodyTop(), regions.panelColumns() - 3, regions.bodyRows());
            new SidePanel(scene, tags, state, part).paint(remembered.critical(scene.session()));
        }
    }
}

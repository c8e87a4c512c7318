package baton.tui.screen;

import baton.tui.flow.BlockRows;
import baton.tui.frame.Canvas;
import baton.tui.frame.Capabilities;
import baton.tui.frame.Frame;
import baton.tui.frame.Ink;
import baton.tui.state.Overlay;
import baton.tui.state.Regions;
import baton.tui.state.Regions.Shape;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
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

    public Frame render(Scene scene, UiState state, Capabilities capabilities) {
        var canvas = new Canvas(state.size());
        var regions = Regions.of(state);
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
        var frame = canvas.frame();
        return capabilities.signs() == Capabilities.Signs.ASCII ? frame.inAscii() : frame;
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

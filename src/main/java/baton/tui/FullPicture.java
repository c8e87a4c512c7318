package baton.tui;

import baton.tui.frame.Capabilities;
import baton.tui.frame.Frame;
import baton.tui.frame.FrameEncoder;
import baton.tui.screen.FrameRenderer;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import org.jspecify.annotations.Nullable;

/** The whole screen is ours; each frame is written as the difference to the one before. */
final class FullPicture implements Picture {
    private final Capabilities capabilities;
    private final FrameEncoder encoder;
    private final FrameRenderer renderer = new FrameRenderer();
    private @Nullable Frame shown;

    FullPicture(Capabilities capabilities) {
        this.capabilities = capabilities;
        this.encoder = new FrameEncoder(capabilities.theme());
    }

    @Override
    public byte[] next(Scene scene, UiState state, boolean whole) {
        var frame = renderer.render(scene, state, capabilities);
        var before = shown;
        shown = frame;
        return before == null || whole ? encoder.whole(frame) : encoder.change(before, frame);
    }

    @Override
    public void forget() {
        shown = null;
    }

    @Override
    public byte[] last() {
        return new byte[0];
    }
}

package baton.tui;

import baton.tui.frame.Capabilities;
import baton.tui.frame.Frame;
import baton.tui.frame.FrameEncoder;
import baton.tui.frame.Theme;
import baton.tui.screen.FrameRenderer;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import org.jspecify.annotations.Nullable;

/** The whole screen is ours; each frame is written as the difference to the one before. */
final class FullPicture implements Picture {
    private final Capabilities capabilities;
    private FrameEncoder encoder;
    private final FrameRenderer renderer = new FrameRenderer();
    private @Nullable Frame shown;
    private Theme theme;
    private boolean dressed;

    FullPicture(Capabilities capabilities) {
        this.capabilities = capabilities;
        this.theme = capabilities.theme();
        this.encoder = new FrameEncoder(theme);
    }

    @Override
    public byte[] next(Scene scene, UiState state, boolean whole) {
        var frame = renderer.render(scene, state, capabilities);
        var before = shown;
        shown = frame;
        boolean anew = dressed;
        dressed = false;
        if (before == null || whole) {
            return encoder.whole(frame);
        }
        return anew ? encoder.anew(frame) : encoder.change(before, frame);
    }

    @Override
    public void dress(Capabilities changed) {
        if (changed.theme() != theme) {
            theme = changed.theme();
            encoder = new FrameEncoder(theme);
            dressed = true;
        }
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

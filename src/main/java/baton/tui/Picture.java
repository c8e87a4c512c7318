package baton.tui;

import baton.tui.frame.Capabilities;
import baton.tui.state.Scene;
import baton.tui.state.UiState;

/** What a terminal shows of a session and what must be written to it next. Belongs to the thread that paints. */
interface Picture {
    /** The bytes that make the terminal show this; none where it does already. {@code whole} trusts nothing it shows. */
    byte[] next(Scene scene, UiState state, boolean whole);

    /** Nothing is known any more of what the terminal shows. */
    void forget();

    /** From the next bytes on in the colours of these; what is printed for good stays as it is. */
    void dress(Capabilities changed);

    /** The bytes that take away what would only be in the way once nobody paints any more. */
    byte[] last();

    static Picture of(Capabilities capabilities) {
        return switch (capabilities.room()) {
            case SCREEN -> new FullPicture(capabilities);
            case INLINE -> new InlinePicture(capabilities);
        };
    }
}

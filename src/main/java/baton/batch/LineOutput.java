package baton.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import baton.view.text.AsciiSigns;
import baton.view.text.StyledLine;

/**
 * Lines to a stream, in UTF-8 whatever the locale says, each given to the system at once.
 *
 * <p>When the reader has gone away (a closed pipe), everything further is dropped without a word: that is how {@code head}
 * ends. May be used by several threads; a line is never torn.
 */
public final class LineOutput {
    private final OutputStream out;
    private final Palette palette;
    private final Glyphs glyphs;
    private boolean gone;

    /** Which signs baton itself uses; what others wrote is shown as it is. */
    public enum Glyphs {
        UNICODE, ASCII
    }

    public LineOutput(OutputStream out, Palette palette, Glyphs glyphs) {
        this.out = out;
        this.palette = palette;
        this.glyphs = glyphs;
    }

    /** Shows text made for people; only safe text can be given here. */
    public void show(StyledLine line) {
        String rendered = palette.render(line);
        write(glyphs == Glyphs.ASCII ? AsciiSigns.in(rendered) : rendered);
    }

    public void show(List<StyledLine> page) {
        page.forEach(this::show);
    }

    /** Writes text for programs, such as JSON, which escapes in its own way. */
    public synchronized void write(String line) {
        if (gone) {
            return;
        }
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException readerLeft) {
            gone = true;
        }
    }

    /** True once the reader has gone away. */
    public synchronized boolean isGone() {
        return gone;
    }
}

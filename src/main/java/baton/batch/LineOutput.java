package baton.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

import baton.view.text.AsciiSigns;
import baton.view.text.Folding;
import baton.view.text.StyledLine;

/**
 * Lines to a stream, in UTF-8 whatever the locale says, each given to the system at once.
 *
 * <p>When the reader has gone away (a closed pipe), everything further is dropped without a word: that is how {@code head}
 * ends. May be used by several threads; a line is never torn.
 */
public final class LineOutput {
    private static final int FOLD_INDENT = 4;
    private static final int FOLDS_MAX = 12;

    private final OutputStream out;
    private final Palette palette;
    private final Glyphs glyphs;
    private final int columns;
    private final UnaryOperator<StyledLine> wording;
    private boolean gone;

    /** Which signs are shown; letters are shown as they are. */
    public enum Glyphs {
        UNICODE, ASCII
    }

    public LineOutput(OutputStream out, Palette palette, Glyphs glyphs) {
        this(out, palette, glyphs, Integer.MAX_VALUE, UnaryOperator.identity());
    }

    /** Folds what is shown to so many columns, each line having got its last wording. */
    public LineOutput(OutputStream out, Palette palette, Glyphs glyphs, int columns,
            UnaryOperator<StyledLine> wording) {
        this.wording = wording;
        this.out = out;
        this.palette = palette;
        this.glyphs = glyphs;
        this.columns = columns;
    }

    /** Shows text made for people; only safe text can be given here. */
    public void show(StyledLine line) {
        Folding.of(wording.apply(line), columns, FOLD_INDENT, FOLDS_MAX).forEach(this::render);
    }

    private void render(StyledLine line) {
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

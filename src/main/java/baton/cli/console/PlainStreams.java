package baton.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import baton.view.text.AsciiSigns;

/** Writes fixed texts of our own without loading anything that formats. */
public final class PlainStreams {
    private final Surroundings around;

    public PlainStreams(Surroundings around) {
        this.around = around;
    }

    /** The bytes of the text as they are. */
    public void out(String text) {
        write(around.out(), text);
    }

    /** A page of ours, in the signs that can be shown. */
    public void page(String text) {
        write(around.out(), shown(around.typing().inOwn(text)));
    }

    public void err(String text) {
        write(around.err(), shown(around.typing().inOwn(text)));
    }

    /** In running text three dots read better than the sign for a cut. */
    private String shown(String text) {
        return around.isAscii() ? AsciiSigns.in(text.replace("…", "...")) : text;
    }

    /** A reader that has gone away is no error. */
    private static void write(OutputStream stream, String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException readerLeft) {
            // Nobody is left to tell.
        }
    }
}

package baton.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes fixed texts of our own without loading anything that formats. */
final class PlainStreams {
    private final Surroundings around;

    PlainStreams(Surroundings around) {
        this.around = around;
    }

    void out(String text) {
        write(around.out(), text);
    }

    void err(String text) {
        write(around.err(), text);
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

package baton.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;

/** Standard input of a command under test, which ends only when it is told to. */
final class Keyboard implements AutoCloseable {
    private final PipedOutputStream typed = new PipedOutputStream();
    private final PipedInputStream in;

    Keyboard() throws IOException {
        in = new PipedInputStream(typed);
    }

    InputStream in() {
        return in;
    }

    void type(String text) throws IOException {
        typed.write(text.getBytes(StandardCharsets.UTF_8));
        typed.flush();
    }

    @Override
    public void close() throws IOException {
        typed.close();
    }
}

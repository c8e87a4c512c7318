package baton.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class BatonTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theVersionGoesToStandardOutputAndNothingElseDoes() {
        assertEquals(0, run("--version"));
        assertEquals("baton development\n", out.toString(StandardCharsets.UTF_8));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anUnknownFlagIsAUsageErrorSaidOnStandardError() {
        assertEquals(2, run("--no-such-flag"));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        assertEquals("usage: baton --version\n", err.toString(StandardCharsets.UTF_8));
    }

    private int run(String... args) {
        return Baton.run(args, utf8(out), utf8(err));
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}

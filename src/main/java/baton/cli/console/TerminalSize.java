package baton.cli.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** How wide the terminal is, asked of the system's own tool. */
final class TerminalSize {
    private static final Pattern SIZE = Pattern.compile("\\d{1,4} (\\d{2,4})\\s*");
    private static final long WAIT_MS = 500;

    private TerminalSize() {}

    /** Empty where there is no terminal or it does not say. */
    static OptionalInt columns() {
        try {
            var process = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty"))
                    .redirectErrorStream(true).start();
            if (!process.waitFor(WAIT_MS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return OptionalInt.empty();
            }
            var size = SIZE.matcher(new String(process.getInputStream().readNBytes(32),
                    StandardCharsets.US_ASCII));
            return size.matches() ? OptionalInt.of(Integer.parseInt(size.group(1))) : OptionalInt.empty();
        } catch (IOException noTool) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }
}

package baton.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where the program starts. */
public final class Baton {

    private static final int USAGE = 2;

    private Baton() {}

    /** Runs one command and ends the process with its exit code. Output is UTF-8, whatever the locale says. */
    public static void main(String[] args) {
        // Scripts read our numbers, so a decimal point stays a point in every country.
        Locale.setDefault(Locale.ROOT);
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, false, StandardCharsets.UTF_8);
        int exitCode = run(args, out, err);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /** The command without the process: what it prints goes to the two streams, its exit code comes back. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length == 1 && args[0].equals("--version")) {
            out.println("baton " + version());
            return 0;
        }
        err.println("usage: baton --version");
        return USAGE;
    }

    private static String version() {
        String packaged = Baton.class.getPackage().getImplementationVersion();
        return packaged == null ? "development" : packaged;
    }
}

package baton.cli;

/** Where the program starts. */
public final class Baton {
    private Baton() {}

    /** Runs one command and ends the process with its exit code. Output is UTF-8 whatever the locale says. */
    public static void main(String[] args) {
        System.exit(run(args, Surroundings.ofProcess()));
    }

    /** The command without the process: streams and variables are given, the exit code comes back. */
    static int run(String[] args, Surroundings around) {
        var plain = new PlainStreams(around);
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            plain.out("baton " + version() + "\n");
            return ExitCode.OK.number();
        }
        boolean wantsHelp = args.length == 1 && (args[0].equals("--help") || args[0].equals("-h")
                || args[0].equals("help"));
        if (wantsHelp) {
            plain.out(TopHelp.TEXT);
            return ExitCode.OK.number();
        }
        return CommandTable.run(args, around);
    }

    static String version() {
        String packaged = Baton.class.getPackage().getImplementationVersion();
        return packaged == null ? "development" : packaged;
    }
}

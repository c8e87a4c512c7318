package baton.cli;

import baton.cli.console.ExitCode;
import baton.cli.console.PlainStreams;
import baton.cli.console.Setting;
import baton.cli.console.Surroundings;

/** Where the program starts. */
public final class Baton {
    private Baton() {}

    /** Runs one command and ends the process with its exit code. Output is UTF-8 whatever the locale says. */
    public static void main(String[] args) {
        System.exit(run(args, Surroundings.ofProcess()));
    }

    /** The command without the process: streams and variables are given, the exit code comes back. */
    static int run(String[] typed, Surroundings around) {
        var args = LeadingFlags.behindTheCommand(typed);
        return start(args, LeadingFlags.isAscii(args) ? around.with(Setting.ASCII.variable(), "1") : around);
    }

    private static int start(String[] args, Surroundings around) {
        var plain = new PlainStreams(around);
        String first = args.length == 0 ? "" : args[0];
        if (first.equals("--version") || first.equals("-V")) {
            plain.out("baton " + version() + "\n");
            return ExitCode.OK.number();
        }
        if (first.equals("--help") || first.equals("-h") || isHelpAlone(args)) {
            plain.page(TopHelp.fitted(around.columnsOfLines()));
            return ExitCode.OK.number();
        }
        return CommandTable.run(args, around);
    }

    private static boolean isHelpAlone(String[] args) {
        return args.length > 0 && args[0].equals("help") && (args.length == 1 || args[1].startsWith("-"));
    }

    static String version() {
        String packaged = Baton.class.getPackage().getImplementationVersion();
        return packaged == null ? "development" : packaged;
    }
}

package baton.cli.console;

import picocli.CommandLine.Option;

/** The flag that every command has. */
public final class HelpOption {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "this page")
    private boolean wanted;

    boolean isWanted() {
        return wanted;
    }
}

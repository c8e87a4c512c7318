package baton.cli.console;

import java.util.SequencedMap;
import java.util.concurrent.Callable;

/** A command that is told by a second word what to do. */
public interface Subcommands {
    /** What can be done, by its word, in the order of the help page. */
    SequencedMap<String, Callable<ExitCode>> subcommands();
}

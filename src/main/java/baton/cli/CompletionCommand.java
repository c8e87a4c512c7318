package baton.cli;

import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.HelpOption;
import baton.cli.console.PlainStreams;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baton completion}: a script that completes commands and flags. */
@Command(description = "Print a completion script. Put  source <(baton completion bash)  into your shell's start file.")
final class CompletionCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh")
    private String shell = "";

    @Mixin
    HelpOption help = new HelpOption();

    CompletionCommand(Surroundings around) {
        this.around = around;
    }

    /** All commands under one name; nothing of it is ever run. */
    @Command(name = "baton")
    private static final class Root {}

    @Override
    public ExitCode call() {
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw UserError.usage("there is no completion for \"" + shell + "\"", "Write bash or zsh.");
        }
        var root = new CommandLine(new Root());
        CommandTable.names().forEach(name -> root.addSubcommand(name,
                CommandTable.parser(name, around).setCommandName(name)));
        // The script works in both shells: for zsh it switches bash's completion on first.
        new PlainStreams(around).out(AutoComplete.bash("baton", root));
        return ExitCode.OK;
    }
}

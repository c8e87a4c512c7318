package baton.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.PlainStreams;
import baton.cli.console.Surroundings;
import baton.cli.record.ChangesOptions;
import baton.tool.FolderWorkspace.Mode;
import baton.view.page.DiffPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baton diff}: what agents changed in the workspace. */
@Command(description = "Show what agents changed in the workspace, as a unified diff.", footer = {"",
    "Example:  baton diff last T-3"})
final class DiffCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "SESSION", arity = "0..1", defaultValue = "last", description = "the newest one if not named")
    private String session = "last";

    @Mixin
    private ChangesOptions changes = new ChangesOptions();

    DiffCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        return changes.use(session, Mode.READ_ONLY, around, (made, out) -> {
            if (around.terminals().out()) {
                out.show(DiffPage.of(made.diff()));
            } else {
                // A file or a pipe gets the bytes as they are, so that other tools can apply them.
                new PlainStreams(around).out(made.diff());
            }
            return ExitCode.OK;
        });
    }
}

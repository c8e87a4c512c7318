package baton.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.PlainStreams;
import baton.cli.console.Surroundings;
import baton.cli.console.TaskNames;
import baton.cli.record.ReadOptions;
import baton.cli.record.WorkspaceChanges;
import baton.cli.setup.SideFolders;
import baton.tool.FolderWorkspace.Mode;
import baton.view.page.DiffPage;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import org.jspecify.annotations.Nullable;
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

    @Parameters(index = "1", paramLabel = "TASK", arity = "0..1", description = "only what this task changed")
    private @Nullable String task;

    @Mixin
    private ReadOptions read = new ReadOptions();

    DiffCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        var sessions = read.sessions(around);
        try (var record = sessions.read(session)) {
            String id = task == null ? "" : TaskNames.find(ReadOptions.view(record), task).id();
            var side = SideFolders.of(sessions.folder(), record.name());
            try (var changes = WorkspaceChanges.of(record, side, id, around.folder(), Mode.READ_ONLY)) {
                String diff = changes.diff();
                if (diff.isEmpty()) {
                    read.err(around).show(StyledLine.of(Tone.DIM, "nothing was changed"));
                }
                if (around.terminals().out()) {
                    read.out(around).show(DiffPage.of(diff));
                } else {
                    // A file or a pipe gets the bytes as they are, so that other tools can apply them.
                    new PlainStreams(around).out(diff);
                }
            }
        }
        return ExitCode.OK;
    }
}

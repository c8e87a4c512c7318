package baton.cli.record;

import java.io.IOException;

import baton.batch.LineOutput;
import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.console.TaskNames;
import baton.cli.console.UserError;
import baton.cli.setup.SideFolders;
import baton.tool.FolderWorkspace.Mode;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What every command has that looks at what agents of a session, or of one of its tasks, changed in the workspace. */
public final class ChangesOptions {
    @Parameters(index = "0+", paramLabel = "TASK", arity = "0..1", description = "only what this task changed")
    private @Nullable String task;

    @Mixin
    private ReadOptions read = new ReadOptions();

    /** Does something with the changes while the workspace is open. */
    @FunctionalInterface
    public interface Use {
        ExitCode of(WorkspaceChanges changes, LineOutput out) throws IOException;
    }

    /** Opens the session and its workspace; says so where nothing was changed. Nobody writes where a process is at work. */
    public ExitCode use(String session, Mode mode, Surroundings around, Use use)
            throws IOException, InterruptedException {
        var sessions = read.sessions(around);
        var file = sessions.file(session);
        try (var record = sessions.catalog().openToRead(file)) {
            String id = task == null ? "" : TaskNames.find(ReadOptions.view(record), task).id();
            if (mode == Mode.READ_WRITE && sessions.catalog().isAtWork(file)) {
                throw UserError.refused("session " + record.name() + " is at work",
                        "Wait for its end, or stop it first.");
            }
            try (var changes = WorkspaceChanges.of(record, SideFolders.of(file), id, around.folder(), mode)) {
                if (changes.isEmpty()) {
                    read.err(around).show(StyledLine.of(Tone.DIM, "nothing was changed"));
                }
                return use.of(changes, read.out(around));
            }
        }
    }
}

package baton.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.console.TaskNames;
import baton.cli.console.UserError;
import baton.cli.record.ReadOptions;
import baton.cli.record.SessionsFolder;
import baton.cli.record.WorkspaceChanges;
import baton.cli.setup.SideFolders;
import baton.tool.FolderWorkspace.Mode;
import baton.tool.WorkspaceHistory.Undone;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baton undo}: takes back what agents changed, as far as nobody else changed it since. */
@Command(description = "Take back what agents changed in the workspace. A file that somebody changed since stays as it is.", footer = {
    "", "See first what would go:  baton diff SESSION [TASK]"})
final class UndoCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "SESSION", description = "id, start of one, file, or last")
    private String session = "";

    @Parameters(index = "1", paramLabel = "TASK", arity = "0..1", description = "only what this task changed")
    private @Nullable String task;

    @Mixin
    private ReadOptions read = new ReadOptions();

    UndoCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        var sessions = read.sessions(around);
        try (var record = sessions.read(session)) {
            String id = task == null ? "" : TaskNames.find(ReadOptions.view(record), task).id();
            refuseRunning(sessions, record.name());
            var side = SideFolders.of(sessions.folder(), record.name());
            try (var changes = WorkspaceChanges.of(record, side, id, around.folder(), Mode.READ_WRITE)) {
                if (changes.isEmpty()) {
                    read.err(around).show(StyledLine.of(Tone.DIM, "nothing was changed"));
                }
                return undo(changes);
            }
        }
    }

    private void refuseRunning(SessionsFolder sessions, String name) {
        boolean runs = sessions.catalog().list().stream()
                .anyMatch(listing -> listing.name().equals(name) && listing.status().equals("running"));
        if (runs) {
            throw UserError.refused("session " + name + " is at work", "Wait for its end, or stop it first.");
        }
    }

    /** A conflict leaves that file alone; the others are taken back all the same. */
    private ExitCode undo(WorkspaceChanges changes) throws IOException {
        var out = read.out(around);
        var exitCode = ExitCode.OK;
        for (var undone : changes.undo()) {
            switch (undone) {
                case Undone.Restored restored -> out.show(StyledLine.of(Tone.GOOD, "restored   ").and(restored.path()));
                case Undone.Removed removed -> out.show(StyledLine.of(Tone.GOOD, "removed    ").and(removed.path()));
                case Undone.Unchanged unchanged ->
                    out.show(StyledLine.of(Tone.DIM, "unchanged  ").and(unchanged.path()));
                case Undone.Conflict conflict -> {
                    out.show(StyledLine.of(Tone.BAD, "kept       ").and(conflict.path() + ": " + conflict.why()));
                    exitCode = ExitCode.FAILED;
                }
            }
        }
        return exitCode;
    }
}

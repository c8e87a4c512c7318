package baton.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import baton.batch.LineOutput;
import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.record.ChangesOptions;
import baton.cli.record.WorkspaceChanges;
import baton.tool.FolderWorkspace.Mode;
import baton.tool.WorkspaceHistory.Undone;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
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

    @Mixin
    private ChangesOptions changes = new ChangesOptions();

    UndoCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        return changes.use(session, Mode.READ_WRITE, around, UndoCommand::undo);
    }

    /** A conflict leaves that file alone; the others are taken back all the same. */
    private static ExitCode undo(WorkspaceChanges changes, LineOutput out) throws IOException {
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

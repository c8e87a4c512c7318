package baton.cli.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.cli.setup.SideFolders;
import baton.cli.setup.WorkspaceNote;
import baton.engine.fact.FileChange;
import baton.engine.fact.ToolEvent.ToolCompleted;
import baton.engine.fact.ToolEvent.ToolFailed;
import baton.runtime.Content;
import baton.runtime.SessionRecord;
import baton.tool.FolderWorkspace;
import baton.tool.FolderWorkspace.Mode;
import baton.tool.RehearsalWorkspace;
import baton.tool.Workspace;
import baton.tool.WorkspaceHistory;
import baton.tool.WorkspaceToolBox;

/** The changes that agents of a recorded session made, and the workspace they made them in. */
public final class WorkspaceChanges implements AutoCloseable {
    private final List<FileChange> changes;
    private final Workspace workspace;
    private final WorkspaceHistory history;

    private WorkspaceChanges(List<FileChange> changes, Workspace workspace, WorkspaceHistory history) {
        this.changes = changes;
        this.workspace = workspace;
        this.history = history;
    }

    /**
     * The changes of a session, or of one of its tasks.
     *
     * @param task empty for all
     * @param folder the workspace, where the session does not remember its own
     */
    public static WorkspaceChanges of(SessionRecord record, SideFolders side, String task, Path folder, Mode mode)
            throws IOException {
        Path base = WorkspaceNote.read(side).orElse(folder);
        var workspace = Files.isDirectory(side.files())
                ? new RehearsalWorkspace(Optional.of(FolderWorkspace.open(base, Mode.READ_ONLY)),
                        FolderWorkspace.open(side.files(), mode))
                : FolderWorkspace.open(base, mode);
        var kept = WorkspaceToolBox.contentsIn(side.scratch());
        var history = new WorkspaceHistory(workspace,
                sha256 -> record.content(sha256).map(Content::bytes).or(() -> kept.find(sha256)));
        return new WorkspaceChanges(changes(record, task), workspace, history);
    }

    private static List<FileChange> changes(SessionRecord record, String task) {
        var changes = new ArrayList<FileChange>();
        try (var events = record.events(1, Long.MAX_VALUE)) {
            events.filter(event -> task.isEmpty() || event.subject().task().equals(task)).forEach(event -> {
                switch (event.event()) {
                    case ToolCompleted done -> changes.addAll(done.changes());
                    case ToolFailed failed -> changes.addAll(failed.changes());
                    default -> {
                        // Nothing else changes files.
                    }
                }
            });
        }
        return List.copyOf(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    public String diff() {
        return history.diff(changes);
    }

    public List<WorkspaceHistory.Undone> undo() throws IOException {
        return history.undo(changes);
    }

    @Override
    public void close() throws IOException {
        workspace.close();
    }
}

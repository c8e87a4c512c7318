package baton.cli.setup;

import java.nio.file.Path;

import baton.tool.FolderWorkspace;

/** Where agents find and leave files. */
public sealed interface WorkspacePlace {
    /** The person's own folder. */
    record Folder(Path folder, FolderWorkspace.Mode mode) implements WorkspacePlace {}

    /** A rehearsal: reads fall through to the folder, writes do not. */
    record Copy(Path over) implements WorkspacePlace {}
}

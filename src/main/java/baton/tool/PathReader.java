package baton.tool;

import java.util.Optional;

/**
 * Reads the paths of tool calls. An absolute path that begins with the workspace's own folder means what it says, since commands
 * print such paths; any other leading slash means the workspace root.
 */
record PathReader(Optional<String> folder) {

    static PathReader of(Workspace workspace) {
        return new PathReader(switch (workspace.commandPlace()) {
            case Workspace.CommandPlace.Folder(var path) -> Optional.of(path.toString());
            case Workspace.CommandPlace.Nowhere _ -> Optional.empty();
        });
    }

    WorkspacePath parse(String text) throws Refused {
        if (folder.isPresent() && text.equals(folder.get())) {
            return WorkspacePath.ROOT;
        }
        boolean within = folder.isPresent() && folder.get().length() > 1 && text.startsWith(folder.get() + "/");
        return WorkspacePath.parse(within ? text.substring(folder.get().length() + 1) : text);
    }
}

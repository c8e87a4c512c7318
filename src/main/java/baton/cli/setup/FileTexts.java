package baton.cli.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files as agents of a session read them: what a rehearsal wrote beside the session comes first.
 *
 * @param folder the workspace
 */
public record FileTexts(SideFolders side, Path folder) {

    public static FileTexts of(SideFolders side, WorkspacePlace place) {
        return new FileTexts(side, switch (place) {
            case WorkspacePlace.Copy(Path over) -> over;
            case WorkspacePlace.Folder(Path own, var mode) -> own;
        });
    }

    /** The whole text; empty where there is none, it cannot be read, or the path leads elsewhere. */
    public Optional<String> text(String path) {
        for (Path place : List.of(side.files(), folder)) {
            Path found = place.resolve(path).normalize();
            if (found.startsWith(place) && Files.isRegularFile(found)) {
                try {
                    return Optional.of(Files.readString(found));
                } catch (IOException unreadable) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}

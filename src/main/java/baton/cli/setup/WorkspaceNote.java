package baton.cli.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Remembers beside a session in which folder it works, so that a resume from elsewhere finds it. */
public final class WorkspaceNote {
    private static final String FILE = "workspace";

    private WorkspaceNote() {}

    public static void write(SideFolders side, WorkspacePlace place) throws IOException {
        Path folder = switch (place) {
            case WorkspacePlace.Copy(Path over) -> over;
            case WorkspacePlace.Folder(Path own, var mode) -> own;
        };
        Files.createDirectories(side.scratch());
        Files.writeString(side.scratch().resolve(FILE), folder.toAbsolutePath().toString());
    }

    /** The folder; empty where nothing usable is noted or it is not there any more. */
    public static Optional<Path> read(SideFolders side) {
        try {
            Path folder = Path.of(Files.readString(side.scratch().resolve(FILE)));
            return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
        } catch (IOException | InvalidPathException unusable) {
            return Optional.empty();
        }
    }
}

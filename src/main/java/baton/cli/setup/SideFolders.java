package baton.cli.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;

import baton.runtime.ControlPlace;

/**
 * The folders beside a session's file.
 *
 * @param sessions the folder with all sessions, which no agent may see
 * @param files what a rehearsal writes instead of the person's own files
 * @param scratch what the tools keep for themselves
 * @param live what is there only while a process works on the session
 */
public record SideFolders(Path sessions, Path files, Path scratch, Path live) {
    /** What the name of a session's file ends with. */
    public static final String SUFFIX = ".db";

    /** Beside the file, wherever it lies. */
    public static SideFolders of(Path file) {
        return of(file.resolveSibling(""), nameOf(file));
    }

    /** The session's name, as its file has it. */
    public static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /** Of a session in this folder, whose file need not be there yet. */
    public static SideFolders of(Path sessions, String session) {
        return new SideFolders(sessions, sessions.resolve(session + ".files"), sessions.resolve(session + ".scratch"),
                sessions.resolve(session + ".live"));
    }

    /** Where other terminals reach the process that works on the session. */
    public ControlPlace control() {
        return new ControlPlace(live);
    }

    /** Removes all with everything in them; links are removed, never followed. */
    public void delete() throws IOException {
        delete(files);
        delete(scratch);
        control().clear();
        delete(live);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

package baton.tool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files agents see: a person's folder, or a copy-on-write view of it. May be used by many threads at once.
 *
 * <p>No operation follows a link, and none looks first and opens later: what was opened is what is judged.
 */
public interface Workspace extends AutoCloseable {
    /** The longest file whose bytes are read at all, for hashing. */
    long HASH_BYTES_MAX = 512L * 1024 * 1024;

    /** What stands at the path; empty where nothing does. A link in the middle of the path is refused. */
    Optional<Entry> look(WorkspacePath path) throws IOException, Refused;

    /** What a folder holds, by name. */
    List<Entry> list(WorkspacePath folder) throws IOException, Refused;

    /** Reads a regular file with one name; keeps its first {@code bytesMax} bytes and hashes all of it. */
    FileBytes read(WorkspacePath path, long bytesMax) throws IOException, Refused;

    /**
     * Replaces a file as a whole, or creates it with the folders it needs.
     *
     * <p>The new content appears at once or not at all. Between the last look at the old content and the replacement lies
     * one system call; a stranger's write in that instant is the only one that could be missed.
     *
     * @param expectedSha256 what the caller saw; empty for "nothing there"
     * @param key the same for every try of one write, so that a try that was killed leaves nothing behind
     * @throws Refused.Conflict where something else is there
     */
    void write(OwnedPath path, byte[] content, String expectedSha256, String key) throws IOException, Refused;

    /** Removes a file with this content. */
    void delete(OwnedPath path, String expectedSha256) throws IOException, Refused;

    /** Where commands may run. */
    CommandPlace commandPlace();

    @Override
    void close() throws IOException;

    /** What stands at a path. */
    enum Kind {
        FILE, FOLDER, LINK, OTHER
    }

    /**
     * One thing in a folder.
     *
     * @param bytes size of a file, else 0
     * @param stamp changes when the file is written or replaced; compares within one machine
     */
    record Entry(String name, Kind kind, long bytes, String stamp) {}

    /**
     * A file's content.
     *
     * @param bytes all of it, or its head where {@code size} is larger
     */
    @SuppressWarnings("ArrayRecordComponent")
    record FileBytes(byte[] bytes, long size, String sha256) {
        boolean isWhole() {
            return bytes.length == size;
        }
    }

    /** Whether commands may run here, and where. */
    sealed interface CommandPlace {
        record Folder(Path path) implements CommandPlace {}

        /** They may not. */
        record Nowhere(String reason) implements CommandPlace {}
    }
}

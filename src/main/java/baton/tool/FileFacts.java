package baton.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;

import baton.tool.Workspace.Entry;
import baton.tool.Workspace.Kind;

/** Turns what the file system says of a file into an {@link Entry}, for both kinds of handle. */
final class FileFacts {
    private FileFacts() {}

    static Entry entry(String name, BasicFileAttributes found) {
        Kind kind = found.isSymbolicLink()
                ? Kind.LINK
                : found.isDirectory() ? Kind.FOLDER : found.isRegularFile() ? Kind.FILE : Kind.OTHER;
        String stamp = found.fileKey() + " " + found.lastModifiedTime().toInstant() + " " + found.size();
        return new Entry(name, kind, kind == Kind.FILE ? found.size() : 0, stamp);
    }

    /**
     * Counts the names of the file that {@code seen} describes. The count is asked by path, which somebody could swap, so it only
     * holds for the very file that was seen through the handle; a different one is a conflict.
     */
    static int links(Path path, Entry seen) throws IOException, Refused {
        try {
            Map<String, Object> found = Files.readAttributes(path, "unix:nlink,fileKey,lastModifiedTime,size",
                    LinkOption.NOFOLLOW_LINKS);
            if (!seen.stamp().startsWith(Objects.toString(found.get("fileKey")) + " ")) {
                throw changed(seen.name());
            }
            return found.get("nlink") instanceof Integer count ? count : 1;
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return 1;
        } catch (NoSuchFileException e) {
            throw changed(seen.name());
        }
    }

    static Refused.Conflict changed(String name) {
        return new Refused.Conflict(Shown.quoted(name) + " changed while it was being opened; try again.");
    }

    static Refused notAFolder(String name, Kind kind) {
        return new Refused(Shown.quoted(name) + switch (kind) {
            case LINK -> " is a link; links are not followed.";
            case FILE, OTHER, FOLDER -> " is not a folder.";
        });
    }
}

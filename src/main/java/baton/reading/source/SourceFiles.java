package baton.reading.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files and streams to text, with every failure to read as a problem. */
public final class SourceFiles {

    private SourceFiles() {}

    /** Reads a file; no more than the size limit is ever held. */
    public static Read<SourceText> read(Path path, String name) {
        if (Files.isDirectory(path)) {
            return refused(name, "file-directory", "this is a folder", "Name a file in it.");
        }
        try (InputStream stream = Files.newInputStream(path)) {
            return read(stream, name);
        } catch (NoSuchFileException _) {
            return refused(name, "file-absent", "there is no such file", "Check the name and the folder you are in.");
        } catch (IOException failure) {
            return refused(name, "file-unreadable", "the file can't be read: " + why(failure),
                    "Check its permissions.");
        }
    }

    /** Why a file could not be used, in words; the system's own message is often the bare path. */
    public static String why(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }

    /** Reads a stream to its end or to just past the size limit, which is then refused. */
    public static Read<SourceText> read(InputStream stream, String name) throws IOException {
        return SourceText.decode(name, stream.readNBytes(SourceText.SIZE_BYTES_MAX + 1));
    }

    private static <T> Read<T> refused(String name, String code, String message, String hint) {
        var remarks = new Remarks(name);
        remarks.error(0, code, message, hint);
        return remarks.refused();
    }
}

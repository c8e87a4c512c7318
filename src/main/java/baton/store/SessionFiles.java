package baton.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;

/** The directory of sessions and the files in it, without ever looking into one. */
final class SessionFiles {
    /** Kinds of file system on which SQLite's log cannot be shared safely. */
    private static final Set<String> NETWORK = Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs",
            "afpfs", "ncpfs", "webdav", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.s3fs", "ceph",
            "fuse.glusterfs", "lustre", "gpfs");
    private static final List<String> PARTS = List.of("", "-wal", "-shm", "-journal", ".lock");
    private static final String PART = ".part";
    private static final long YOUNG_MS = 600_000;
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private SessionFiles() {}

    static void makeDirectory(Path directory) {
        try {
            Files.createDirectories(directory, permissions("rwx------"));
            refuseNetwork(directory, Files.getFileStore(directory).type());
        } catch (IOException e) {
            throw new StoreException(Kind.NO_PLACE,
                    "the directory for sessions, " + directory + ", cannot be made: " + why(e), e);
        }
    }

    static void refuseNetwork(Path directory, String fileSystem) {
        if (isNetwork(fileSystem)) {
            throw new StoreException(Kind.NO_PLACE, directory + " is on a network file system (" + fileSystem
                    + "), where a session could be damaged");
        }
    }

    static boolean isNetwork(String fileSystem) {
        return NETWORK.contains(fileSystem.toLowerCase(Locale.ROOT));
    }

    /** Why a file could not be made; the system's own message is often the bare path. */
    static String why(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "permission denied";
            case NotDirectoryException _,FileAlreadyExistsException _ -> "there is a file of that name";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }

    /** How far a session is open to others on the machine, as {@code rw-r--r--}; empty where it is not. */
    static Optional<String> openToOthers(Path file) {
        if (!POSIX) {
            return Optional.empty();
        }
        try {
            var permissions = Files.getPosixFilePermissions(file);
            boolean open = permissions.stream().anyMatch(one -> !one.name().startsWith("OWNER_"));
            return open ? Optional.of(PosixFilePermissions.toString(permissions)) : Optional.empty();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** Made before SQLite opens it, so that it, and the files SQLite puts beside it, are nobody else's to read. */
    static void makeFile(Path file) throws IOException {
        Files.createFile(file, permissions("rw-------"));
    }

    private static FileAttribute<?>[] permissions(String words) {
        return POSIX
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(words))}
                : new FileAttribute<?>[0];
    }

    /** The hidden file in which a session is made that shall be there at once or not at all. */
    static Path partOf(Path file) {
        return file.resolveSibling("." + SessionName.of(file) + PART);
    }

    /** Removes what killed processes left half made; what is young may be another process's that has not locked it yet. */
    static void clearParts(Path directory) {
        long before = System.currentTimeMillis() - YOUNG_MS;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(file -> file.toString().endsWith(PART)).toList()) {
                if (Files.getLastModifiedTime(file).toMillis() < before && !SessionLock.isHeld(file)) {
                    remove(file);
                }
            }
        } catch (IOException left) {
            // They take up room and nothing else.
        }
    }

    static void remove(Path file) throws IOException {
        for (String part : PARTS) {
            Files.deleteIfExists(file.resolveSibling((part.equals(".lock") ? SessionName.of(file) : file.getFileName())
                    + part));
        }
    }

    /** The session files of a directory, sorted by name; none where it is not there. */
    static List<Path> in(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SessionName.SUFFIX) && Files.isRegularFile(file))
                    .sorted().toList();
        } catch (IOException e) {
            throw new StoreException(Kind.BROKEN,
                    "the directory for sessions, " + directory + ", cannot be read: " + e.getMessage(), e);
        }
    }
}

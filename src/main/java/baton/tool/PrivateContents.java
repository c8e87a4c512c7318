package baton.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import baton.engine.Sha256;
import baton.runtime.Content;

/**
 * File contents by sha256 in a private folder beside the session: what was there before a command changed it, and what holds
 * secrets and so must not enter the session.
 */
public final class PrivateContents {
    static final long TOTAL_BYTES_MAX = 512L * 1024 * 1024;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final AtomicLong written = new AtomicLong();

    public PrivateContents(Path folder) {
        this.folder = folder;
    }

    /** Keeps the bytes; false where the bound is reached or the disk refuses, and they are then not kept. */
    boolean keep(String sha256, byte[] bytes) {
        Path file = folder.resolve(sha256);
        if (Files.isRegularFile(file)) {
            return true;
        }
        if (written.addAndGet(bytes.length) > TOTAL_BYTES_MAX) {
            written.addAndGet(-bytes.length);
            return false;
        }
        try {
            PrivateFolder.create(folder);
            Path made = folder.resolve(UUID.randomUUID() + ".tmp");
            Files.write(made, bytes);
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The bytes, if they are here and still what their name says. */
    public Optional<byte[]> find(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(sha256));
            return Sha256.of(bytes).equals(sha256) ? Optional.of(bytes) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Makes folders that only we may enter. */
    static final class PrivateFolder {
        private PrivateFolder() {}

        static Path create(Path folder) throws IOException {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return folder;
        }
    }
}

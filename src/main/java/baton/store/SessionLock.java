package baton.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The sign that a process writes a session: a lock on {@code NAME.lock}, which the system drops when the process ends.
 *
 * <p>The file stays afterwards; removing it would let two processes hold locks on two files of one name.
 */
final class SessionLock implements AutoCloseable {
    /**
     * Locks of this process. They belong to the process as a whole: opening and closing a locked file a second time would
     * drop its lock, so the file must not even be looked at.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();
    /** Somebody who only looks whether a session runs holds the lock for a moment. */
    private static final int TRIES_MAX = 5;
    private static final long BETWEEN_TRIES_MS = 30;
    private static final int NOTE_BYTES_MAX = 200;

    private final Path file;
    private final FileChannel channel;

    private SessionLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static SessionLock acquire(Path session) {
        Path file = lockFile(session);
        if (!HELD_HERE.add(file)) {
            throw new StoreException(Kind.LOCKED, name(session) + " is already open in this process");
        }
        try {
            return locked(file, session);
        } catch (IOException e) {
            HELD_HERE.remove(file);
            throw new StoreException(Kind.NO_PLACE, "cannot lock " + name(session) + ": " + SessionFiles.why(e), e);
        } catch (RuntimeException e) {
            HELD_HERE.remove(file);
            throw e;
        }
    }

    private static SessionLock locked(Path file, Path session) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            if (tried(channel).isEmpty()) {
                throw new StoreException(Kind.LOCKED, name(session) + " is in use by " + owner(channel));
            }
            note(channel);
            return new SessionLock(file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static Optional<FileLock> tried(FileChannel channel) throws IOException {
        @Nullable
        FileLock lock = channel.tryLock();
        for (int tries = 1; lock == null && tries < TRIES_MAX; tries++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_TRIES_MS));
            lock = channel.tryLock();
        }
        return Optional.ofNullable(lock);
    }

    private static void note(FileChannel channel) throws IOException {
        channel.truncate(0);
        String note = "process " + ProcessHandle.current().pid() + " since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
        channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String owner(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(NOTE_BYTES_MAX);
        channel.read(bytes, 0);
        String note = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
        return note.isEmpty() ? "another process" : note;
    }

    /** True where some process, this one included, writes the session. */
    static boolean isHeld(Path session) {
        Path file = lockFile(session);
        if (HELD_HERE.contains(file)) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (IOException e) {
            // Whoever may not open the lock cannot write the session either; it is said when they try.
            return false;
        }
    }

    /** Puts a new lock file in the place of one that a frozen process holds; the epoch keeps that process out. */
    static void takeAway(Path session) throws IOException {
        Files.deleteIfExists(lockFile(session));
    }

    static Path lockFile(Path session) {
        String name = name(session) + ".lock";
        Path parent = session.toAbsolutePath().normalize().getParent();
        try {
            return (parent == null ? Path.of("/") : parent.toRealPath()).resolve(name);
        } catch (IOException e) {
            return session.toAbsolutePath().normalize().resolveSibling(name);
        }
    }

    private static String name(Path session) {
        return SessionName.of(session);
    }

    @Override
    public void close() {
        try (channel) {
            if (channel.isOpen()) {
                channel.truncate(0);
            }
        } catch (IOException e) {
            throw new StoreException(Kind.BROKEN, "cannot release " + file + ": " + e.getMessage(), e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}

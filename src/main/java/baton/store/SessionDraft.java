package baton.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import baton.runtime.EventStore;
import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;

/**
 * A session in the making, which no list shows: all of it becomes a session at once, or nothing does.
 *
 * <p>A process that is killed before leaves a hidden file, which the next draft in the directory clears away.
 */
public final class SessionDraft implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final SqliteEventStore store;
    private boolean kept;

    SessionDraft(Path file, Path part, SqliteEventStore store) {
        this.file = file;
        this.part = part;
        this.store = store;
    }

    /** The name it will have. */
    public String name() {
        return SessionName.of(file);
    }

    /** The file it will be. */
    public Path file() {
        return file;
    }

    /** What it holds so far; usable until {@link #keep}. */
    public EventStore store() {
        return store;
    }

    SqliteEventStore records() {
        return store;
    }

    /** Makes it a session; from now on it can be opened, listed and deleted as any other. */
    public void keep() {
        store.close();
        try {
            if (Files.exists(Database.beside(part, "-wal"))) {
                throw new StoreException(Kind.BROKEN, "session " + name() + " could not be completed: its log is open");
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            kept = true;
            Files.deleteIfExists(SessionLock.lockFile(part));
        } catch (IOException e) {
            throw new StoreException(Kind.BROKEN, "session " + name() + " cannot be made: " + SessionFiles.why(e), e);
        }
    }

    /** Leaves nothing behind unless it was kept. */
    @Override
    public void close() {
        if (kept) {
            return;
        }
        store.close();
        try {
            SessionFiles.remove(part);
        } catch (IOException left) {
            // A hidden file that nobody reads; the next draft clears it away.
        }
    }
}

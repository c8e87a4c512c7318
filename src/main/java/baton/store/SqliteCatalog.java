package baton.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import baton.runtime.EventStore;
import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;
import baton.runtime.SessionCatalog;
import baton.runtime.SessionRecord;

/** The sessions of one directory as SQLite files, and the shipped examples beside them. Any thread may use it. */
public final class SqliteCatalog implements SessionCatalog {
    private final Path directory;
    private final List<Path> examples;
    private final NewSessionFiles newFiles;
    private final Rows rows = new Rows();

    /**
     * Neither the directory nor those of the examples need exist.
     *
     * @param examples directories whose sessions are shipped: listed, never written, never {@code last}
     */
    public SqliteCatalog(Path directory, List<Path> examples) {
        this.directory = directory.toAbsolutePath().normalize();
        this.newFiles = new NewSessionFiles(this.directory);
        this.examples = examples.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    }

    @Override
    public EventStore create(String title, long atMs) {
        return createStore(title, atMs);
    }

    SqliteEventStore createStore(String title, long atMs) {
        Path file = newFiles.make(title, atMs);
        try {
            return open(file, SessionLock.acquire(file), title, atMs);
        } catch (StoreException e) {
            NewSessionFiles.removeQuietly(file, e);
            throw e;
        }
    }

    private SqliteEventStore open(Path file, SessionLock lock, String title, long atMs) {
        String name = SessionName.of(file);
        try {
            Connection connection = Database.toWrite(file);
            try {
                Schema.bringUpToDate(connection);
                Meta.first(connection, title, atMs);
                return new SqliteEventStore(file, lock, connection, Meta.nextEpoch(connection), rows);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            lock.close();
            throw SqliteFaults.translate(name, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public EventStore openToWrite(Path file) {
        return openStore(file);
    }

    SqliteEventStore openStore(Path file) {
        mustExist(file);
        refuseExample(file);
        SessionFiles.refuseNetwork(file, SqliteCatalog.fileSystemOf(file));
        return reopen(file, SessionLock.acquire(file));
    }

    private static String fileSystemOf(Path file) {
        try {
            return Files.getFileStore(file).type();
        } catch (IOException e) {
            throw new StoreException(Kind.BROKEN, file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** True while some process, this one included, works on the session. */
    public boolean isAtWork(Path file) {
        return SessionLock.isHeld(file);
    }

    /**
     * Opens a session whose owner is alive but frozen. The owner keeps nothing it writes from now on: its next append ends
     * with {@link Kind#TAKEN_OVER}.
     */
    public EventStore takeOver(Path file) {
        mustExist(file);
        try {
            SessionLock.takeAway(file);
        } catch (IOException e) {
            throw new StoreException(Kind.BROKEN, "cannot take " + file + " over: " + e.getMessage(), e);
        }
        return openStore(file);
    }

    private SqliteEventStore reopen(Path file, SessionLock lock) {
        String name = SessionName.of(file);
        try {
            // A file that is not ours must not be changed, so it is looked at before it is opened to write.
            try (Connection look = Database.toRead(file)) {
                Schema.check(look, name);
                if (Meta.isExample(look)) {
                    throw new StoreException(Kind.NOT_OURS, name + " is a shipped example and is never written");
                }
            }
            Connection connection = Database.toWrite(file);
            try {
                Schema.check(connection, name);
                Schema.bringUpToDate(connection);
                var store = new SqliteEventStore(file, lock, connection, Meta.nextEpoch(connection), rows);
                checkTail(store);
                return store;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            lock.close();
            throw SqliteFaults.translate(name, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void checkTail(SqliteEventStore store) {
        var reader = store.reader();
        long events = reader.number("SELECT count(*) FROM event");
        long last = reader.lastSeq();
        if (events != last) {
            reader.close();
            throw new StoreException(Kind.DAMAGED,
                    "session " + store.name() + " has " + events + " events, but the last is number " + last);
        }
    }

    @Override
    public SessionRecord openToRead(Path file) {
        return openReader(file);
    }

    RecordReader openReader(Path file) {
        mustExist(file);
        String name = SessionName.of(file);
        return SqliteFaults.translated(name, () -> {
            Connection connection = isExamplePath(file) ? Database.immutable(file) : Database.toRead(file);
            try {
                Schema.check(connection, name);
                return new RecordReader(name, connection, rows);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        });
    }

    private static void mustExist(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StoreException(Kind.NOT_OURS, "there is no session " + file);
        }
    }

    private boolean isExamplePath(Path file) {
        Path full = file.toAbsolutePath().normalize();
        return examples.stream().anyMatch(full::startsWith);
    }

    /**
     * How far a session is open to others on the machine, as {@code rw-r--r--}; empty where only its owner may read it, and
     * for shipped examples, which hold nobody's secrets.
     */
    public Optional<String> openToOthers(Path file) {
        var open = isExamplePath(file) ? Optional.<String>empty() : SessionFiles.openToOthers(file);
        return open.isPresent() && isMarkedExample(file) ? Optional.empty() : open;
    }

    private boolean isMarkedExample(Path file) {
        try (var reader = openReader(file)) {
            return Meta.isMarkedExample(reader);
        } catch (StoreException unreadable) {
            return false;
        }
    }

    @Override
    public Found find(String session) {
        return new SessionSearch(directory, examples, this::list).find(session);
    }

    @Override
    public List<Listing> list() {
        return files().stream().map(this::listing)
                .sorted(Comparator.comparingLong(Listing::startedAtMs).reversed().thenComparing(Listing::name))
                .toList();
    }

    private List<Path> files() {
        return Stream.concat(Stream.of(directory), examples.stream()).distinct()
                .flatMap(place -> SessionFiles.in(place).stream()).toList();
    }

    private Listing listing(Path file) {
        try (var reader = openReader(file)) {
            return Meta.listing(file, reader, isExamplePath(file));
        } catch (StoreException e) {
            return new Listing(file, SessionName.of(file), "", 0, "", 0, "", false, isExamplePath(file), "",
                    Optional.ofNullable(e.getMessage()).orElse("cannot be read"));
        }
    }

    /**
     * Finds facts by words in all sessions, those at work and the shipped ones included.
     *
     * @param words each must be in the fact; one with spaces is a phrase, one that ends with {@code *} a beginning
     * @param max most hits to return
     * @throws IllegalArgumentException where no word holds a letter or digit
     */
    public SearchResult search(List<String> words, int max) {
        String query = SearchQuery.of(words);
        if (query.isEmpty()) {
            throw new IllegalArgumentException("there is no word to search for");
        }
        try (var index = SearchIndex.open(directory)) {
            return new WordSearch(list(), listing -> openReader(listing.file())).run(index, query, max);
        }
    }

    /** Also deletes a damaged session, and one from the future; never a file that is not a session, nor an example. */
    @Override
    public void delete(Path file) {
        mustExist(file);
        refuseExample(file);
        var lock = SessionLock.acquire(file);
        try {
            refuseForeign(file);
            SessionFiles.remove(file);
            SearchIndex.tidy(directory, files());
        } catch (IOException e) {
            throw new StoreException(Kind.BROKEN, file + " cannot be deleted: " + e.getMessage(), e);
        } finally {
            lock.close();
        }
    }

    private void refuseForeign(Path file) {
        try (var reader = openReader(file)) {
            reader.name();
        } catch (StoreException e) {
            if (e.kind() == Kind.NOT_OURS) {
                throw e;
            }
        }
    }

    private void refuseExample(Path file) {
        if (isExamplePath(file)) {
            throw new StoreException(Kind.NOT_OURS,
                    SessionName.of(file) + " is a shipped example and is never written");
        }
    }

    /**
     * Begins a session with the beginning of another one, which is only read and may be at work.
     *
     * @param seq the last event to take, which must be the last that its input led to
     * @throws StoreException with {@link Kind#DAMAGED} where a hash up to there does not fit
     */
    public SessionDraft draft(Path from, long seq, long atMs) {
        try (var reader = openReader(from)) {
            String title = reader.meta("title").orElse("");
            var draft = newDraft(newFiles.free(title, atMs), title, atMs);
            boolean complete = false;
            try {
                new SessionPrefix(reader, draft.records()).copy(seq);
                complete = true;
                return draft;
            } finally {
                if (!complete) {
                    draft.close();
                }
            }
        }
    }

    private SessionDraft newDraft(Path file, String title, long atMs) {
        Path part = SessionFiles.partOf(file);
        try {
            SessionFiles.makeFile(part);
            return new SessionDraft(file, part, open(part, SessionLock.acquire(part), title, atMs));
        } catch (IOException e) {
            throw new StoreException(Kind.NO_PLACE,
                    "no session can be made in " + directory + ": " + SessionFiles.why(e), e);
        } catch (StoreException e) {
            NewSessionFiles.removeQuietly(part, e);
            throw e;
        }
    }

    /**
     * Writes a complete copy that needs no file beside it, also while the session runs.
     *
     * @param example true for a copy to be shipped, which {@link #list()} then shows as an example wherever it lies
     * @throws StoreException where {@code target} is there already
     */
    public void copy(Path file, Path target, boolean example) {
        String name = SessionName.of(file);
        try {
            // Made before SQLite fills it, so that the copy is as private as the session.
            SessionFiles.makeFile(target);
        } catch (IOException e) {
            throw new StoreException(Kind.BROKEN, target + " cannot be made, or is there already", e);
        }
        try (var reader = openReader(file)) {
            reader.copyInto(target);
        }
        SqliteFaults.translated(name, () -> {
            try (var copy = Database.toWrite(target)) {
                Meta.put(copy, "example", Boolean.toString(example));
                Database.execute(copy, "PRAGMA journal_mode=DELETE");
                return true;
            }
        });
    }

    /**
     * Writes a session as JSON Lines that {@link #importJsonl} takes back to the same head hash.
     *
     * @throws IOException where {@code out} cannot be written
     */
    public void exportJsonl(Path file, Appendable out) throws IOException {
        try (var reader = openReader(file)) {
            new SessionExport(reader, out).write();
        }
    }

    /**
     * Makes a session of exported lines; nothing is left of it where they do not fit together.
     *
     * @return the new session's file
     * @throws IOException where {@code in} cannot be read
     * @throws StoreException with {@link Kind#NOT_OURS} where a line is none of an export, {@link Kind#DAMAGED} where a hash
     *     does not fit
     */
    public Path importJsonl(BufferedReader in) throws IOException {
        String first = Optional.ofNullable(in.readLine()).orElse("");
        var store = createStore(ExportTitle.of(first), ExportTitle.startedAtMs(first));
        Path file = directory.resolve(store.name() + SessionName.SUFFIX);
        boolean complete = false;
        try {
            new SessionImport(store).read(first, in);
            complete = true;
            return file;
        } finally {
            store.close();
            if (!complete) {
                SessionFiles.remove(file);
            }
        }
    }
}

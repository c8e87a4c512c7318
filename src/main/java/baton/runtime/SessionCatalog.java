package baton.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import baton.engine.Input.Stamped;

/** Port: the sessions of one directory. */
public interface SessionCatalog {
    /** A new, empty session whose name starts with the slug of {@code title}; the caller is its writer. */
    EventStore create(String title, long atMs);

    /**
     * Opens a session to go on with it; the caller becomes its writer.
     *
     * @throws EventStore.StoreException where somebody else writes it, or it is not a session of ours
     */
    EventStore openToWrite(Path file);

    /** Opens a session to read; shipped examples are opened as immutable. */
    SessionRecord openToRead(Path file);

    /** Finds by id, unique prefix, file or {@code last}; empty where nothing fits. */
    Found find(String session);

    /** Newest first. Files that cannot be read are listed with what is wrong. */
    List<Listing> list();

    void delete(Path file);

    /** Outcome of a search by name. */
    sealed interface Found {
        record One(Path file) implements Found {}

        record Nothing(List<String> nearest) implements Found {}

        record Several(List<String> names) implements Found {}
    }

    /**
     * One line of the list.
     *
     * @param status as in {@code session.result}, {@code running} where a process writes it, {@code unfinished} otherwise
     * @param origin the session it was forked from and the event, or empty
     * @param problem why it cannot be read, or empty
     */
    record Listing(Path file, String name, String title, long startedAtMs, String status, long events, String plan,
            boolean rehearsal, boolean example, String origin, String problem) {}

    /** The first input of a record, from which everything else follows. */
    static Optional<Stamped> opening(SessionRecord record) {
        try (var inputs = record.inputs(1)) {
            return inputs.findFirst();
        }
    }
}

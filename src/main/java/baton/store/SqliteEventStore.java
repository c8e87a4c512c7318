package baton.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import baton.engine.Input.Stamped;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent.PlanLoaded;
import baton.engine.fact.SessionEvent.SessionForked;
import baton.engine.fact.SessionEvent.SessionStarted;
import baton.runtime.Content;
import baton.runtime.EventStore;
import baton.store.GroupWriter.RowGroup;
import baton.wire.Encoded;
import baton.wire.StoredEvent;
import baton.wire.StoredInput;

/** One session's file, opened by its only writer. Reading goes through a second connection, opened when first needed. */
final class SqliteEventStore implements EventStore {
    private final Path file;
    private final String name;
    private final SessionLock lock;
    private final Connection connection;
    private final GroupWriter writer;
    private final Rows rows;
    private final ReentrantLock opening = new ReentrantLock();
    private Optional<RecordReader> reader = Optional.empty();
    private boolean closed;

    SqliteEventStore(Path file, SessionLock lock, Connection connection, String epoch, Rows rows) {
        this.file = file;
        this.name = SessionName.of(file);
        this.lock = lock;
        this.connection = connection;
        this.writer = new GroupWriter(name, connection, epoch);
        this.rows = rows;
    }

    @Override
    public void append(Group group) {
        List<Content> contents = new ArrayList<>(group.contents());
        List<StoredInput> inputs = new ArrayList<>();
        for (Stamped stamped : group.inputs()) {
            inputs.add(Rows.row(stamped, kept(rows.encode(stamped), contents)));
        }
        List<StoredEvent> events = new ArrayList<>();
        for (RecordedEvent recorded : group.events()) {
            events.add(Rows.row(recorded, kept(rows.encode(recorded), contents)));
        }
        appendRows(new RowGroup(inputs, events, group.chunks(), contents, meta(group.events())));
    }

    private static Encoded kept(Encoded encoded, List<Content> contents) {
        encoded.blobs().forEach(blob -> contents.add(new Content(blob.sha256(), blob.bytes())));
        return encoded;
    }

    /** What a list of sessions shows, so that it need not read the plan of each. */
    static Map<String, String> meta(List<RecordedEvent> events) {
        Map<String, String> meta = new LinkedHashMap<>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof SessionStarted started) {
                meta.put("mode", started.settings().mode().name().toLowerCase(Locale.ROOT));
            } else if (recorded.event() instanceof SessionForked forked) {
                meta.put("mode", forked.settings().mode().name().toLowerCase(Locale.ROOT));
                meta.put(Meta.ORIGIN, forked.origin().session() + " at " + forked.origin().seq());
            } else if (recorded.event() instanceof PlanLoaded loaded) {
                meta.put("plan", loaded.plan().name());
            }
        }
        return meta;
    }

    /** For import, where the bodies must stay as they are. */
    void appendRows(RowGroup group) {
        writer.write(group);
    }

    void putMeta(Map<String, String> meta) {
        if (!meta.isEmpty()) {
            appendRows(new RowGroup(List.of(), List.of(), List.of(), List.of(), meta));
        }
    }

    /** For tests: how large the file may become. */
    void limitPages(long pagesMax) {
        SqliteFaults.translated(name, () -> {
            Database.execute(connection, "PRAGMA max_page_count=" + pagesMax);
            return pagesMax;
        });
    }

    long pages() {
        return SqliteFaults.translated(name, () -> Database.number(connection, "PRAGMA page_count"));
    }

    RecordReader reader() {
        opening.lock();
        try {
            if (closed) {
                throw new StoreException(StoreException.Kind.BROKEN, "session " + name + " is closed");
            }
            if (reader.isEmpty()) {
                reader = Optional.of(SqliteFaults.translated(name,
                        () -> new RecordReader(name, Database.toRead(file), rows)));
            }
            return reader.get();
        } finally {
            opening.unlock();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Stream<RecordedEvent> events(long from, long to) {
        return reader().events(from, to);
    }

    @Override
    public Stream<Stamped> inputs(long from) {
        return reader().inputs(from);
    }

    @Override
    public List<Chunk> chunks(String turn) {
        return reader().chunks(turn);
    }

    @Override
    public Optional<Content> content(String sha256) {
        return reader().content(sha256);
    }

    @Override
    public Optional<Damage> findDamage() {
        return reader().findDamage();
    }

    @Override
    public String headHash() {
        return reader().headHash();
    }

    @Override
    public String hashAt(long seq) {
        return reader().hashAt(seq);
    }

    /** The reader goes first, so that the writer is the last to leave and tidies the log away. Twice does no harm. */
    @Override
    public void close() {
        opening.lock();
        try (lock) {
            closed = true;
            reader.ifPresent(RecordReader::close);
            connection.close();
        } catch (SQLException e) {
            throw SqliteFaults.translate(name, e);
        } finally {
            opening.unlock();
        }
    }
}

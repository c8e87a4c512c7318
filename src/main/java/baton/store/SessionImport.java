package baton.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import baton.engine.fact.RecordedEvent;
import baton.runtime.Content;
import baton.runtime.EventStore.Chunk;
import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;
import baton.store.GroupWriter.RowGroup;
import baton.wire.ExportCodec;
import baton.wire.ExportLine;
import baton.wire.ExportLine.OfChunk;
import baton.wire.ExportLine.OfContent;
import baton.wire.ExportLine.OfEnd;
import baton.wire.ExportLine.OfEvent;
import baton.wire.ExportLine.OfInput;
import baton.wire.StoredEvent;
import baton.wire.StoredInput;
import baton.wire.WireException;
import org.jspecify.annotations.Nullable;

/** Puts exported lines into an empty session, checking every hash on the way, and that none is missing; not for use twice. */
final class SessionImport {
    private static final int GROUP_LINES_MAX = 500;
    /** More than the longest line we write; a file without line ends must not fill the memory. */
    private static final int LINE_CHARS_MAX = 64_000_000;

    private final SqliteEventStore store;
    private final List<StoredInput> inputs = new ArrayList<>();
    private final List<StoredInput> trailing = new ArrayList<>();
    private final List<StoredEvent> events = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();
    private final List<Content> contents = new ArrayList<>();
    /** By number of the event: the hash of the data shown beside its body. */
    private final Map<Long, String> shown = new TreeMap<>();
    private final Counted found = new Counted();
    private Optional<OfEnd> promised = Optional.empty();
    private long lines;

    SessionImport(SqliteEventStore store) {
        this.store = store;
    }

    /** The first line was read already, to name the session. */
    void read(String first, BufferedReader in) throws IOException {
        String line = first;
        while (line != null) {
            lines++;
            if (!line.isBlank()) {
                take(line);
            }
            line = in.readLine();
        }
        flush();
        inputs.addAll(trailing);
        flush();
        checkWhole();
        check();
    }

    /** A file that was cut short fits together as far as it goes; only what it says of its own end tells. */
    private void checkWhole() {
        var said = promised.orElseThrow(() -> new StoreException(Kind.NOT_OURS,
                "the line record.end is missing, so lines are missing before it"));
        var there = found.end(store.headHash());
        if (!there.equals(said)) {
            throw new StoreException(Kind.DAMAGED, "it is not whole: " + Counted.words(there) + " are there, "
                    + Counted.words(said) + " were written");
        }
    }

    private void take(String line) {
        if (line.length() > LINE_CHARS_MAX) {
            throw refused("the line is too long", null);
        }
        try {
            add(ExportCodec.read(line));
        } catch (WireException e) {
            throw refused(String.valueOf(e.getMessage()), e);
        }
        if (lines % GROUP_LINES_MAX == 0) {
            flush();
        }
    }

    private StoreException refused(String why, @Nullable Throwable cause) {
        String message = "line " + lines + ": " + why;
        return cause == null
                ? new StoreException(Kind.NOT_OURS, message)
                : new StoreException(Kind.NOT_OURS, message, cause);
    }

    private void add(ExportLine line) {
        switch (line) {
            case OfEvent(var event, var caused, var shownSha256) -> {
                inputs.addAll(caused);
                events.add(event);
                found.events(1, caused.size());
                if (!shownSha256.isEmpty()) {
                    shown.put(event.seq(), shownSha256);
                }
            }
            case OfInput(var input) -> {
                trailing.add(input);
                found.events(0, 1);
            }
            case OfContent(var content) -> {
                contents.add(new Content(content.sha256(), content.bytes()));
                found.contents++;
            }
            case OfChunk(var turn, var ordinal, var atMs, var afterSeq, var text) -> {
                chunks.add(new Chunk(turn, ordinal, atMs, afterSeq, text));
                found.chunks++;
            }
            case OfEnd said -> promise(said);
        }
    }

    private void promise(OfEnd said) {
        if (promised.isPresent()) {
            throw refused("it has a second line record.end", null);
        }
        promised = Optional.of(said);
    }

    private void flush() {
        try {
            store.appendRows(new RowGroup(inputs, events, chunks, contents, Map.of()));
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()), e);
        }
        inputs.clear();
        events.clear();
        chunks.clear();
        contents.clear();
    }

    /** Every value must be one this program can read, and every long text must have come along. */
    private void check() {
        store.findDamage().ifPresent(damage -> {
            throw new StoreException(Kind.DAMAGED, damage.message());
        });
        try (var values = store.inputs(1)) {
            values.forEach(Objects::requireNonNull);
        }
        var codec = new ExportCodec(store.name());
        try (var values = store.events(1, Long.MAX_VALUE)) {
            values.forEach(recorded -> {
                checkShown(recorded, codec);
                store.putMeta(SqliteEventStore.meta(List.of(recorded)));
            });
        }
    }

    /** What people read beside the stored body is under no hash of its own. */
    private void checkShown(RecordedEvent recorded, ExportCodec codec) {
        var sha256 = shown.get(recorded.seq());
        if (sha256 != null && !codec.isShown(recorded, sha256)) {
            throw new StoreException(Kind.DAMAGED, "event " + recorded.seq()
                    + ": its \"data\" is not what its stored \"body\" says");
        }
    }

    /** How much has come so far. */
    private static final class Counted {
        private long events;
        private long inputs;
        private long contents;
        private long chunks;

        void events(long more, long inputsMore) {
            events += more;
            inputs += inputsMore;
        }

        OfEnd end(String hash) {
            return new OfEnd(events, inputs, contents, chunks, hash);
        }

        static String words(OfEnd end) {
            return end.events() + " events, " + end.inputs() + " inputs, " + end.contents() + " kept contents and "
                    + end.chunks() + " pieces of streamed text";
        }
    }
}

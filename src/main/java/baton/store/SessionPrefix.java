package baton.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import baton.engine.Sha256;
import baton.runtime.Content;
import baton.runtime.EventStore.Chunk;
import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;
import baton.store.GroupWriter.RowGroup;
import baton.wire.StoredEvent;
import baton.wire.StoredInput;

/**
 * Puts the beginning of a record into an empty one, byte for byte, so that both have the same hash at its end.
 *
 * <p>Every hash is computed again on the way. Of kept contents and streamed text comes along what the beginning names or holds.
 * Not for use twice.
 */
final class SessionPrefix {
    private static final int GROUP_ROWS_MAX = 500;
    private static final long GROUP_BYTES_MAX = 8_000_000;
    private static final int SHA256_CHARS = 64;

    private final RecordReader from;
    private final SqliteEventStore to;
    private final Set<String> known;
    private final List<StoredInput> inputs = new ArrayList<>();
    private final List<StoredEvent> events = new ArrayList<>();
    private final List<Content> contents = new ArrayList<>();
    private final Map<String, String> meta = new LinkedHashMap<>();
    private long contentBytes;

    SessionPrefix(RecordReader from, SqliteEventStore to) {
        this.from = from;
        this.to = to;
        this.known = new HashSet<>(from.blobNames());
    }

    /** Up to the event {@code seq}, which must be the last that its input led to. */
    void copy(long seq) {
        try (var eventRows = from.eventRows(1, seq); var inputRows = from.inputRows(1)) {
            var given = inputRows.iterator();
            long n = 0;
            for (var facts = eventRows.iterator(); facts.hasNext();) {
                var event = facts.next();
                for (; n < event.n() && given.hasNext(); n++) {
                    add(given.next());
                }
                add(event);
            }
        }
        flush();
        copyChunks(seq);
    }

    private void add(StoredInput input) {
        inputs.add(input);
        takeContents(input.body());
    }

    private void add(StoredEvent event) {
        events.add(event);
        takeContents(event.body());
        if (event.type().startsWith("session.") || event.type().startsWith("plan.")) {
            meta.putAll(SqliteEventStore.meta(List.of(from.recorded(event))));
        }
        if (events.size() >= GROUP_ROWS_MAX || contentBytes >= GROUP_BYTES_MAX) {
            flush();
        }
    }

    /** A text kept apart, and a file's content, are both named by their sha256. */
    private void takeContents(byte[] body) {
        int run = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i < body.length && isHex(body[i])) {
                run++;
            } else {
                if (run == SHA256_CHARS) {
                    take(new String(body, i - SHA256_CHARS, SHA256_CHARS, StandardCharsets.US_ASCII));
                }
                run = 0;
            }
        }
    }

    private static boolean isHex(byte value) {
        return (value >= '0' && value <= '9') || (value >= 'a' && value <= 'f');
    }

    private void take(String sha256) {
        if (!known.remove(sha256)) {
            return;
        }
        var content = from.content(sha256).filter(kept -> Sha256.of(kept.bytes()).equals(sha256)).orElseThrow(
                () -> new StoreException(Kind.DAMAGED, "kept content " + sha256 + " has been changed"));
        contents.add(content);
        contentBytes += content.bytes().length;
    }

    private void flush() {
        to.appendRows(new RowGroup(inputs, events, List.of(), contents, meta));
        inputs.clear();
        events.clear();
        contents.clear();
        meta.clear();
        contentBytes = 0;
    }

    /** Text of a turn that was not complete then is kept as far as it had come, as after a crash. */
    private void copyChunks(long seq) {
        var chunks = from.chunksAfter("", 0);
        while (!chunks.isEmpty()) {
            List<Chunk> before = chunks.stream().filter(chunk -> chunk.afterSeq() < seq).toList();
            to.appendRows(new RowGroup(List.of(), List.of(), before, List.of(), Map.of()));
            chunks = from.chunksAfter(chunks.getLast().turn(), chunks.getLast().ordinal());
        }
    }
}

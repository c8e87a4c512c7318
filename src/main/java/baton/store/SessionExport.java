package baton.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import baton.runtime.Content;
import baton.runtime.EventStore.Chunk;
import baton.wire.Blob;
import baton.wire.ExportCodec;
import baton.wire.ExportLine.OfChunk;
import baton.wire.ExportLine.OfEnd;
import baton.wire.StoredEvent;
import baton.wire.StoredInput;

/** Writes a whole record as lines; the first is the first event's and the last the last event's. Not for use twice. */
final class SessionExport {
    private final RecordReader reader;
    private final ExportCodec codec;
    private final Appendable out;
    private long inputCount;

    SessionExport(RecordReader reader, Appendable out) {
        this.reader = reader;
        this.codec = new ExportCodec(reader.name());
        this.out = out;
    }

    void write() throws IOException {
        long last = reader.lastSeq();
        try (var events = reader.eventRows(1, last); var inputs = reader.inputRows(1)) {
            var inputRows = inputs.iterator();
            var eventRows = events.iterator();
            long n = 0;
            while (eventRows.hasNext()) {
                StoredEvent event = eventRows.next();
                var caused = take(event.n() - n, inputRows);
                n = Math.max(n, event.n());
                if (event.seq() == last) {
                    writeRest(inputRows, event);
                }
                line(codec.line(reader.recorded(event), event, caused));
            }
        }
    }

    private List<StoredInput> take(long count, Iterator<StoredInput> rows) {
        List<StoredInput> taken = new ArrayList<>();
        while (taken.size() < count && rows.hasNext()) {
            taken.add(rows.next());
        }
        inputCount += taken.size();
        return taken;
    }

    private void writeRest(Iterator<StoredInput> inputs, StoredEvent last) throws IOException {
        long contents = writeContents();
        long chunks = writeChunks();
        while (inputs.hasNext()) {
            line(codec.line(inputs.next()));
            inputCount++;
        }
        line(codec.line(new OfEnd(last.seq(), inputCount, contents, chunks, last.hash())));
    }

    private long writeContents() throws IOException {
        long count = 0;
        for (String sha256 : reader.blobNames()) {
            var content = reader.content(sha256);
            if (content.isPresent()) {
                line(codec.line(blob(content.get())));
                count++;
            }
        }
        return count;
    }

    private long writeChunks() throws IOException {
        long count = 0;
        var chunks = reader.chunksAfter("", 0);
        while (!chunks.isEmpty()) {
            for (Chunk chunk : chunks) {
                line(codec.line(
                        new OfChunk(chunk.turn(), chunk.ordinal(), chunk.atMs(), chunk.afterSeq(), chunk.text())));
            }
            count += chunks.size();
            chunks = reader.chunksAfter(chunks.getLast().turn(), chunks.getLast().ordinal());
        }
        return count;
    }

    private static Blob blob(Content content) {
        return new Blob(content.sha256(), content.bytes());
    }

    private void line(String line) throws IOException {
        out.append(line).append('\n');
    }
}

package baton.wire;

import java.util.List;

/** What one line of an exported session holds. */
public sealed interface ExportLine {
    /** An event line, with the inputs since the event before. */
    record OfEvent(StoredEvent event, List<StoredInput> inputs) implements ExportLine {
        public OfEvent {
            inputs = List.copyOf(inputs);
        }
    }

    /** An input after the last event. */
    record OfInput(StoredInput input) implements ExportLine {}

    /** Bytes kept with the session. */
    record OfContent(Blob content) implements ExportLine {}

    /** Streamed text of a turn. */
    record OfChunk(String turn, int ordinal, long atMs, long afterSeq, String text) implements ExportLine {}
}

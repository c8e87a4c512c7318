package baton.wire;

import java.util.List;

/** What one line of an exported session holds. */
public sealed interface ExportLine {
    /**
     * An event line, with the inputs since the event before.
     *
     * @param shownSha256 of the {@code data} that stood beside the stored body, for {@link ExportCodec#isShown}; empty where
     *     the body is all there is
     */
    record OfEvent(StoredEvent event, List<StoredInput> inputs, String shownSha256) implements ExportLine {
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

    /**
     * How much an export holds, so that one that lost lines is told from a whole one; stands before the last event.
     *
     * @param hash of the last event
     */
    record OfEnd(long events, long inputs, long contents, long chunks, String hash) implements ExportLine {}
}

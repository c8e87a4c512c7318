package baton.wire;

import java.util.List;

/**
 * A value in its canonical stored form.
 *
 * @param type the stored, dotted name
 * @param body canonical JSON as UTF-8; hashes are computed over exactly these bytes
 * @param blobs long texts that the body only refers to
 */
@SuppressWarnings("ArrayRecordComponent")
public record Encoded(String type, int version, byte[] body, List<Blob> blobs) {
    public Encoded {
        blobs = List.copyOf(blobs);
    }
}

package baton.wire;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Any of our records as one line of JSON, for commands that list or show: keys sorted, words in lower case with hyphens.
 *
 * <p>Takes records whose components are texts, numbers, flags, words, lists, optionals and such records. Any thread may
 * use it.
 */
public final class RecordJson {
    private final Shapes shapes = new Shapes();

    /**
     * One object.
     *
     * @throws IllegalArgumentException for a record with a component of another type
     */
    public String of(Record value) {
        return JsonText.write(out -> write(value, out));
    }

    /** The same as event lines have it: money in dollars under {@code …Usd}, left out beside {@code costKnown} false. */
    public String forReaders(Record value) {
        return LineWriter.forReaders(of(value));
    }

    /** A list of objects. */
    public String of(List<? extends Record> values) {
        return JsonText.write(out -> {
            out.writeStartArray();
            for (Record value : values) {
                write(value, out);
            }
            out.writeEndArray();
        });
    }

    void write(Record value, JsonGenerator out) throws IOException {
        shapes.ofRecord(value.getClass()).write(value, out, Texts.inline());
    }
}

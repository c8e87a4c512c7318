package baton.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import baton.engine.WellFormed;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/** Writes texts into a body, and takes the long ones out where there is a list to put them. */
final class Texts {
    /** From this size on a text is kept apart, once however often it occurs. */
    static final int APART_BYTES_MIN = 16 * 1024;
    static final String BLOB = "$blob";
    private static final int UTF8_BYTES_PER_CHAR_MAX = 3;

    private final @Nullable List<Blob> apart;

    private Texts(@Nullable List<Blob> apart) {
        this.apart = apart;
    }

    static Texts inline() {
        return new Texts(null);
    }

    static Texts apart() {
        return new Texts(new ArrayList<>());
    }

    List<Blob> taken() {
        return apart == null ? List.of() : List.copyOf(apart);
    }

    void write(String raw, JsonGenerator out) throws IOException {
        String text = WellFormed.text(raw);
        if (apart == null || text.length() * (long) UTF8_BYTES_PER_CHAR_MAX < APART_BYTES_MIN) {
            out.writeString(text);
            return;
        }
        var blob = Blob.of(text);
        if (blob.bytes().length < APART_BYTES_MIN) {
            out.writeString(text);
            return;
        }
        apart.add(blob);
        out.writeStartObject();
        out.writeStringField(BLOB, blob.sha256());
        out.writeNumberField("bytes", blob.bytes().length);
        out.writeEndObject();
    }

    /** The parser stands on the opening brace of the reference and is left on its closing one. */
    static String readApart(JsonParser in, Blob.Source blobs) throws IOException {
        String sha256 = "";
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String key = in.currentName();
            in.nextToken();
            if (BLOB.equals(key)) {
                sha256 = in.getText();
            }
            in.skipChildren();
        }
        return new String(blobs.bytes(sha256), StandardCharsets.UTF_8);
    }
}

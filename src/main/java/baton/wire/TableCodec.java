package baton.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes and reads one closed family of records under its stored names. Any thread may use it. */
final class TableCodec {
    private final NameTable names;
    private final Shapes shapes;

    TableCodec(NameTable names, Shapes shapes) {
        this.names = names;
        this.shapes = shapes;
    }

    Encoded encode(Object value) {
        return encode(value, Texts.apart());
    }

    /** Canonical JSON with every text in its place; not what is hashed. */
    byte[] encodeWhole(Object value) {
        return encode(value, Texts.inline()).body();
    }

    private Encoded encode(Object value, Texts texts) {
        var named = names.of(value.getClass());
        var bytes = new ByteArrayOutputStream(256);
        try (var out = JsonText.FACTORY.createGenerator(bytes)) {
            shapes.ofRecord(named.type()).write(value, out, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Encoded(named.name(), named.version(), bytes.toByteArray(), texts.taken());
    }

    Object decode(String type, int version, byte[] body, Blob.Source blobs) {
        var named = names.of(type);
        if (version > named.version()) {
            throw new WireException(WireException.Kind.UNKNOWN, "this program knows \"" + type + "\" up to version "
                    + named.version() + ", not " + version);
        }
        try (var in = JsonText.FACTORY.createParser(body)) {
            in.nextToken();
            var value = shapes.ofRecord(named.type()).read(in, blobs);
            if (in.nextToken() != null) {
                throw Shape.unfit("the end of \"" + type + "\"", in);
            }
            return value;
        } catch (IOException e) {
            throw new WireException(WireException.Kind.MALFORMED, "\"" + type + "\" cannot be read: " + e.getMessage(),
                    e);
        }
    }

    /** Name, version and fields of every type, as the golden list has them. */
    List<String> golden() {
        return names.all().stream()
                .map(named -> named.name() + " " + named.version() + " " + shapes.ofRecord(named.type()).words())
                .toList();
    }
}

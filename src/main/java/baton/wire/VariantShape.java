package baton.wire;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * A choice of records as an object that says first which it is.
 *
 * <p>The key sorts before every component, so canonical order and reading in one pass go together, and no component can
 * be called the same.
 */
final class VariantShape implements Shape {
    static final String KIND = "$kind";

    private final NameTable names;
    private final Map<Class<?>, RecordShape> shapes = new LinkedHashMap<>();

    VariantShape(NameTable names, Shapes all) {
        this.names = names;
        for (var named : names.all()) {
            shapes.put(named.type(), all.ofRecord(named.type()));
        }
    }

    @Override
    public void write(Object value, JsonGenerator out, Texts texts) throws IOException {
        out.writeStartObject();
        out.writeStringField(KIND, names.of(value.getClass()).name());
        shapeOf(value.getClass()).writeFields(value, out, texts);
        out.writeEndObject();
    }

    @Override
    public Object read(JsonParser in, Blob.Source blobs) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT || !KIND.equals(in.nextFieldName())
                || in.nextToken() != JsonToken.VALUE_STRING) {
            throw Shape.unfit("an object that starts with " + KIND, in);
        }
        return shapeOf(names.of(in.getText()).type()).readFields(in, blobs);
    }

    private RecordShape shapeOf(Class<?> type) {
        var shape = shapes.get(type);
        if (shape == null) {
            throw new IllegalArgumentException("no stored name for " + type);
        }
        return shape;
    }

    @Override
    public Object absent() {
        throw new WireException(WireException.Kind.MALFORMED, KIND + " is missing");
    }

    @Override
    public String words() {
        return String.join("|", names.all().stream().map(NameTable.Named::name).toList());
    }
}

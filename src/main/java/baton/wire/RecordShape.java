package baton.wire;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/** A record as an object: all of its components, sorted by name, so that one value has one text. */
final class RecordShape implements Shape {
    private final String owner;
    private final Field[] fields;
    private final Map<String, Integer> byName = new LinkedHashMap<>();
    private final MethodHandle constructor;

    /** {@code position} is the place among the constructor's arguments. */
    private record Field(SerializableString name, Shape shape, MethodHandle getter, int position) {}

    RecordShape(Class<?> type, Function<RecordComponent, Shape> shapes) {
        owner = type.getSimpleName();
        RecordComponent[] components = type.getRecordComponents();
        fields = new Field[components.length];
        for (int i = 0; i < components.length; i++) {
            fields[i] = new Field(new SerializedString(components[i].getName()), shapes.apply(components[i]),
                    getter(components[i]), i);
        }
        Arrays.sort(fields, Comparator.comparing(field -> field.name().getValue()));
        for (int i = 0; i < fields.length; i++) {
            byName.put(fields[i].name().getValue(), i);
        }
        constructor = constructor(type, components);
    }

    private static MethodHandle getter(RecordComponent component) {
        try {
            return MethodHandles.publicLookup().unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("not public: " + component, e);
        }
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.publicLookup().findConstructor(type, MethodType.methodType(void.class, types))
                    .asType(MethodType.genericMethodType(types.length))
                    .asSpreader(Object[].class, types.length);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no public constructor: " + type, e);
        }
    }

    @Override
    public void write(Object value, JsonGenerator out, Texts texts) throws IOException {
        out.writeStartObject();
        writeFields(value, out, texts);
        out.writeEndObject();
    }

    void writeFields(Object value, JsonGenerator out, Texts texts) throws IOException {
        for (Field field : fields) {
            out.writeFieldName(field.name());
            field.shape().write(valueOf(field, value), out, texts);
        }
    }

    private static Object valueOf(Field field, Object value) {
        try {
            return (Object) field.getter().invokeExact(value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object read(JsonParser in, Blob.Source blobs) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw Shape.unfit("an object", in);
        }
        return readFields(in, blobs);
    }

    /** The parser stands before the next key; unknown keys are passed over. */
    Object readFields(JsonParser in, Blob.Source blobs) throws IOException {
        var values = new @Nullable Object[fields.length];
        int expected = 0;
        String key = in.nextFieldName();
        while (key != null) {
            int index = indexOf(key, expected);
            in.nextToken();
            if (index < 0) {
                in.skipChildren();
            } else {
                values[fields[index].position()] = fields[index].shape().read(in, blobs);
                expected = index + 1;
            }
            key = in.nextFieldName();
        }
        return construct(values);
    }

    /** Canonical text has the keys in our order, so the next one is nearly always the one asked for. */
    private int indexOf(String key, int expected) {
        if (expected < fields.length && fields[expected].name().getValue().equals(key)) {
            return expected;
        }
        return byName.getOrDefault(key, -1);
    }

    private Object construct(@Nullable Object[] values) {
        for (Field field : fields) {
            if (values[field.position()] == null) {
                values[field.position()] = field.shape().absent();
            }
        }
        try {
            return (Object) constructor.invokeExact(values);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new WireException(WireException.Kind.MALFORMED, owner + ": " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object absent() {
        return construct(new @Nullable Object[fields.length]);
    }

    @Override
    public String words() {
        return Arrays.stream(fields).map(field -> field.name().getValue() + ": " + field.shape().words())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}

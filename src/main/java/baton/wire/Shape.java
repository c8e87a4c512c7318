package baton.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** How values of one Java type stand in JSON. */
interface Shape {
    void write(Object value, JsonGenerator out, Texts texts) throws IOException;

    /** The parser stands on the first token of the value and is left on the last. */
    Object read(JsonParser in, Blob.Source blobs) throws IOException;

    /** The value of a field that an older record does not have. */
    Object absent();

    /** The shape in the words of the golden list. */
    String words();

    /** A value that fits no shape; says what stands there and where. */
    static WireException unfit(String wanted, JsonParser in) {
        return new WireException(WireException.Kind.MALFORMED, wanted + " expected, not " + in.currentToken() + " at "
                + in.currentTokenLocation().offsetDescription());
    }

    record Text() implements Shape {
        @Override
        public void write(Object value, JsonGenerator out, Texts texts) throws IOException {
            texts.write((String) value, out);
        }

        @Override
        public Object read(JsonParser in, Blob.Source blobs) throws IOException {
            return switch (in.currentToken()) {
                case VALUE_STRING -> in.getText();
                case START_OBJECT -> Texts.readApart(in, blobs);
                case null, default -> throw unfit("text", in);
            };
        }

        @Override
        public Object absent() {
            return "";
        }

        @Override
        public String words() {
            return "text";
        }
    }

    record Whole(boolean wide) implements Shape {
        @Override
        public void write(Object value, JsonGenerator out, Texts texts) throws IOException {
            out.writeNumber(((Number) value).longValue());
        }

        @Override
        public Object read(JsonParser in, Blob.Source blobs) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                throw unfit("a whole number", in);
            }
            if (wide) {
                return in.getLongValue();
            }
            return in.getIntValue();
        }

        @Override
        public Object absent() {
            if (wide) {
                return 0L;
            }
            return 0;
        }

        @Override
        public String words() {
            return wide ? "long" : "int";
        }
    }

    record Truth() implements Shape {
        @Override
        public void write(Object value, JsonGenerator out, Texts texts) throws IOException {
            out.writeBoolean((Boolean) value);
        }

        @Override
        public Object read(JsonParser in, Blob.Source blobs) {
            return switch (in.currentToken()) {
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case null, default -> throw unfit("true or false", in);
            };
        }

        @Override
        public Object absent() {
            return false;
        }

        @Override
        public String words() {
            return "boolean";
        }
    }

    record Sequence(Shape element) implements Shape {
        @Override
        public void write(Object value, JsonGenerator out, Texts texts) throws IOException {
            out.writeStartArray();
            for (Object one : (List<?>) value) {
                element.write(one, out, texts);
            }
            out.writeEndArray();
        }

        @Override
        public Object read(JsonParser in, Blob.Source blobs) throws IOException {
            if (in.currentToken() != JsonToken.START_ARRAY) {
                throw unfit("a list", in);
            }
            List<Object> values = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                values.add(element.read(in, blobs));
            }
            return List.copyOf(values);
        }

        @Override
        public Object absent() {
            return List.of();
        }

        @Override
        public String words() {
            return "list of " + element.words();
        }
    }

    record Perhaps(Shape inner) implements Shape {
        @Override
        public void write(Object value, JsonGenerator out, Texts texts) throws IOException {
            var perhaps = (Optional<?>) value;
            if (perhaps.isPresent()) {
                inner.write(perhaps.get(), out, texts);
            } else {
                out.writeNull();
            }
        }

        @Override
        public Object read(JsonParser in, Blob.Source blobs) throws IOException {
            return in.currentToken() == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(inner.read(in, blobs));
        }

        @Override
        public Object absent() {
            return Optional.empty();
        }

        @Override
        public String words() {
            return "perhaps " + inner.words();
        }
    }

    record PerhapsInt() implements Shape {
        @Override
        public void write(Object value, JsonGenerator out, Texts texts) throws IOException {
            var perhaps = (OptionalInt) value;
            if (perhaps.isPresent()) {
                out.writeNumber(perhaps.getAsInt());
            } else {
                out.writeNull();
            }
        }

        @Override
        public Object read(JsonParser in, Blob.Source blobs) throws IOException {
            return in.currentToken() == JsonToken.VALUE_NULL ? OptionalInt.empty() : OptionalInt.of(in.getIntValue());
        }

        @Override
        public Object absent() {
            return OptionalInt.empty();
        }

        @Override
        public String words() {
            return "perhaps int";
        }
    }

    record PerhapsLong() implements Shape {
        @Override
        public void write(Object value, JsonGenerator out, Texts texts) throws IOException {
            var perhaps = (OptionalLong) value;
            if (perhaps.isPresent()) {
                out.writeNumber(perhaps.getAsLong());
            } else {
                out.writeNull();
            }
        }

        @Override
        public Object read(JsonParser in, Blob.Source blobs) throws IOException {
            return in.currentToken() == JsonToken.VALUE_NULL
                    ? OptionalLong.empty()
                    : OptionalLong.of(in.getLongValue());
        }

        @Override
        public Object absent() {
            return OptionalLong.empty();
        }

        @Override
        public String words() {
            return "perhaps long";
        }
    }
}

package baton.wire;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import baton.engine.WellFormed;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Any JSON as a tree, keys in their order; for JSON whose shape is not ours, and for what is reshaped for readers. */
sealed interface Json {
    record Obj(Map<String, Json> fields) implements Json {
        Optional<Json> get(String key) {
            return Optional.ofNullable(fields.get(key));
        }
    }

    record Arr(List<Json> values) implements Json {}

    record Text(String text) implements Json {}

    record Num(BigDecimal value) implements Json {}

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    /** Reads exactly one JSON value, else a {@link WireException}. */
    static Json parse(String text) {
        try (var in = JsonText.FACTORY.createParser(text)) {
            return whole(in);
        } catch (IOException e) {
            throw notJson(e);
        }
    }

    static Json parse(byte[] utf8) {
        try (var in = JsonText.FACTORY.createParser(utf8)) {
            return whole(in);
        } catch (IOException e) {
            throw notJson(e);
        }
    }

    private static WireException notJson(IOException e) {
        String where = e instanceof com.fasterxml.jackson.core.JsonProcessingException at
                ? at.getOriginalMessage()
                : String.valueOf(e.getMessage());
        return new WireException(WireException.Kind.MALFORMED, "not JSON: " + where, e);
    }

    private static Json whole(JsonParser in) throws IOException {
        in.nextToken();
        Json value = read(in);
        if (in.nextToken() != null) {
            throw Shape.unfit("the end of the JSON", in);
        }
        return value;
    }

    private static Json read(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> {
                Map<String, Json> fields = new LinkedHashMap<>();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String key = in.currentName();
                    in.nextToken();
                    fields.put(key, read(in));
                }
                yield new Obj(fields);
            }
            case START_ARRAY -> {
                List<Json> values = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    values.add(read(in));
                }
                yield new Arr(values);
            }
            case VALUE_STRING -> new Text(in.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Num(in.getDecimalValue());
            case VALUE_TRUE -> new Bool(true);
            case VALUE_FALSE -> new Bool(false);
            case VALUE_NULL -> new Null();
            case null, default -> throw Shape.unfit("JSON", in);
        };
    }

    static void write(Json json, JsonGenerator out) throws IOException {
        switch (json) {
            case Obj(var fields) -> {
                out.writeStartObject();
                for (var field : fields.entrySet()) {
                    out.writeFieldName(WellFormed.text(field.getKey()));
                    write(field.getValue(), out);
                }
                out.writeEndObject();
            }
            case Arr(var values) -> {
                out.writeStartArray();
                for (Json value : values) {
                    write(value, out);
                }
                out.writeEndArray();
            }
            case Text(var text) -> out.writeString(WellFormed.text(text));
            case Num(var value) -> out.writeNumber(value.toPlainString());
            case Bool(var value) -> out.writeBoolean(value);
            case Null() -> out.writeNull();
        }
    }
}

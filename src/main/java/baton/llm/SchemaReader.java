package baton.llm;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import org.jspecify.annotations.Nullable;

/**
 * Turns the text of a JSON Schema into the library's types.
 *
 * <p>Takes what every provider takes: objects, lists, texts, words from a list, numbers, yes or no, and alternatives. Bounds
 * and patterns are dropped; the tools check their arguments themselves.
 */
final class SchemaReader {
    private static final int DEPTH_MAX = 20;

    private SchemaReader() {}

    /**
     * The parameters of a tool.
     *
     * @throws IllegalArgumentException where the text is no JSON object or nests too deeply
     */
    static JsonObjectSchema parameters(String schemaJson) {
        ObjectNode schema = Json.object(schemaJson)
                .orElseThrow(() -> new IllegalArgumentException("the parameters of a tool must be a JSON object"));
        return object(schema, 0);
    }

    private static JsonObjectSchema object(JsonNode schema, int depth) {
        var builder = JsonObjectSchema.builder().description(description(schema)).required(texts(schema, "required"));
        schema.path("properties").properties()
                .forEach(property -> builder.addProperty(property.getKey(), element(property.getValue(), depth + 1)));
        if (schema.path("additionalProperties").isBoolean()) {
            builder.additionalProperties(schema.path("additionalProperties").asBoolean());
        }
        return builder.build();
    }

    private static JsonSchemaElement element(JsonNode schema, int depth) {
        if (depth > DEPTH_MAX) {
            throw new IllegalArgumentException("the parameters of a tool nest more than " + DEPTH_MAX + " deep");
        }
        if (schema.has("enum")) {
            return JsonEnumSchema.builder().description(description(schema)).enumValues(texts(schema, "enum")).build();
        }
        if (schema.path("anyOf").isArray()) {
            var options = new ArrayList<JsonSchemaElement>();
            schema.path("anyOf").forEach(option -> options.add(element(option, depth + 1)));
            return JsonAnyOfSchema.builder().description(description(schema)).anyOf(options).build();
        }
        return typed(schema, depth);
    }

    private static JsonSchemaElement typed(JsonNode schema, int depth) {
        String description = description(schema);
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> JsonArraySchema.builder().description(description)
                    .items(schema.has("items")
                            ? element(schema.path("items"), depth + 1)
                            : JsonStringSchema.builder().build())
                    .build();
            case "integer" -> JsonIntegerSchema.builder().description(description).build();
            case "number" -> JsonNumberSchema.builder().description(description).build();
            case "boolean" -> JsonBooleanSchema.builder().description(description).build();
            default -> JsonStringSchema.builder().description(description).build();
        };
    }

    /** Of several types, the first that is not null. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (!one.asText().equals("null")) {
                    return one.asText();
                }
            }
        }
        return type.isTextual() ? type.asText() : schema.has("properties") ? "object" : "string";
    }

    private static @Nullable String description(JsonNode schema) {
        return schema.path("description").isTextual() ? schema.path("description").asText() : null;
    }

    private static List<String> texts(JsonNode schema, String field) {
        var all = new ArrayList<String>();
        schema.path(field).forEach(one -> all.add(one.asText()));
        return all;
    }
}

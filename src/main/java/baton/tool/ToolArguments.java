package baton.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The arguments of one call: a JSON object with known keys, each read as the type the tool declares. */
final class ToolArguments {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;

    private ToolArguments(JsonNode object) {
        this.object = object;
    }

    /** @param known the keys the tool has; others are refused, since a misspelt one would silently do nothing */
    static ToolArguments parse(String json, List<String> known) throws Refused {
        JsonNode object;
        try {
            object = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new Refused("The arguments are not JSON: " + Shown.plain(e.getOriginalMessage()) + ".");
        }
        if (!object.isObject()) {
            throw new Refused("The arguments must be a JSON object with: " + String.join(", ", known) + ".");
        }
        for (var fields = object.fieldNames(); fields.hasNext();) {
            String name = fields.next();
            if (!known.contains(name)) {
                throw new Refused("There is no argument " + Shown.quoted(name) + "; there are: "
                        + String.join(", ", known) + ".");
            }
        }
        return new ToolArguments(object);
    }

    private Optional<JsonNode> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    String text(String name) throws Refused {
        return optionalText(name).orElseThrow(() -> new Refused("The argument \"" + name + "\" is missing."));
    }

    Optional<String> optionalText(String name) throws Refused {
        var found = value(name);
        if (found.isPresent() && !found.get().isTextual()) {
            throw new Refused("The argument \"" + name + "\" must be text.");
        }
        return found.map(JsonNode::textValue);
    }

    /** A whole number between 1 and {@code max}; a larger one counts as {@code max}. */
    int number(String name, int otherwise, int max) throws Refused {
        var found = value(name);
        if (found.isEmpty()) {
            return otherwise;
        }
        if (!found.get().isIntegralNumber() || found.get().asDouble() < 1) {
            throw new Refused("The argument \"" + name + "\" must be a whole number from 1.");
        }
        return found.get().asDouble() > max ? max : found.get().intValue();
    }

    boolean flag(String name) throws Refused {
        var found = value(name);
        if (found.isPresent() && !found.get().isBoolean()) {
            throw new Refused("The argument \"" + name + "\" must be true or false.");
        }
        return found.isPresent() && found.get().booleanValue();
    }

    List<String> texts(String name) throws Refused {
        var found = value(name);
        if (found.isEmpty() || !found.get().isArray()) {
            throw new Refused("The argument \"" + name + "\" must be a list of texts.");
        }
        var texts = new ArrayList<String>();
        for (JsonNode one : found.get()) {
            if (!one.isTextual()) {
                throw new Refused("The argument \"" + name + "\" must be a list of texts.");
            }
            texts.add(one.textValue());
        }
        return texts;
    }
}

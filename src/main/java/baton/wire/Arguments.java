package baton.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The arguments of a call, read the way models write them.
 *
 * <p>Names match whatever their case and underscores; a number may be text, a list may be one text with a line each, an
 * object may stand where a text is meant. Absent and null are the same.
 */
final class Arguments {
    private final Map<String, Json> values = new LinkedHashMap<>();

    private Arguments(Json.Obj object) {
        object.fields().forEach((name, value) -> {
            if (!(value instanceof Json.Null)) {
                values.put(plain(name), value);
            }
        });
    }

    /** @throws WireException where the text is neither empty nor a JSON object, nor one packed into a text */
    static Arguments parse(String json) {
        if (json.isBlank()) {
            return new Arguments(new Json.Obj(Map.of()));
        }
        Json value = Json.parse(json);
        if (value instanceof Json.Text(var packed) && packed.strip().startsWith("{")) {
            value = Json.parse(packed);
        }
        if (value instanceof Json.Obj object) {
            return new Arguments(object);
        }
        throw new WireException(WireException.Kind.MALFORMED, "the arguments must be a JSON object");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private Optional<Json> first(String... names) {
        for (String name : names) {
            var value = values.get(plain(name));
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** The object under one of these names, or these arguments themselves. */
    Arguments inside(String... names) {
        return first(names).filter(Json.Obj.class::isInstance).map(object -> new Arguments((Json.Obj) object))
                .orElse(this);
    }

    /** The first of these names that says something; empty where none does. */
    String text(String... names) {
        for (String name : names) {
            String text = first(name).map(Arguments::asText).orElse("").strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    List<String> texts(String... names) {
        return elements(names).stream().map(Arguments::asText).map(String::strip).filter(text -> !text.isEmpty())
                .toList();
    }

    /** A list of nothing but texts, as it stands; empty where it is anything else. */
    Optional<List<String>> list(String name) {
        if (first(name).orElse(new Json.Null()) instanceof Json.Arr(var elements) && !elements.isEmpty()
                && elements.stream().allMatch(Json.Text.class::isInstance)) {
            return Optional.of(elements.stream().map(Arguments::asText).toList());
        }
        return Optional.empty();
    }

    /** Objects of a list; a plain text among them becomes an object with that text under {@code nameOfText}. */
    List<Arguments> objects(String nameOfText, String... names) {
        List<Arguments> objects = new ArrayList<>();
        for (Json element : elements(names)) {
            if (element instanceof Json.Obj object) {
                objects.add(new Arguments(object));
            } else if (!asText(element).isBlank()) {
                objects.add(new Arguments(new Json.Obj(Map.of(nameOfText, element))));
            }
        }
        return objects;
    }

    /** The fields of an object, as it names them, each with its value or values; empty where there is none. */
    SequencedMap<String, List<String>> fields(String... names) {
        var fields = new LinkedHashMap<String, List<String>>();
        if (first(names).orElse(new Json.Null()) instanceof Json.Obj(var object)) {
            object.forEach((name, value) -> {
                var texts = value instanceof Json.Arr(var elements)
                        ? elements.stream().map(Arguments::asText).toList()
                        : List.of(asText(value));
                fields.put(name, texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList());
            });
        }
        return fields;
    }

    private List<Json> elements(String... names) {
        return switch (first(names).orElse(new Json.Null())) {
            case Json.Arr(var elements) ->
                elements.stream().filter(element -> !(element instanceof Json.Null)).toList();
            case Json.Text(var text) -> packedOrLines(text);
            case Json.Null() -> List.of();
            case Json.Obj object -> List.of(object);
            case Json.Num number -> List.of(number);
            case Json.Bool bool -> List.of(bool);
        };
    }

    /** A list packed into a text, or a text with a line for each element, with or without bullets. */
    private static List<Json> packedOrLines(String text) {
        if (text.strip().startsWith("[")) {
            try {
                if (Json.parse(text) instanceof Json.Arr(var elements)) {
                    return elements;
                }
            } catch (WireException plainText) {
                return List.of(new Json.Text(text));
            }
        }
        return text.lines().map(line -> line.strip().replaceFirst("^([-*•]|\\d+[.)])\\s+", ""))
                .filter(line -> !line.isEmpty()).<Json>map(Json.Text::new).toList();
    }

    /** A whole number, also from {@code "40"}, {@code "40 %"} or 39.6; empty where there is none. */
    Optional<Integer> number(String... names) {
        return first(names).map(Arguments::asText).map(text -> text.replace("%", "").strip())
                .filter(text -> text.matches("[+-]?\\d{1,9}(\\.\\d{1,20})?"))
                .map(text -> new BigDecimal(text).setScale(0, RoundingMode.HALF_UP).intValue());
    }

    boolean flag(String... names) {
        return switch (first(names).map(Arguments::asText).orElse("").strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "urgent", "high", "critical" -> true;
            default -> false;
        };
    }

    private static String asText(Json value) {
        return switch (value) {
            case Json.Text(var text) -> text;
            case Json.Num(var number) -> number.toPlainString();
            case Json.Bool(var bool) -> Boolean.toString(bool);
            case Json.Null() -> "";
            case Json.Arr(var elements) -> elements.stream().map(Arguments::asText).collect(Collectors.joining("\n"));
            case Json.Obj(var fields) -> fields.values().stream().map(Arguments::asText)
                    .filter(text -> !text.isBlank()).collect(Collectors.joining(": "));
        };
    }
}

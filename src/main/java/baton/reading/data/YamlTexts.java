package baton.reading.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import baton.reading.language.WordLists;

/** YAML values as texts, for readers that take what they get. */
public final class YamlTexts {

    private YamlTexts() {}

    /** The value in one line: a scalar's text, collections in brackets. */
    public static String inline(Yaml value) {
        return switch (value) {
            case Yaml.Scalar scalar -> scalar.text();
            case Yaml.Items(var items, _, _) ->
                items.stream().map(YamlTexts::inline).collect(Collectors.joining(", ", "[", "]"));
            case Yaml.Fields(var fields, _, _) -> fields.stream()
                    .map(field -> field.key() + ": " + inline(field.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /** The value as a list: its items, or the comma-separated or line-separated parts of a text. */
    public static List<String> list(Yaml value) {
        return switch (value) {
            case Yaml.Scalar(var text, var kind, _) -> kind == Yaml.Kind.NOTHING ? List.of() : parts(text);
            case Yaml.Items(var items, _, _) -> items.stream().map(YamlTexts::inline).map(String::strip)
                    .filter(text -> !text.isEmpty()).toList();
            case Yaml.Fields(var fields, _, _) ->
                fields.stream().map(field -> field.key() + ": " + inline(field.value())).toList();
        };
    }

    private static List<String> parts(String text) {
        if (!text.contains("\n")) {
            return WordLists.split(text);
        }
        List<String> parts = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String item = line.strip().replaceFirst("^[-*]\\s+", "");
            if (!item.isEmpty()) {
                parts.add(WordLists.bare(item.endsWith(",") ? item.substring(0, item.length() - 1) : item));
            }
        }
        return parts;
    }
}

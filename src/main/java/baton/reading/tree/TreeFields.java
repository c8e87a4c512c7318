package baton.reading.tree;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import baton.reading.data.Yaml;
import baton.reading.data.YamlTexts;
import baton.reading.language.Blanks;

/** One mapping of another program's file, asked by key; wrong types are taken for what they can mean and never refused. */
record TreeFields(Yaml.Fields fields) {

    static Optional<TreeFields> of(Yaml value) {
        return value instanceof Yaml.Fields fields ? Optional.of(new TreeFields(fields)) : Optional.empty();
    }

    int line() {
        return fields.line();
    }

    boolean has(String key) {
        return value(key).isPresent();
    }

    boolean hasAny(String... keys) {
        return Stream.of(keys).anyMatch(this::has);
    }

    /** What stands behind the first of these keys that has anything behind it. */
    Optional<Yaml> value(String... keys) {
        return Stream.of(keys).flatMap(key -> fields.field(key).stream()).map(Yaml.Field::value)
                .filter(value -> !(value instanceof Yaml.Scalar(_, var kind, _) && kind == Yaml.Kind.NOTHING))
                .findFirst();
    }

    /** The value in one line; breaks of a folded or literal text become blanks. */
    String text(String... keys) {
        return value(keys).map(YamlTexts::inline).map(Blanks::single).orElse("");
    }

    /** The items of a list; a single value is a list of one, without being taken apart. */
    List<String> texts(String... keys) {
        return value(keys).map(value -> switch (value) {
            case Yaml.Items(var items, _, _) -> items.stream().map(YamlTexts::inline);
            case Yaml.Scalar scalar -> Stream.of(scalar.text());
            case Yaml.Fields(var inner, _, _) -> inner.stream().map(Yaml.Field::key);
        }).orElse(Stream.empty()).map(Blanks::single).filter(text -> !text.isEmpty())
                .toList();
    }

    /** The mappings of a list; anything else in it is left out. */
    List<TreeFields> mappings(String... keys) {
        return value(keys).stream().flatMap(TreeFields::items).flatMap(item -> of(item).stream()).toList();
    }

    static Stream<Yaml> items(Yaml value) {
        return value instanceof Yaml.Items(var items, _, _) ? items.stream() : Stream.of();
    }
}

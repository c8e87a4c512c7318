package baton.reading.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import baton.plan.NearMiss;
import baton.reading.source.Remarks;

/**
 * A mapping that is read by asking for its keys; a wrong type is said at its line, and so is a key nobody asked for.
 *
 * <p>
 * An absent key and a key with nothing behind it are the same.
 */
public final class YamlFields {

    private final Yaml.Fields fields;
    private final Remarks remarks;
    private final Set<String> asked = new LinkedHashSet<>();

    public YamlFields(Yaml.Fields fields, Remarks remarks) {
        this.fields = fields;
        this.remarks = remarks;
    }

    public int line() {
        return fields.line();
    }

    public List<Yaml.Field> all() {
        return fields.fields();
    }

    public int lineOf(String key) {
        return fields.field(key).map(Yaml.Field::line).orElse(fields.line());
    }

    public void ignore(String key) {
        asked.add(key);
    }

    public Optional<Yaml> value(String key) {
        asked.add(key);
        return fields.field(key).map(Yaml.Field::value)
                .filter(value -> !(value instanceof Yaml.Scalar(_, var kind, _) && kind == Yaml.Kind.NOTHING));
    }

    public Optional<String> text(String key) {
        return value(key).flatMap(value -> {
            if (value instanceof Yaml.Scalar(var text, _, _)) {
                return Optional.of(text.strip());
            }
            wrong(key, value, "a text");
            return Optional.empty();
        });
    }

    public String textOrEmpty(String key) {
        return text(key).orElse("");
    }

    public Optional<String> choice(String key, List<String> allowed) {
        return text(key).flatMap(text -> {
            if (allowed.contains(text)) {
                return Optional.of(text);
            }
            remarks.error(lineOf(key), "yaml-value", "\"" + key + "\" is \"" + text + "\", which is none of its values",
                    "Use one of " + String.join(", ", allowed) + ".");
            return Optional.empty();
        });
    }

    public Optional<Boolean> flag(String key) {
        return value(key).flatMap(value -> {
            if (value instanceof Yaml.Scalar(var text, var kind, _) && kind == Yaml.Kind.BOOLEAN) {
                return Optional.of(Boolean.parseBoolean(text));
            }
            wrong(key, value, "true or false");
            return Optional.empty();
        });
    }

    /** A whole number of at least {@code least}. */
    public OptionalInt integer(String key, int least) {
        Optional<Yaml> value = value(key);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (value.get() instanceof Yaml.Scalar(var text, var kind, _) && kind == Yaml.Kind.INTEGER
                && text.matches("[+]?[0-9]{1,9}") && Integer.parseInt(text) >= least) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        wrong(key, value.get(), "a whole number of at least " + least);
        return OptionalInt.empty();
    }

    /** A list of texts; a single text counts as a list of one. */
    public Optional<List<String>> texts(String key) {
        return value(key).map(value -> switch (value) {
            case Yaml.Scalar(var text, _, _) -> List.of(text);
            case Yaml.Items(var items, _, _) -> items.stream().flatMap(item -> {
                if (item instanceof Yaml.Scalar(var text, _, _)) {
                    return Stream.of(text);
                }
                wrong(key, item, "a text");
                return Stream.empty();
            }).toList();
            case Yaml.Fields mapping -> {
                wrong(key, mapping, "a list of texts");
                yield List.<String>of();
            }
        });
    }

    public List<String> textsOrNone(String key) {
        return texts(key).orElse(List.of());
    }

    /** Reads a list of mappings, each by the same reader. */
    public <T> List<T> mappings(String key, Function<YamlFields, Optional<T>> reader) {
        List<T> read = new ArrayList<>();
        Optional<Yaml> value = value(key);
        if (value.isPresent() && value.get() instanceof Yaml.Items(var items, _, _)) {
            for (Yaml item : items) {
                if (item instanceof Yaml.Fields mapping) {
                    var inner = new YamlFields(mapping, remarks);
                    reader.apply(inner).ifPresent(read::add);
                    inner.reportUnknown();
                } else {
                    wrong(key, item, "a mapping");
                }
            }
        } else if (value.isPresent()) {
            wrong(key, value.get(), "a list of mappings");
        }
        return read;
    }

    public Optional<YamlFields> mapping(String key) {
        return value(key).flatMap(value -> {
            if (value instanceof Yaml.Fields mapping) {
                return Optional.of(new YamlFields(mapping, remarks));
            }
            wrong(key, value, "a mapping");
            return Optional.empty();
        });
    }

    /** A text that must be there. */
    public Optional<String> required(String key) {
        Optional<String> text = text(key).filter(value -> !value.isBlank());
        if (text.isEmpty()) {
            remarks.error(fields.line(), "yaml-missing", "\"" + key + "\" is missing", "");
        }
        return text;
    }

    /** Says which keys nobody asked for, with the nearest known one. */
    public void reportUnknown() {
        for (Yaml.Field field : fields.fields()) {
            if (!asked.contains(field.key())) {
                remarks.warning(field.line(), "yaml-unknown-key",
                        "\"" + field.key() + "\" is no key that is known here",
                        NearMiss.of(field.key(), asked).map(near -> "Did you mean \"" + near + "\"?").orElse(""));
            }
        }
    }

    void wrong(String key, Yaml value, String expected) {
        remarks.error(value.line(), "yaml-type", "\"" + key + "\" needs " + expected + ", not " + value.described(),
                "");
    }
}

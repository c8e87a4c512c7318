package baton.reading.data;

import java.util.List;
import java.util.Optional;

/** A YAML document as a tree in which every node knows its line. */
public sealed interface Yaml {

    int line();

    /** How many nodes this is with all aliases written out; guards against small files that unfold without end. */
    long weight();

    /** One word, number or text. */
    record Scalar(String text, Kind kind, int line) implements Yaml {
        @Override
        public long weight() {
            return 1;
        }
    }

    /** What the core schema of YAML 1.2 takes a scalar for. */
    enum Kind {
        TEXT, INTEGER, DECIMAL, BOOLEAN, NOTHING
    }

    /** A sequence. */
    record Items(List<Yaml> items, int line, long weight) implements Yaml {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A mapping, in the order of the document. */
    record Fields(List<Field> fields, int line, long weight) implements Yaml {
        public Fields {
            fields = List.copyOf(fields);
        }

        public Optional<Field> field(String key) {
            return fields.stream().filter(field -> field.key().equals(key)).findFirst();
        }
    }

    /** One entry of a mapping. */
    record Field(String key, int line, Yaml value) {}

    /** What this is, in the words of a message to a person. */
    default String described() {
        return switch (this) {
            case Scalar scalar -> switch (scalar.kind()) {
                case TEXT -> "a text";
                case INTEGER, DECIMAL -> "a number";
                case BOOLEAN -> "true or false";
                case NOTHING -> "nothing";
            };
            case Items _ -> "a list";
            case Fields _ -> "a mapping";
        };
    }
}

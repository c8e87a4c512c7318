package baton.reading.tree;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import baton.reading.data.Yaml;
import baton.reading.data.YamlTexts;
import baton.reading.language.Blanks;

/**
 * One of several siblings of a tree, whether they stand in a list or below keys.
 *
 * @param key
 *            the key below which it stands; empty in a list
 */
record TreeEntry(String key, Yaml value, int line) {

    /** The siblings in a value; a single text has none. */
    static List<TreeEntry> of(Yaml value) {
        return switch (value) {
            case Yaml.Items(var items, _, _) -> items.stream().map(TreeEntry::item).toList();
            case Yaml.Fields(var fields, _, _) ->
                fields.stream().map(field -> new TreeEntry(field.key(), field.value(), field.line())).toList();
            case Yaml.Scalar _ -> List.of();
        };
    }

    /** An item of one key is named by it: "- cook: {role: …}". */
    private static TreeEntry item(Yaml item) {
        if (item instanceof Yaml.Fields(var fields, _, _) && fields.size() == 1) {
            Yaml.Field only = fields.getFirst();
            boolean told = TreeKeys.rank("TREE_NAME", only.key()) < Integer.MAX_VALUE
                    || TreeKeys.rank("TREE_DO", only.key()) < Integer.MAX_VALUE;
            if (!told) {
                return new TreeEntry(only.key(), only.value(), only.line());
            }
        }
        return new TreeEntry("", item, item.line());
    }

    List<Yaml.Field> fields() {
        return value instanceof Yaml.Fields(var fields, _, _) ? fields : List.of();
    }

    boolean isText() {
        return value instanceof Yaml.Scalar;
    }

    boolean has(Predicate<String> key) {
        return fields().stream().anyMatch(field -> key.test(field.key()) && !isNothing(field.value()));
    }

    static boolean isNothing(Yaml value) {
        return value instanceof Yaml.Scalar(var text, var kind, _) && (kind == Yaml.Kind.NOTHING || text.isBlank());
    }

    /** The text behind the best of the keys of a list; only single texts count. */
    String best(String list) {
        return bests(list).findFirst().orElse("");
    }

    /** All such texts, from the best key. */
    Stream<String> bests(String list) {
        return fields().stream().filter(field -> field.value() instanceof Yaml.Scalar && !isNothing(field.value()))
                .filter(field -> TreeKeys.rank(list, field.key()) < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(field -> TreeKeys.rank(list, field.key())))
                .map(field -> line(field.value()));
    }

    /** The first text behind such a key; of a list its first item, of a mapping its name. */
    String first(Predicate<String> key) {
        return fields().stream().filter(field -> key.test(field.key())).map(Yaml.Field::value)
                .flatMap(found -> names(found).stream()).findFirst().orElse("");
    }

    /** The names that a value gives: itself, its items, or what its mappings are called. */
    static List<String> names(Yaml value) {
        return switch (value) {
            case Yaml.Scalar _ -> isNothing(value) ? List.of() : List.of(line(value));
            case Yaml.Items(var items, _, _) -> items.stream().flatMap(item -> names(item).stream()).toList();
            case Yaml.Fields fields -> Optional.of(new TreeEntry("", fields, fields.line()).name())
                    .filter(name -> !name.isEmpty()).stream().toList();
        };
    }

    /** What the others call it: its key, its id, else its name. */
    String name() {
        if (!key.isEmpty()) {
            return key;
        }
        return isText() ? line(value) : best("TREE_NAME");
    }

    static String line(Yaml value) {
        return Blanks.single(YamlTexts.inline(value));
    }
}

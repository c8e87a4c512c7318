package baton.reading.scoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What a careful person counts in one document of the corpus, as {@code NAME.truth.yaml} has it; the keys are explained
 * in {@code README.md} beside the documents.
 */
final class Truth {
    private static final Pattern MAYBE = Pattern.compile("^\\?\\s+");
    private static final Pattern EDGE = Pattern.compile("^(.+?) (->|~>|--) (.+?)(?: : (.+))?$");

    /**
     * One thing the document names.
     *
     * @param names spellings, any of which is right
     * @param maybe true where careful people differ: neither missing it nor finding it is a mistake
     */
    record Item(List<String> names, boolean maybe) {
        String name() {
            return names.getFirst();
        }
    }

    /** One job; {@code fields} holds what else the document says of it. */
    record Job(Item item, Map<String, Object> fields) {
        String text(String key) {
            return Objects.toString(fields.get(key), "");
        }

        boolean isKind(String kind) {
            return text("kind").equals(kind);
        }
    }

    /** An arrow; {@code binding} is {@code ->}, {@code ~>} (soft) or {@code --} (either). */
    record Arrow(String from, String binding, String to, String label, boolean maybe) {
        @Override
        public String toString() {
            return from + " " + binding + " " + to + (label.isEmpty() ? "" : " : " + label);
        }
    }

    private final Map<String, Object> root;

    private Truth(Map<String, Object> root) {
        this.root = root;
    }

    static Truth read(Path file) throws IOException {
        return parse(Files.readString(file, StandardCharsets.UTF_8), file.getFileName().toString());
    }

    static Truth parse(String text, String name) {
        Object loaded = new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(text);
        return new Truth(map(loaded));
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(root.get(key));
    }

    boolean has(String key) {
        return root.containsKey(key);
    }

    List<Item> items(String key) {
        return list(root.get(key)).stream().map(Truth::item).toList();
    }

    List<String> texts(String key) {
        return list(root.get(key)).stream().map(Object::toString).toList();
    }

    Map<String, Object> group(String key) {
        return map(root.getOrDefault(key, Map.of()));
    }

    List<Job> jobs() {
        return list(root.get("tasks")).stream().map(entry -> new Job(item(entry), fields(entry))).toList();
    }

    /** Entries of a list that may be a plain text or a map whose first key holds the text. */
    List<Job> entries(String key) {
        return list(root.get(key)).stream().map(entry -> new Job(item(entry), fields(entry))).toList();
    }

    List<Arrow> arrows() {
        List<Arrow> arrows = new ArrayList<>();
        for (String text : texts("edges")) {
            var matcher = EDGE.matcher(MAYBE.matcher(text).replaceFirst(""));
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not an edge: " + text);
            }
            arrows.add(new Arrow(matcher.group(1), matcher.group(2), matcher.group(3),
                    Objects.toString(matcher.group(4), ""), MAYBE.matcher(text).find()));
        }
        return arrows;
    }

    static List<Object> list(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().map(entry -> Objects.<Object>requireNonNull(entry)).toList();
            default -> List.of(value);
        };
    }

    private static Map<String, Object> fields(Object entry) {
        return entry instanceof Map<?, ?> ? map(entry) : Map.of();
    }

    private static Item item(Object entry) {
        String text = entry instanceof Map<?, ?> map
                ? Stream.of("do", "title", "ask", "name").map(map::get).filter(Objects::nonNull).findFirst()
                        .orElseThrow()
                        .toString()
                : entry.toString();
        List<String> names = new ArrayList<>(
                List.of(MAYBE.matcher(text).replaceFirst("").split("\\s+\\|\\s+", -1)));
        if (entry instanceof Map<?, ?> map) {
            list(map.get("also")).forEach(name -> names.add(name.toString()));
        }
        return new Item(List.copyOf(names), MAYBE.matcher(text).find());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}

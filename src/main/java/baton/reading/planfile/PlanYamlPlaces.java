package baton.reading.planfile;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.reading.data.YamlFields;

/** Where the elements of a {@code plan.yaml} come from: the line each of them names, else its line in the YAML file. */
record PlanYamlPlaces(String source, String yamlFile) {

    Place of(YamlFields item) {
        OptionalInt line = item.integer("line", 0);
        Optional<String> file = item.text("file");
        if (line.isEmpty()) {
            return new Place(file.orElse(yamlFile), item.line());
        }
        return line.getAsInt() == 0 && file.isEmpty() ? Place.NOWHERE : new Place(file.orElse(source), line.getAsInt());
    }

    /** The value of an enum by its word in lower case with hyphens. */
    static <E extends Enum<E>> Optional<E> choice(YamlFields item, String key, E[] values) {
        List<String> words = Stream.of(values).map(PlanTree::word).toList();
        return item.choice(key, words).map(word -> values[words.indexOf(word)]);
    }
}

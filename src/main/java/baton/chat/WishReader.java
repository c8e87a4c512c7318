package baton.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import baton.plan.TaskWish;

/** Reads a task as it stands in one line: a title with {@code key=value} among its words. */
final class WishReader {
    private static final List<String> KEYS = List.of("needs", "writes", "reads", "criteria", "priority", "box",
            "deliver");

    private WishReader() {}

    /** What came of it. */
    sealed interface Read {
        record Wished(TaskWish wish) implements Read {}

        record Unclear(ChatProblem problem) implements Read {}
    }

    static Read read(String text, String agent, ChatNames names) {
        try {
            return read(new Scanner(text, 0).all(), agent, names);
        } catch (Scanner.Unclosed unclosed) {
            return unclear("A quote is not closed.", "End it with \".");
        }
    }

    private static Read unclear(String message, String hint) {
        return new Read.Unclear(new ChatProblem(0, 0, message, hint));
    }

    private static Read read(List<Scanner.Word> words, String named, ChatNames names) {
        var finder = new NameFinder(names);
        var title = new ArrayList<String>();
        var values = new LinkedHashMap<String, List<String>>();
        String agent = named;
        for (var word : words) {
            int equals = word.text().indexOf('=');
            var key = equals < 0 ? "" : word.text().substring(0, equals).toLowerCase(Locale.ROOT);
            if (title.isEmpty() && word.text().length() > 1 && word.text().startsWith("@")) {
                var found = finder.agent(word.text());
                if (found.isEmpty()) {
                    return unclear("Nobody is called " + word.text() + ".", finder.hint(word.text().substring(1),
                            names.agents().stream().map(ChatNames.Agent::id).toList(), "@"));
                }
                agent = found.get();
            } else if (KEYS.contains(key)) {
                values.computeIfAbsent(key, ignored -> new ArrayList<>())
                        .addAll(values(key, word, word.text().substring(equals + 1)));
            } else {
                title.add(word.text());
            }
        }
        if (title.isEmpty()) {
            return unclear("The task has no title.", "Say in a few words what is to be done.");
        }
        return new Read.Wished(wish(String.join(" ", title), agent, values));
    }

    /** Lists stand with commas, or in quotes as one value. */
    private static List<String> values(String key, Scanner.Word word, String value) {
        return word.quoted() || key.equals("priority") || key.equals("box")
                ? List.of(value)
                : Stream.of(value.split(",", -1)).map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    private static TaskWish wish(String title, String agent, Map<String, List<String>> values) {
        var box = minutes(values.getOrDefault("box", List.of()));
        int minutes = box.isEmpty() ? 0 : whole(box.getFirst()).orElse(0);
        return new TaskWish(title, agent, String.join(" ", values.getOrDefault("priority", List.of())), "", minutes,
                values.getOrDefault("needs", List.of()), values.getOrDefault("reads", List.of()),
                values.getOrDefault("deliver", List.of()), values.getOrDefault("criteria", List.of()),
                values.getOrDefault("writes", List.of()), List.of(), List.of(), List.of());
    }

    private static Optional<Integer> whole(String digits) {
        return digits.matches("[0-9]{1,6}") ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }

    /** A time as whole minutes, at least one; other words are left for the engine to refuse. */
    static List<String> minutes(List<String> values) {
        return values.stream().map(value -> {
            var ms = ArgumentReading.Durations.parse(value.toLowerCase(Locale.ROOT));
            return ms.isPresent() ? Long.toString(Math.max(1, ms.getAsLong() / 60_000)) : value;
        }).toList();
    }
}

package baton.llm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Short names for models, such as profiles use; a user may change and add any.
 *
 * @param names from a lower-case short name to the models it may mean, best first, each {@code provider/model}
 */
public record ModelAliases(Map<String, List<String>> names) {
    /** The names agent files use most, each for whichever provider is there. */
    public static final ModelAliases DEFAULTS = new ModelAliases(defaults());

    public ModelAliases {
        var copy = new LinkedHashMap<String, List<String>>();
        names.forEach((name, models) -> copy.put(name.toLowerCase(Locale.ROOT), List.copyOf(models)));
        names = Collections.unmodifiableMap(copy);
    }

    private static Map<String, List<String>> defaults() {
        var names = new LinkedHashMap<String, List<String>>();
        names.put("sonnet", List.of("anthropic/claude-sonnet-4-5", "openrouter/anthropic/claude-sonnet-4.5"));
        names.put("opus", List.of("anthropic/claude-opus-4-5", "openrouter/anthropic/claude-opus-4.5"));
        names.put("haiku", List.of("anthropic/claude-haiku-4-5", "openrouter/anthropic/claude-haiku-4.5"));
        return names;
    }

    /** These names, and the given ones over them. */
    public ModelAliases with(Map<String, String> changes) {
        var all = new LinkedHashMap<>(names);
        changes.forEach((name, model) -> all.put(name.toLowerCase(Locale.ROOT), List.of(model)));
        return new ModelAliases(all);
    }

    List<String> modelsFor(String name) {
        return names.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }
}

package baton.plan.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import baton.plan.AgentSpec;
import baton.plan.NearMiss;
import baton.plan.Plan;

/** Whom a name in some other part of the plan means. Whole words are compared; likeness serves hints alone. */
public final class Called {
    private static final List<String> NOISE = List.of("agent", "agents", "subagent", "subagents", "the");

    private final Map<String, AgentSpec> byName = new LinkedHashMap<>();
    private final Map<String, List<AgentSpec>> byWord = new LinkedHashMap<>();
    private final TreeSet<String> names = new TreeSet<>();

    public Called(Plan plan) {
        for (AgentSpec agent : plan.agents()) {
            names.add(agent.name());
            new LinkedHashSet<>(words(agent.name()))
                    .forEach(word -> byWord.computeIfAbsent(word, ignored -> new ArrayList<>()).add(agent));
            byName.putIfAbsent(key(agent.id()), agent);
            byName.putIfAbsent(key(agent.name()), agent);
            agent.aliases().forEach(alias -> byName.putIfAbsent(key(alias), agent));
        }
    }

    /** Lower case, letters and digits only, without the words that every agent's name may carry. */
    public static String key(String written) {
        return String.join(" ", words(written));
    }

    /** In lower case, without what every name may carry. */
    public static List<String> words(String written) {
        var words = new ArrayList<String>();
        for (String word : written.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty() && !NOISE.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    /** The agent of this name, also in a shorter form that only one can mean. */
    public Optional<AgentSpec> find(String written) {
        var exact = Optional.ofNullable(byName.get(key(written)));
        if (exact.isPresent()) {
            return exact;
        }
        var words = words(written);
        List<AgentSpec> withFirst = words.isEmpty() ? List.of() : byWord.getOrDefault(words.getFirst(), List.of());
        var fitting = withFirst.stream().filter(agent -> words.size() == 1 || words(agent.name()).containsAll(words))
                .limit(2).toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /** "Did you mean …?" where some agent is near, else empty. */
    Optional<String> near(String written) {
        return NearMiss.of(written, names);
    }
}

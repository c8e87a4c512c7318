package baton.reading.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

import baton.plan.Phase;
import baton.plan.PlanDraft;
import baton.plan.TaskDraft;

/**
 * What an arrow between agents means for their tasks, where it names the thing or the signal that is handed over.
 *
 * <p>
 * The tasks that speak of the thing make it and wait for it; where none of an agent's tasks does, any of them may be meant, so
 * all are. Where the phases say otherwise, they count: nobody waits for work of a later phase, and in a phase that starts
 * everything at once only tasks that speak of the thing wait.
 */
public final class Handovers {

    /** More tasks than that at both ends say nothing about any one of them; such an arrow only orders. */
    private static final int PAIRS_MAX = 400;

    private final Map<String, Phase> phases = new LinkedHashMap<>();
    private final Map<List<String>, End> ends = new HashMap<>();
    private final Map<TaskDraft, Set<String>> said = new HashMap<>();
    private final Map<String, List<TaskDraft>> byAgent;
    private final Set<TaskDraft> saysItself;
    private final BiPredicate<TaskDraft, TaskDraft> waits;

    /**
     * @param byAgent
     *            the tasks that run
     * @param saysItself
     *            tasks that name themselves what they need; only what speaks of both tasks adds to it
     * @param waits
     *            whether the first task waits for the second, directly or through others
     */
    public Handovers(PlanDraft plan, Map<String, List<TaskDraft>> byAgent, Set<TaskDraft> saysItself,
            BiPredicate<TaskDraft, TaskDraft> waits) {
        plan.phases.forEach(phase -> phases.putIfAbsent(phase.id(), phase));
        this.byAgent = byAgent;
        this.saysItself = saysItself;
        this.waits = waits;
    }

    /** Tasks of one end of an arrow; {@code told} where they speak of what is handed over. */
    public record End(List<TaskDraft> tasks, boolean told) {
        public End {
            tasks = List.copyOf(tasks);
        }
    }

    /** True where the words on an arrow name something, and not only how the ends are related. */
    public static boolean isNamed(String label) {
        Set<String> related = Lexicon.WORDS.words("RELATION");
        String key = Words.key(label);
        return !key.isEmpty() && !related.contains(key)
                && !List.of(key.split(" ", -1)).stream().allMatch(word -> related.contains(word)
                        || word.chars().allMatch(Character::isDigit));
    }

    /** Those of an agent's tasks that an arrow with these words means. */
    public End end(String agent, String artefact) {
        return ends.computeIfAbsent(List.of(agent, Words.key(artefact)), _ -> meant(agent, artefact));
    }

    private End meant(String agent, String artefact) {
        List<TaskDraft> own = byAgent.getOrDefault(agent, List.of());
        Set<String> words = telling(artefact);
        int best = 1;
        List<TaskDraft> told = new ArrayList<>();
        for (TaskDraft task : own) {
            int shared = TitleWords.shared(words, said.computeIfAbsent(task, Handovers::said));
            if (shared > best) {
                told.clear();
                best = shared;
            }
            if (shared == best) {
                told.add(task);
            }
        }
        return told.isEmpty() ? new End(own, false) : new End(told, true);
    }

    /** Lets the takers wait for the givers where nothing speaks against it; true where at least one then waits. */
    public boolean join(End givers, End takers) {
        boolean any = false;
        if ((long) givers.tasks().size() * takers.tasks().size() > PAIRS_MAX) {
            return false;
        }
        for (TaskDraft taker : takers.tasks()) {
            for (TaskDraft giver : givers.tasks()) {
                boolean own = saysItself.contains(taker) && !(givers.told() && takers.told());
                boolean already = waits.test(taker, giver);
                boolean open = !own && !giver.equals(taker)
                        && !contradicts(giver, taker, givers.told() || takers.told())
                        && !waits.test(giver, taker);
                if (open && !already) {
                    taker.dependsOn.add(giver.id);
                }
                any |= open || already;
            }
        }
        return any;
    }

    private boolean contradicts(TaskDraft giver, TaskDraft taker, boolean told) {
        Optional<Phase> late = Optional.ofNullable(phases.get(giver.phase));
        Optional<Phase> early = Optional.ofNullable(phases.get(taker.phase));
        if (late.isEmpty() || early.isEmpty()) {
            return false;
        }
        boolean together = late.get().equals(early.get()) && early.get().mode() == Phase.Mode.PARALLEL;
        return late.get().isAfter(early.get()) || (together && !told);
    }

    private static Set<String> said(TaskDraft task) {
        Set<String> words = telling(task.title);
        task.deliverables.forEach(text -> words.addAll(telling(text)));
        task.outputs.forEach(path -> words.addAll(telling(path)));
        return words;
    }

    /** Telling words; in scripts without blanks each pair of signs that stand together. */
    private static Set<String> telling(String text) {
        if (EastAsian.isIn(text)) {
            String key = Words.key(text);
            Set<String> pairs = new LinkedHashSet<>();
            for (int i = 0; i + 1 < key.length(); i++) {
                pairs.add(key.substring(i, i + 2));
            }
            return pairs;
        }
        Set<String> words = new LinkedHashSet<>(TitleWords.of(text));
        Lexicon.WORDS.words("RELATION").forEach(word -> words.remove(TitleWords.stem(word)));
        return words;
    }
}

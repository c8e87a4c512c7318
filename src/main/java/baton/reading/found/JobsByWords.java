package baton.reading.found;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import baton.plan.TaskDraft;
import baton.reading.found.Findings.FoundTask;
import baton.reading.language.NeedClause;
import baton.reading.language.SpokenWords;
import baton.reading.language.TitleWords;
import baton.reading.language.Words;

/** Jobs by what people call them when they do not repeat their titles. */
final class JobsByWords {

    /** A word that so many jobs have tells none of them from the others. */
    private static final int COMMON_MAX = 64;

    private final Map<String, List<TaskDraft>> byStart = new HashMap<>();
    private final IdentityHashMap<TaskDraft, Set<String>> words = new IdentityHashMap<>();
    private final IdentityHashMap<TaskDraft, String> shapes = new IdentityHashMap<>();

    JobsByWords(List<FoundTask> found) {
        found.forEach(task -> {
            TaskDraft job = task.draft();
            shapes.put(job, task.shape());
            // What a job waits for is not what it is called by.
            Set<String> own = SpokenWords.of(NeedClause.of(job.title).map(NeedClause::head).orElse(job.title));
            words.put(job, own);
            own.stream().map(SpokenWords::start).distinct()
                    .forEach(start -> byStart.computeIfAbsent(start, _ -> new ArrayList<>()).add(job));
        });
    }

    /**
     * The one job that has most of the words; nothing where several have as many.
     *
     * @param all
     *            whether it must have all of them; else half of them will do
     */
    Optional<TaskDraft> one(String said, boolean all, Predicate<TaskDraft> among) {
        Set<String> spoken = SpokenWords.of(said);
        Set<TaskDraft> some = new LinkedHashSet<>();
        spoken.stream().map(SpokenWords::start).map(start -> byStart.getOrDefault(start, List.of()))
                .filter(with -> with.size() <= COMMON_MAX).forEach(some::addAll);
        int best = 1;
        List<TaskDraft> fit = new ArrayList<>();
        for (TaskDraft job : some) {
            int shared = among.test(job) ? SpokenWords.shared(spoken, words.getOrDefault(job, Set.of())) : 0;
            if (shared > best) {
                fit.clear();
                best = shared;
            }
            boolean told = shared * (all ? 1 : 2) >= spoken.size()
                    || (shared > 1 && shared >= words.getOrDefault(job, Set.of()).size());
            if (shared == best && told) {
                fit.add(job);
            }
        }
        return fit.size() == 1 || isOne(fit) ? Optional.of(fit.getFirst()) : made(fit, spoken);
    }

    /** One agent's in different kinds of places: they may well be mentions of one job, of which the first will do. */
    private boolean isOne(List<TaskDraft> fit) {
        return !fit.isEmpty() && fit.stream().map(job -> job.agent).distinct().count() == 1
                && fit.stream().map(job -> shapes.getOrDefault(job, "")).distinct().count() == fit.size();
    }

    /** "The trained model" is what comes of "train the network", however many others speak of models. */
    private static Optional<TaskDraft> made(List<TaskDraft> fit, Set<String> spoken) {
        List<TaskDraft> makers = fit.stream().filter(job -> SpokenWords.shared(spoken,
                Set.of(TitleWords.stem(Words.key(job.title).split(" ", 2)[0]))) > 0).toList();
        return makers.size() == 1 ? Optional.of(makers.getFirst()) : Optional.empty();
    }
}

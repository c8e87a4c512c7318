package baton.reading.linking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.linking.Likeness.Acts;
import baton.reading.linking.MentionWords.Read;

/**
 * Finds which task a sentence speaks of that is no job by itself; the task then has one mention more, and what speaks of none is
 * forgotten.
 *
 * <p>
 * Nothing is run or left out for it, so what is not clear is no mention.
 */
final class SaidAgain {

    private static final long COMPARED_MAX = 200_000;
    private static final double RIVAL = 0.95;

    private final Findings findings;
    private final MentionWords words;
    private final Map<String, TaskDraft> byId = new LinkedHashMap<>();
    private final Map<TaskDraft, List<Mention>> mentionsOf = new LinkedHashMap<>();
    private final Map<TaskDraft, Set<String>> taken = new LinkedHashMap<>();
    private final Map<String, Integer> tasksOf = new LinkedHashMap<>();
    private int number;

    private SaidAgain(List<FoundTask> tasks, Read read, Findings findings) {
        this.findings = findings;
        this.words = read.words();
        this.number = tasks.size();
        Map<String, TaskDraft> first = new LinkedHashMap<>();
        tasks.forEach(task -> byId.put(task.draft().id, task.draft()));
        tasks.forEach(task -> task.draft().sameAs.forEach(id -> first.put(id, task.draft())));
        read.mentions().forEach(mention -> {
            TaskDraft task = first.getOrDefault(mention.draft().id, mention.draft());
            if (task.runs) {
                mentionsOf.computeIfAbsent(task, _ -> new ArrayList<>()).add(mention);
            }
        });
        mentionsOf.keySet().forEach(task -> tasksOf.merge(task.agent, 1, Integer::sum));
    }

    /** The mentions that are found, with ids of their own; each task already names those that are its. */
    static List<FoundTask> mentions(List<FoundTask> tasks, List<FoundTask> said, Findings findings) {
        if (said.isEmpty() || (long) tasks.size() * said.size() > COMPARED_MAX) {
            return List.of();
        }
        Read read = MentionWords.read(tasks.stream().filter(task -> task.draft().kind != TaskSpec.Kind.HUMAN).toList(),
                said, findings);
        var again = new SaidAgain(tasks, read, findings);
        List<FoundTask> found = new ArrayList<>();
        said.forEach(one -> again.find(one).ifPresent(task -> found.add(again.join(one, task))));
        return found;
    }

    private record Fit(TaskDraft task, Mention mention, Likeness likeness) {}

    private Optional<TaskDraft> find(FoundTask said) {
        TaskDraft draft = said.draft();
        draft.agent = findings.roster.meant(draft.agent).orElse(draft.agent);
        Mention mention = words.mention(said, Integer.MAX_VALUE);
        List<Fit> fits = new ArrayList<>();
        mentionsOf.forEach((task, known) -> {
            if (draft.agent.isEmpty() || draft.agent.equals(task.agent)) {
                known.stream().map(one -> new Fit(task, one, Likeness.of(one, mention, words, Set.of())))
                        .filter(fit -> isClear(fit, mention))
                        .max(Comparator.comparingDouble(fit -> fit.likeness.weight())).ifPresent(fits::add);
            }
        });
        fits.sort(Comparator.comparingDouble((Fit fit) -> fit.likeness.weight()).reversed());
        boolean open = fits.isEmpty()
                || (fits.size() > 1 && fits.get(1).likeness.weight() >= fits.getFirst().likeness.weight() * RIVAL);
        return open ? Optional.empty() : Optional.of(fits.getFirst().task).filter(task -> isNew(mention, task));
    }

    private boolean isClear(Fit fit, Mention said) {
        boolean rare = fit.mention.words().stream().filter(said.words()::contains).anyMatch(words::isRare);
        boolean owned = !said.draft().agent.isEmpty();
        boolean sole = tasksOf.getOrDefault(fit.task.agent, 0) == 1;
        return fit.likeness.acts() != Acts.OTHER && switch (fit.likeness.degree()) {
            case SAME_WORDS -> owned || said.words().size() > 1;
            case SURE -> owned || said.words().size() > 2;
            case DOUBTFUL -> owned && rare;
            case SLIGHT -> owned && rare && sole && !said.found().shape().equals(FoundTask.TOLD);
            case NONE -> false;
        };
    }

    /** Each part of a document says it once, and not on the line on which the job itself stands. */
    private boolean isNew(Mention said, TaskDraft task) {
        List<Mention> known = mentionsOf.getOrDefault(task, List.of());
        boolean here = known.stream().anyMatch(mention -> mention.draft().place.equals(said.draft().place)
                || mention.part().split(" ", 2)[0].equals(said.part().split(" ", 2)[0]));
        return !here && taken.computeIfAbsent(task, _ -> new LinkedHashSet<>()).add(said.part());
    }

    private FoundTask join(FoundTask said, TaskDraft task) {
        TaskDraft draft = said.draft();
        do {
            number++;
            draft.id = "T-" + number;
        } while (byId.containsKey(draft.id));
        byId.put(draft.id, draft);
        draft.agent = task.agent;
        draft.runs = false;
        task.sameAs.add(draft.id);
        findings.note("task-mentioned-again", draft.place, draft.id + " is the same job as " + task.id + " at "
                + task.place + " and runs once: both say " + shared(draft, task));
        return said;
    }

    private String shared(TaskDraft draft, TaskDraft task) {
        Mention said = words.mention(new FoundTask(draft, List.of()), Integer.MAX_VALUE);
        return mentionsOf.getOrDefault(task, List.of()).stream()
                .map(mention -> MentionWords.shared(said, mention, words))
                .max(Comparator.comparingInt(String::length)).orElse("");
    }
}

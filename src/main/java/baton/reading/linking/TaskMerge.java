package baton.reading.linking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.found.DoubtfulMerge;
import baton.reading.found.DoubtfulMerge.Answer;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Merging;
import baton.reading.found.ReadingOptions;
import baton.reading.language.TitleWords;
import baton.reading.language.Words;

/**
 * Makes one task of all mentions of one job.
 *
 * <p>
 * Two mentions are one job where one agent is given it in different kinds of places (a track, a template, a first action, a
 * queue), at times that do not exclude each other, in the same telling words. Where only some of the words agree it is
 * doubtful. Jobs that the document tells apart by ids of its own are never one.
 */
final class TaskMerge {

    private static final int COMMON_WORD_MAX = 200;
    private static final int ALONE_MAX = 200;
    private static final int LONG_WORD_CHARS_MIN = 4;

    private final Findings findings;
    private final Merging merging;
    private final Function<DoubtfulMerge, Answer> answers;
    private final Set<String> ownIds;
    private final Map<String, List<Mention>> byWord = new HashMap<>();
    private final Map<TaskDraft, TaskDraft> primary = new LinkedHashMap<>();
    private final Map<TaskDraft, List<String>> needs = new HashMap<>();

    TaskMerge(Findings findings, ReadingOptions options, Set<String> ownIds) {
        this.findings = findings;
        this.merging = options.merging();
        this.answers = options.merges();
        this.ownIds = ownIds;
    }

    private record Mention(FoundTask found, Set<String> words, String key) {

        Mention(FoundTask found, Set<String> words) {
            this(found, words, Words.key(found.draft().title));
        }

        TaskDraft draft() {
            return found.draft();
        }
    }

    private enum Likeness {
        SAME_WORDS, SURE, DOUBTFUL, NONE
    }

    /** Merges and gives the tasks with all that they need, mentions included. */
    List<FoundTask> merge(List<FoundTask> tasks) {
        tasks.forEach(task -> needs.put(task.draft(), new ArrayList<>(task.needs())));
        tasks.stream().filter(task -> task.draft().kind != TaskSpec.Kind.TEMPLATE).forEach(this::place);
        tasks.stream().filter(task -> task.draft().kind == TaskSpec.Kind.TEMPLATE).forEach(this::place);
        alone(tasks);
        return tasks.stream().map(task -> new FoundTask(task.draft(), needs.getOrDefault(task.draft(), List.of()),
                task.shape(), task.implied(), task.days())).toList();
    }

    private void place(FoundTask task) {
        boolean job = switch (task.draft().kind) {
            case TASK, ASSIGNMENT, OPENING, FOLLOW_UP, TEMPLATE -> true;
            case HUMAN, NEXT_STEP -> false;
        };
        if (!job) {
            return;
        }
        var mention = new Mention(task, TitleWords.of(task.draft().title));
        Likeness best = Likeness.NONE;
        Optional<Mention> first = Optional.empty();
        for (Mention other : candidates(mention)) {
            Likeness likeness = likeness(other, mention);
            if (likeness.compareTo(best) < 0) {
                best = likeness;
                first = Optional.of(other);
            }
        }
        boolean joined = first.isPresent() && join(mention, first.get(), best);
        if (!joined) {
            mention.words.forEach(word -> byWord
                    .computeIfAbsent(mention.draft().agent + " " + word, _ -> new ArrayList<>()).add(mention));
        }
    }

    /**
     * Where an agent has one job in one kind of place and one in another at the same time, and the two share any longer
     * word, they may well be one, however different the rest of the words is.
     */
    private void alone(List<FoundTask> tasks) {
        Map<String, List<FoundTask>> byAgent = new LinkedHashMap<>();
        tasks.stream().filter(task -> task.days().isPresent() && task.draft().sameAs.isEmpty())
                .forEach(task -> byAgent.computeIfAbsent(task.draft().agent, _ -> new ArrayList<>()).add(task));
        byAgent.values().stream().filter(own -> own.size() <= ALONE_MAX).forEach(own -> own.stream()
                .filter(task -> task.draft().runs && task.draft().kind == TaskSpec.Kind.OPENING)
                .forEach(task -> own.stream().filter(other -> other.draft().runs && isAlone(task, other, own))
                        .findFirst().ifPresent(other -> join(mention(task), mention(other), Likeness.DOUBTFUL))));
    }

    private static Mention mention(FoundTask task) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : Words.key(task.draft().title).split(" ", -1)) {
            if (word.length() >= LONG_WORD_CHARS_MIN) {
                words.add(TitleWords.stem(word));
            }
        }
        return new Mention(task, words);
    }

    private static boolean isAlone(FoundTask task, FoundTask other, List<FoundTask> own) {
        if (task.shape().equals(other.shape()) || excludes(task, other)
                || TitleWords.shared(mention(task).words, mention(other).words) == 0) {
            return false;
        }
        long beside = own.stream().filter(third -> third.shape().equals(other.shape()) && !excludes(task, third))
                .count();
        long before = own.stream().filter(third -> third.shape().equals(task.shape()) && !excludes(third, other))
                .count();
        return beside == 1 && before == 1;
    }

    private List<Mention> candidates(Mention mention) {
        List<Mention> candidates = new ArrayList<>();
        Set<Mention> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String word : mention.words) {
            List<Mention> with = byWord.getOrDefault(mention.draft().agent + " " + word, List.of());
            if (with.size() <= COMMON_WORD_MAX) {
                with.stream().filter(seen::add).forEach(candidates::add);
            }
        }
        return candidates;
    }

    private Likeness likeness(Mention one, Mention other) {
        boolean told = ownIds.contains(one.draft().id) && ownIds.contains(other.draft().id);
        if (told || excludes(one.found, other.found)) {
            return Likeness.NONE;
        }
        if (one.key.equals(other.key)) {
            return Likeness.SAME_WORDS;
        }
        boolean onePlace = one.found.shape().equals(other.found.shape());
        int shared = TitleWords.shared(one.words, other.words);
        int least = Math.min(one.words.size(), other.words.size());
        int most = Math.max(one.words.size(), other.words.size());
        if (onePlace || shared == 0) {
            return Likeness.NONE;
        }
        boolean together = one.found.days().isPresent() && other.found.days().isPresent();
        boolean opening = (one.draft().kind == TaskSpec.Kind.OPENING) != (other.draft().kind == TaskSpec.Kind.OPENING);
        if (opening && shared == least && shared > 1) {
            // Whoever hands out a job at the beginning calls it by a short name.
            return Likeness.SURE;
        }
        if (shared == least && (most - least <= 1 || shared * 3 >= most * 2 || (together && shared > 1))) {
            return Likeness.SURE;
        }
        boolean half = shared * 2 >= most || (shared == least && shared > 1);
        return half && shared * 3 >= least * 2 ? Likeness.DOUBTFUL : Likeness.NONE;
    }

    /** Two times that have nothing in common are two jobs. */
    private static boolean excludes(FoundTask one, FoundTask other) {
        if (one.days().isPresent() && other.days().isPresent()) {
            return !one.days().get().meets(other.days().get());
        }
        String first = one.draft().phase;
        String second = other.draft().phase;
        return !first.isEmpty() && !second.isEmpty() && !first.equals(second) && one.days().isEmpty()
                && other.days().isEmpty() && word(first).equals(word(second));
    }

    private static String word(String phase) {
        int hyphen = phase.indexOf('-');
        return hyphen < 0 ? phase : phase.substring(0, hyphen);
    }

    private boolean join(Mention again, Mention first, Likeness likeness) {
        boolean doubtful = likeness == Likeness.DOUBTFUL && merging == Merging.ASK;
        Answer answer = doubtful ? answers.apply(doubt(again, first)) : Answer.OPEN;
        boolean sure = likeness == Likeness.SAME_WORDS || (likeness == Likeness.SURE && merging != Merging.STRICT)
                || (likeness == Likeness.DOUBTFUL && merging == Merging.LOOSE) || answer == Answer.ONE_JOB;
        if (sure) {
            unite(again, first, answer == Answer.ONE_JOB ? "somebody said so, and " : "");
        } else if (doubtful && answer == Answer.OPEN) {
            leaveOpen(again, first);
        }
        return sure;
    }

    private void unite(Mention again, Mention first, String who) {
        TaskDraft mention = again.draft();
        TaskDraft task = first.draft();
        mention.runs = false;
        task.sameAs.add(mention.id);
        absorb(task, mention);
        primary.put(mention, task);
        needs.getOrDefault(task, new ArrayList<>()).addAll(needs.getOrDefault(mention, List.of()));
        needs.put(mention, new ArrayList<>());
        findings.note("task-mentioned-again", mention.place, mention.id + " is the same job as " + task.id + " at "
                + task.place + " and runs once: " + who + "both say " + words(again, first));
    }

    private void leaveOpen(Mention again, Mention first) {
        TaskDraft mention = again.draft();
        TaskDraft task = first.draft();
        mention.runs = false;
        needs.put(mention, new ArrayList<>());
        DoubtfulMerge doubt = doubt(again, first);
        findings.doubts.add(doubt);
        findings.remarks.add(baton.plan.Problem.warning("merge-doubtful", mention.place, mention.id + " \""
                + mention.title + "\" may be the same job as " + task.id + " \"" + task.title + "\" at "
                + task.place
                + ": both say " + doubt.words()
                + "; it does not run (--merge strict runs both, --merge loose takes them for one)",
                "Write one job in the same words, or two in different ones."));
    }

    private static DoubtfulMerge doubt(Mention again, Mention first) {
        return new DoubtfulMerge(named(again.draft()), named(first.draft()), words(again, first));
    }

    private static DoubtfulMerge.Mention named(TaskDraft draft) {
        return new DoubtfulMerge.Mention(draft.id, draft.title, draft.place);
    }

    private static String words(Mention one, Mention other) {
        List<String> said = new ArrayList<>();
        for (String word : Words.key(one.draft().title).split(" ", -1)) {
            if (other.words.contains(TitleWords.stem(word))) {
                said.add(word);
            }
        }
        return "\"" + String.join(" ", said) + "\"";
    }

    /** The task takes from a mention what the place of its own does not say. */
    private static void absorb(TaskDraft task, TaskDraft mention) {
        fill(task.outputs, mention.outputs);
        fill(task.deliverables, mention.deliverables);
        fill(task.acceptance, mention.acceptance);
        fill(task.inputs, mention.inputs);
        fill(task.integrationPoints, mention.integrationPoints);
        fill(task.contract, mention.contract);
        fill(task.tools, mention.tools);
        fill(task.returns, mention.returns);
        task.priority = task.priority.isEmpty() ? mention.priority : task.priority;
        task.deadline = task.deadline.isEmpty() ? mention.deadline : task.deadline;
        task.estimate = task.estimate.isEmpty() ? mention.estimate : task.estimate;
        task.sprint = task.sprint.isEmpty() ? mention.sprint : task.sprint;
        task.track = task.track.isEmpty() ? mention.track : task.track;
        task.phase = task.phase.isEmpty() ? mention.phase : task.phase;
        task.start = task.start.isEmpty() ? mention.start : task.start;
        task.timeBox = task.timeBox.or(() -> mention.timeBox);
    }

    private static void fill(List<String> own, List<String> other) {
        if (own.isEmpty()) {
            own.addAll(other);
        }
    }

    /** The task that a mention was merged into, or the task itself. */
    TaskDraft of(TaskDraft mention) {
        return primary.getOrDefault(mention, mention);
    }
}

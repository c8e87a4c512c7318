package baton.reading.linking;

import java.util.ArrayList;
import java.util.HashMap;
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
import baton.reading.linking.JobPairs.Pair;

/**
 * Makes one task of all mentions of one job.
 *
 * <p>
 * Two mentions are one job where one agent is given it in different places (a track, a template, a first action, a queue), at
 * times that do not exclude each other, in the same telling words; {@link JobPairs} weighs it. Where only some of the words
 * agree it is doubtful: somebody is asked, and until then the later one does not run. Jobs that the document tells apart by ids
 * of its own are never one.
 */
final class TaskMerge {

    private final Findings findings;
    private final Merging merging;
    private final Function<DoubtfulMerge, Answer> answers;
    private final Set<String> ownIds;
    private final Map<TaskDraft, TaskDraft> primary = new LinkedHashMap<>();
    private final Map<TaskDraft, List<String>> needs = new HashMap<>();
    private final Set<Pair> said = new LinkedHashSet<>();

    TaskMerge(Findings findings, ReadingOptions options, Set<String> ownIds) {
        this.findings = findings;
        this.merging = options.merging();
        this.answers = options.merges();
        this.ownIds = ownIds;
    }

    /** Merges and gives the tasks with all that they need, mentions included. */
    List<FoundTask> merge(List<FoundTask> tasks) {
        tasks.forEach(task -> needs.put(task.draft(), new ArrayList<>(task.needs())));
        MentionWords.Read read = MentionWords.read(tasks.stream().filter(TaskMerge::isJob).toList(), findings);
        var pairs = new JobPairs(read, ownIds);
        List<Pair> open = new ArrayList<>();
        Set<Integer> asked = new LinkedHashSet<>();
        for (Pair doubtful : pairs.settle(merging == Merging.STRICT)) {
            boolean apart = pairs.group(doubtful.first()) != pairs.group(doubtful.again());
            if (apart && asked.add(doubtful.again().order()) && !isOne(doubtful, pairs, read.words())) {
                open.add(doubtful);
            }
        }
        read.mentions().stream().map(pairs::group).distinct().forEach(group -> unite(group, read.words()));
        open.forEach(pair -> leaveOpen(pair, read.words()));
        return tasks.stream().map(task -> new FoundTask(task.draft(), needs.getOrDefault(task.draft(), List.of()),
                task.shape(), task.implied(), task.days())).toList();
    }

    private static boolean isJob(FoundTask task) {
        return switch (task.draft().kind) {
            case TASK, ASSIGNMENT, OPENING, FOLLOW_UP, TEMPLATE -> true;
            case HUMAN, NEXT_STEP -> false;
        };
    }

    /** Settles a doubtful pair by what was said of it; false where nobody has said anything. */
    private boolean isOne(Pair pair, JobPairs pairs, MentionWords words) {
        if (merging == Merging.LOOSE) {
            pairs.join(pair);
            return true;
        }
        Answer answer = answers.apply(doubt(pair, words));
        if (answer == Answer.ONE_JOB && pairs.join(pair)) {
            said.add(pair);
        }
        return answer != Answer.OPEN;
    }

    private void unite(JobPairs.Group group, MentionWords words) {
        Mention first = group.members().getFirst();
        group.members().stream().skip(1).forEach(again -> unite(again, first, group, words));
    }

    /** Makes one mention part of the task that its group is. */
    private void unite(Mention again, Mention first, JobPairs.Group group, MentionWords words) {
        TaskDraft mention = again.draft();
        TaskDraft task = first.draft();
        mention.runs = false;
        task.sameAs.add(mention.id);
        absorb(task, mention);
        primary.put(mention, task);
        needs.getOrDefault(task, new ArrayList<>()).addAll(needs.getOrDefault(mention, List.of()));
        needs.put(mention, new ArrayList<>());
        Optional<Pair> by = group.by(again);
        String who = by.filter(said::contains).isPresent() ? "somebody said so, and " : "";
        findings.note("task-mentioned-again", mention.place, mention.id + " is the same job as " + task.id + " at "
                + task.place + " and runs once: " + who + "both say "
                + MentionWords.shared(again, by.map(pair -> pair.beside(again)).orElse(first), words));
    }

    private void leaveOpen(Pair pair, MentionWords words) {
        TaskDraft mention = pair.again().draft();
        TaskDraft task = of(pair.first().draft());
        if ((!mention.runs && mention.kind != TaskSpec.Kind.TEMPLATE) || !task.runs) {
            return;
        }
        mention.runs = false;
        needs.put(mention, new ArrayList<>());
        DoubtfulMerge doubt = doubt(pair, words);
        findings.doubts.add(doubt);
        findings.remarks.add(baton.plan.Problem.warning("merge-doubtful", mention.place, mention.id + " \""
                + mention.title + "\" may be the same job as " + task.id + " \"" + task.title + "\" at "
                + task.place
                + ": both say " + doubt.words()
                + "; it does not run (--merge strict runs both, --merge loose takes them for one)",
                "Write one job in the same words, or two in different ones."));
    }

    private DoubtfulMerge doubt(Pair pair, MentionWords words) {
        return new DoubtfulMerge(named(pair.again().draft()), named(of(pair.first().draft())),
                MentionWords.shared(pair.again(), pair.first(), words));
    }

    private static DoubtfulMerge.Mention named(TaskDraft draft) {
        return new DoubtfulMerge.Mention(draft.id, draft.title, draft.place);
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

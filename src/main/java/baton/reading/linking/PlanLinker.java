package baton.reading.linking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

import baton.plan.PlanDraft;
import baton.plan.PlanLimits;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.found.Findings;
import baton.reading.found.Findings.Figure;
import baton.reading.found.Findings.FoundPhase;
import baton.reading.found.Findings.FoundResult;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.PhaseIndex;
import baton.reading.found.ReadingOptions;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Period;
import baton.reading.language.Words;

/**
 * Makes one plan of what was found in all documents: names become ids, mentions of one job become one task, and words about
 * order become edges.
 */
public final class PlanLinker {

    private final Findings findings;
    private final ReadingOptions options;
    private final PlanDraft draft;
    private final List<FoundTask> saidAgain = new ArrayList<>();
    private final Map<String, FoundPhase> phasesById = new LinkedHashMap<>();

    private PlanLinker(Findings findings, ReadingOptions options) {
        this.findings = findings;
        this.options = options;
        this.draft = findings.draft;
        findings.phases.forEach(phase -> phasesById.putIfAbsent(phase.phase().id(), phase));
    }

    public static void link(Findings findings, ReadingOptions options) {
        new PlanLinker(findings, options).link();
    }

    private void link() {
        draft.agents.addAll(findings.roster.specs());
        linkPhases();
        List<FoundTask> tasks = linkTasks();
        new EdgeLinker(findings, tasks).link();
        List<FoundTask> again = SaidAgain.mentions(tasks, saidAgain, findings);
        tasks.forEach(task -> draft.tasks.add(task.draft().toTask()));
        again.forEach(task -> draft.tasks.add(task.draft().toTask()));
        linkLimits();
    }

    private void linkPhases() {
        Set<String> known = new LinkedHashSet<>();
        findings.phases.stream().sorted(Comparator.comparingLong(phase -> order(phase.phase().place().file(),
                phase.phase().place().line()))).filter(phase -> known.add(phase.phase().id()))
                .forEach(phase -> draft.phases.add(phase.phase()));
    }

    /** Files in the order in which they were given, lines in theirs; other forms than Markdown have an order of their own. */
    private long order(String file, int line) {
        return (long) findings.files.indexOf(file) << Integer.SIZE | (findings.markdown.contains(file) ? line : 0);
    }

    private List<FoundTask> linkTasks() {
        List<FoundTask> found = explicit();
        found.addAll(Duties.namedAgain(found, findings));
        found.sort(Comparator.comparingLong(task -> order(task.draft().place.file(), task.draft().place.line())));
        var phases = new PhaseIndex(findings.phases);
        Map<String, TaskDraft> byId = new LinkedHashMap<>();
        Set<String> ownIds = new LinkedHashSet<>();
        List<FoundTask> tasks = new ArrayList<>();
        for (FoundTask task : found) {
            TaskDraft job = task.draft();
            Optional<String> known = findings.roster.meant(job.agent);
            job.agent = known.orElse(job.agent);
            boolean person = known.filter(id -> findings.people.contains(NameIndex.key(id))).isPresent();
            if (person || (known.isEmpty() && Lexicon.WORDS.words("HUMAN").contains(Words.key(job.agent)))) {
                job.agent = person ? job.agent : "";
                job.kind = TaskSpec.Kind.HUMAN;
                job.runs = false;
            }
            again(job, byId);
            boolean named = !job.id.isBlank() && !byId.containsKey(job.id);
            job.id = named ? job.id : "T-" + (tasks.size() + 1);
            if (named) {
                ownIds.add(job.id);
            }
            byId.putIfAbsent(job.id, job);
            Optional<FoundPhase> phase = phases.at(job.place).or(() -> phaseOf(task));
            phase.ifPresent(one -> inherit(job, one));
            Optional<Period.Days> days = task.days().or(() -> Period.daysIn(job.sprint))
                    .or(() -> phase.flatMap(FoundPhase::days));
            boolean sibling = task.shape().startsWith("list") && phase.filter(one -> one.container() > 0).isPresent();
            String shape = sibling ? "list@" + phase.map(FoundPhase::container).orElse(0) : task.shape();
            tasks.add(new FoundTask(job, task.needs(), job.place.file() + " " + shape, task.implied(), days));
        }
        Map<String, NavigableMap<Integer, List<TaskDraft>>> byLine = new LinkedHashMap<>();
        tasks.stream().map(FoundTask::draft)
                .forEach(task -> byLine.computeIfAbsent(task.place.file(), _ -> new TreeMap<>())
                        .computeIfAbsent(task.place.line(), _ -> new ArrayList<>()).add(task));
        findings.results.forEach(result -> share(result, byLine.getOrDefault(result.file(), new TreeMap<>())));
        return new TaskMerge(findings, options, ownIds).merge(tasks);
    }

    /** A bar or node that carries the id of a job speaks of that job, in other words and perhaps in small letters. */
    private void again(TaskDraft job, Map<String, TaskDraft> byId) {
        Optional<TaskDraft> first = Optional.ofNullable(byId.get(job.id))
                .or(() -> Optional.ofNullable(byId.get(job.id.toUpperCase(Locale.ROOT))))
                .filter(other -> other.agent.equals(job.agent) && job.id.matches("\\p{L}{1,4}-?\\d{1,4}"));
        first.ifPresent(other -> {
            findings.called.putIfAbsent(Words.key(job.title), other);
            job.title = other.title;
            job.id = "";
        });
    }

    /** What describes an agent's work counts as a task only where nothing else gives it one. */
    private List<FoundTask> explicit() {
        listedAgain();
        Set<String> busy = new LinkedHashSet<>();
        findings.tasks.stream().filter(task -> !task.implied() && !task.shape().equals(FoundTask.TOLD))
                .forEach(task -> busy.add(agent(task)));
        Set<String> rosters = new LinkedHashSet<>();
        findings.tasks.stream().filter(task -> task.shape().startsWith("roster@"))
                .filter(task -> busy.contains(agent(task)))
                .forEach(task -> rosters.add(task.draft().place.file() + task.shape()));
        saidAgain.addAll(findings.saidAgain);
        findings.tasks.stream().filter(task -> task.shape().equals(FoundTask.TOLD) && busy.contains(agent(task)))
                .forEach(saidAgain::add);
        return new ArrayList<>(findings.tasks.stream().filter(task -> {
            if (task.shape().startsWith("roster@")) {
                return !rosters.contains(task.draft().place.file() + task.shape());
            }
            String agent = agent(task);
            boolean alone = !busy.contains(agent) && (busy.isEmpty() || !task.draft().outputs.isEmpty());
            boolean told = task.shape().equals(FoundTask.TOLD) && busy.contains(agent);
            return !told && (!task.implied() || alone);
        }).toList());
    }

    /** Who somebody is, a document says once: lists that most agents stand in several times hold jobs. */
    private void listedAgain() {
        Map<String, Integer> lines = new LinkedHashMap<>();
        findings.tasks.stream().filter(PlanLinker::isImpliedLine)
                .forEach(task -> lines.merge(agent(task), 1, Integer::sum));
        long again = lines.values().stream().filter(count -> count > 1).count();
        if (again > 1 && again * 2 >= lines.size()) {
            findings.tasks.replaceAll(task -> isImpliedLine(task)
                    ? new FoundTask(task.draft(), task.needs(), task.shape(), false, task.days())
                    : task);
        }
    }

    private static boolean isImpliedLine(FoundTask task) {
        return task.implied() && task.shape().equals("list");
    }

    private String agent(FoundTask task) {
        return findings.roster.meant(task.draft().agent).orElse(task.draft().agent);
    }

    /** The phase that a task names without standing in it. */
    private Optional<FoundPhase> phaseOf(FoundTask task) {
        return task.draft().phase.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(phasesById.get(task.draft().phase));
    }

    private void inherit(TaskDraft task, FoundPhase phase) {
        task.phase = task.phase.isEmpty() ? phase.phase().id() : task.phase;
        boolean criteria = task.acceptance.isEmpty() && !phase.criteria().isEmpty();
        boolean outputs = task.outputs.isEmpty() && !phase.outputs().isEmpty();
        if (criteria) {
            task.acceptance.addAll(phase.criteria());
        }
        if (outputs) {
            task.outputs.addAll(phase.outputs());
        }
        if (criteria || outputs) {
            String what = criteria && outputs ? "output and criteria" : criteria ? "criteria" : "output";
            findings.note("task-inherits", task.place, task.id + " \"" + task.title + "\" names no " + what
                    + " and takes those of " + phase.phase().name());
        }
    }

    /** What a group of jobs leads to is said for each that names no result of its own. */
    private void share(FoundResult result, NavigableMap<Integer, List<TaskDraft>> tasks) {
        List<TaskDraft> within = tasks.subMap(result.firstLine(), true, result.lastLine(), true).values().stream()
                .flatMap(List::stream).filter(task -> task.outputs.isEmpty() && task.deliverables.isEmpty()).toList();
        within.forEach(task -> task.deliverables.add(result.text()));
        if (!within.isEmpty()) {
            findings.note("task-inherits", within.getFirst().place, String.join(", ",
                    within.stream().map(task -> task.id).toList())
                    + (within.size() == 1 ? " names no result and takes" : " name no result and take")
                    + " that of their list: " + result.text());
        }
    }

    private void linkLimits() {
        draft.limits = new PlanLimits(figure(Figure.Kind.AGENTS_MIN, "the least number of agents"),
                figure(Figure.Kind.AGENTS_MAX, "the most agents"),
                figure(Figure.Kind.TIME_BOX_MINUTES, "the time box in minutes"));
    }

    /** The figure that was stated first; others that differ are contradictions. */
    private OptionalInt figure(Figure.Kind kind, String words) {
        List<Figure> stated = findings.figures.stream().filter(figure -> figure.kind() == kind).toList();
        if (stated.isEmpty()) {
            return OptionalInt.empty();
        }
        Figure first = stated.getFirst();
        stated.stream().filter(figure -> figure.value() != first.value()).findFirst().ifPresent(
                other -> findings.warn("limit-contradiction", other.place(),
                        words + " is " + other.value() + " here and "
                                + first.value() + " at " + first.place() + "; " + first.value() + " counts",
                        "Make the two agree."));
        return OptionalInt.of(first.value());
    }
}

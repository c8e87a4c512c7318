package baton.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import baton.plan.AgentSpec;
import baton.plan.PlanDraft;
import baton.plan.PlanLimits;
import baton.plan.TaskDraft;
import baton.reading.Findings.Figure;
import baton.reading.Findings.FoundAgent;
import baton.reading.Findings.FoundPhase;
import baton.reading.Findings.FoundTask;

/**
 * Makes one plan of what was found in all documents: names become ids, mentions of one job become one task, and words about
 * order become edges.
 */
final class PlanLinker {

    private final Findings findings;
    private final PlanDraft draft;
    private final NameIndex agents = new NameIndex();

    private PlanLinker(Findings findings) {
        this.findings = findings;
        this.draft = findings.draft;
    }

    static void link(Findings findings) {
        new PlanLinker(findings).link();
    }

    private void link() {
        linkAgents();
        linkPhases();
        List<FoundTask> tasks = linkTasks();
        new EdgeLinker(findings, agents, tasks).link();
        tasks.forEach(task -> draft.tasks.add(task.draft().toTask()));
        linkLimits();
    }

    private void linkAgents() {
        Map<String, List<FoundAgent>> byId = new LinkedHashMap<>();
        for (FoundAgent agent : findings.agents) {
            String id = agents.find(agent.name.written()).or(() -> agent.name.aliases().stream()
                    .flatMap(alias -> agents.find(alias).stream()).findFirst()).orElse(agent.name.id());
            byId.computeIfAbsent(id, _ -> new ArrayList<>()).add(agent);
            agents.add(agent.name.written(), id);
            agent.name.aliases().forEach(alias -> agents.add(alias, id));
        }
        byId.forEach((id, mentions) -> draft.agents.add(merged(id, mentions)));
    }

    private static AgentSpec merged(String id, List<FoundAgent> mentions) {
        FoundAgent first = mentions.getFirst();
        List<String> spellings = mentions.stream().flatMap(mention -> Stream
                .concat(Stream.of(mention.name.written()), mention.name.aliases().stream())).distinct()
                .filter(spelling -> !spelling.equals(first.name.written())).toList();
        List<AgentSpec.OwnedArea> owns = mentions.stream().flatMap(mention -> mention.owns.stream()).distinct()
                .map(path -> new AgentSpec.OwnedArea(path, "")).toList();
        return new AgentSpec(id, first.name.written(), spellings,
                mentions.stream().map(mention -> mention.group).filter(text -> !text.isEmpty()).findFirst().orElse(""),
                mentions.stream().map(mention -> mention.role).filter(text -> !text.isEmpty()).findFirst().orElse(""),
                mentions.stream().flatMap(mention -> mention.responsibilities.stream()).distinct().toList(), owns,
                mentions.stream().flatMap(mention -> mention.topics.stream()).distinct().toList(),
                mentions.stream().flatMap(mention -> mention.tools.stream()).distinct().toList(),
                mentions.stream().flatMap(mention -> mention.outputs.stream()).distinct().toList(), first.place);
    }

    private void linkPhases() {
        for (FoundPhase phase : findings.phases) {
            if (draft.phases.stream().noneMatch(other -> other.id().equals(phase.phase().id()))) {
                draft.phases.add(phase.phase());
            }
        }
    }

    private List<FoundTask> linkTasks() {
        List<FoundTask> tasks = new ArrayList<>();
        Map<String, TaskDraft> byWords = new LinkedHashMap<>();
        Map<String, TaskDraft> byId = new LinkedHashMap<>();
        for (FoundTask found : findings.tasks) {
            TaskDraft task = found.draft();
            task.agent = agents.find(task.agent).orElse(task.agent);
            String number = "T-" + (tasks.size() + 1);
            boolean named = !task.id.isBlank() && !byId.containsKey(task.id);
            if (task.id.isBlank() || byId.containsKey(task.id)) {
                task.id = number;
            }
            byId.putIfAbsent(task.id, task);
            phaseOf(task).ifPresent(phase -> inherit(task, phase));
            // Jobs that the document tells apart by ids of its own are not one, however alike their words are.
            String own = named ? task.id : "";
            TaskDraft first = byWords.putIfAbsent(task.agent + " " + Words.key(task.title) + " " + own, task);
            if (first != null) {
                mention(task, first);
            }
            tasks.add(found);
        }
        return tasks;
    }

    /** The innermost phase around the task's line. */
    private Optional<FoundPhase> phaseOf(TaskDraft task) {
        FoundPhase inner = null;
        for (FoundPhase phase : findings.phases) {
            inner = phase.spans(task.place) ? phase : inner;
        }
        return Optional.ofNullable(inner);
    }

    private void inherit(TaskDraft task, FoundPhase phase) {
        task.phase = phase.phase().id();
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

    private void mention(TaskDraft again, TaskDraft first) {
        again.runs = false;
        first.sameAs.add(again.id);
        findings.note("task-mentioned-again", again.place,
                again.id + " is the same job as " + first.id + " at " + first.place + " and runs once");
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

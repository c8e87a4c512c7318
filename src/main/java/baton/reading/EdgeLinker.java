package baton.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import baton.plan.Edge;
import baton.plan.Place;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.Findings.FoundEdge;
import baton.reading.Findings.FoundTask;

/**
 * Turns words about order into edges.
 *
 * <p>
 * Where each of two agents has exactly one task, an arrow between them is an arrow between the tasks, and binds. An agent
 * with several tasks leaves open which of them is meant, so such an arrow is soft. A node of a graph that no agent is, and
 * to which single tasks lead, is a job of its own that nobody owns.
 */
final class EdgeLinker {

    private static final Pattern JOB = Pattern
            .compile(".*\\b(report|summary|review|integration|release|merge|sign off|synthesis|final"
                    + "|handover|hand over|launch|publish|publication|retrospective|conclusion|digest|assembly|approval|wrap up|consolidat\\w*|compil\\w*)\\b.*");
    private static final Pattern EVERYBODY = Pattern
            .compile("(all|every|each|everybody|everyone|the others?|all others?)"
                    + "( (of )?(the )?(other |previous |above )?(agents?|tasks?|others?|above|one))?");

    private final Findings findings;
    private final NameIndex agents;
    private final List<FoundTask> tasks;
    private final Map<String, List<TaskDraft>> byAgent = new LinkedHashMap<>();
    private final Map<String, TaskDraft> byId = new LinkedHashMap<>();
    private final Map<String, TaskDraft> byWords = new LinkedHashMap<>();
    private final Map<String, TaskDraft> byOutput = new LinkedHashMap<>();
    private final Set<List<String>> known = new LinkedHashSet<>();

    EdgeLinker(Findings findings, NameIndex agents, List<FoundTask> tasks) {
        this.findings = findings;
        this.agents = agents;
        this.tasks = tasks;
        tasks.stream().map(FoundTask::draft).forEach(this::index);
    }

    private void index(TaskDraft task) {
        byId.putIfAbsent(task.id, task);
        if (task.runs) {
            byAgent.computeIfAbsent(task.agent, _ -> new ArrayList<>()).add(task);
            byWords.putIfAbsent(Words.key(task.id), task);
            byWords.putIfAbsent(Words.key(task.title), task);
            task.outputs.forEach(path -> byOutput.putIfAbsent(path, task));
        }
    }

    void link() {
        ownJobs();
        findings.edges.forEach(this::arrow);
        for (FoundTask task : List.copyOf(tasks)) {
            task.needs().forEach(need -> need(task.draft(), need));
        }
        for (FoundTask task : List.copyOf(tasks)) {
            task.draft().inputs.forEach(input -> input(task.draft(), input));
        }
    }

    /** Nodes that nobody owns and single tasks lead to become tasks of the orchestrator. */
    private void ownJobs() {
        Map<String, List<FoundEdge>> incoming = new LinkedHashMap<>();
        Set<String> leadsOn = new LinkedHashSet<>();
        for (FoundEdge edge : findings.edges) {
            incoming.computeIfAbsent(edge.to(), _ -> new ArrayList<>()).add(edge);
            leadsOn.add(edge.from());
        }
        incoming.forEach((node, edges) -> {
            boolean unowned = single(node).isEmpty() && agent(node).isEmpty();
            boolean fromTasks = edges.stream().allMatch(edge -> single(edge.from()).isPresent());
            boolean job = JOB.matcher(Words.key(node)).matches() || (edges.size() > 1 && !leadsOn.contains(node));
            if (unowned && fromTasks && job) {
                var task = new TaskDraft("T-" + (tasks.size() + 1), node, PlanLint.ORCHESTRATOR);
                task.kind = TaskSpec.Kind.FOLLOW_UP;
                task.place = edges.getFirst().place();
                tasks.add(new FoundTask(task, List.of()));
                index(task);
            }
        });
    }

    private void arrow(FoundEdge found) {
        Optional<TaskDraft> from = single(found.from());
        Optional<TaskDraft> to = single(found.to());
        if (from.isPresent() && to.isPresent()) {
            bind(from.get(), to.get(), found.label(), found.source(), found.place());
            return;
        }
        Optional<String> first = agent(found.from());
        Optional<String> second = agent(found.to());
        Edge.Kind kind = first.isPresent() && second.isPresent() ? Edge.Kind.AGENT : Edge.Kind.ARTIFACT;
        add(new Edge(first.orElse(found.from()), second.orElse(found.to()), found.label(), kind, false, found.source(),
                found.place()));
    }

    /** The one task that a name stands for: its id, its title, or the only task of the agent. */
    private Optional<TaskDraft> single(String written) {
        TaskDraft named = byWords.get(Words.key(written));
        if (named != null) {
            return Optional.of(named);
        }
        return agent(written).map(agent -> byAgent.getOrDefault(agent, List.of())).filter(own -> own.size() == 1)
                .map(List::getFirst);
    }

    /** The agent of this name, also where the name stands behind its number, as in "Agent 2: Backend". */
    private Optional<String> agent(String written) {
        return agents.find(written).or(() -> AgentName.of(written).aliases().stream()
                .flatMap(alias -> agents.find(alias).stream()).findFirst());
    }

    private void need(TaskDraft task, String written) {
        List<TaskDraft> needed = meant(task, written);
        needed.stream().filter(other -> !other.equals(task))
                .forEach(other -> bind(other, task, "", Edge.Source.TEXT, task.place));
        if (!needed.isEmpty()) {
            return;
        }
        Optional<String> agent = agent(written);
        if (agent.isPresent()) {
            add(new Edge(agent.get(), task.agent, "", Edge.Kind.AGENT, false, Edge.Source.TEXT, task.place));
            findings.note("soft-dependency", task.place, task.id + " comes after " + agent.get()
                    + ", who has several tasks; the order is kept where possible and nothing waits");
        } else {
            findings.warn("dangling-dependency", task.place,
                    task.id + " \"" + task.title + "\" depends on \"" + written + "\", which nothing in the plan is",
                    "Name an agent, a task or a file; until then nothing waits for it.");
        }
    }

    private List<TaskDraft> meant(TaskDraft task, String written) {
        Optional<TaskDraft> single = single(written);
        if (single.isPresent()) {
            return List.of(single.get());
        }
        String key = Words.key(written);
        TaskDraft writer = byOutput.get(written);
        if (writer != null) {
            return List.of(writer);
        }
        List<TaskDraft> running = tasks.stream().map(FoundTask::draft).filter(other -> other.runs).toList();
        if (EVERYBODY.matcher(key).matches()) {
            return running.stream().filter(other -> !other.equals(task) && !other.agent.equals(PlanLint.ORCHESTRATOR))
                    .toList();
        }
        String phase = key.replaceFirst("^(all |every |everything |everybody )?(of |in |from )?(the )?", "")
                .replace(' ', '-');
        return running.stream()
                .filter(other -> !other.equals(task) && !other.phase.isEmpty() && other.phase.equals(phase))
                .toList();
    }

    /** A file that one task reads and another writes is an order that the document gives by naming it. */
    private void input(TaskDraft reader, String path) {
        TaskDraft writer = byOutput.get(path);
        if (writer == null || writer.equals(reader) || !Paths.isPath(path)) {
            return;
        }
        if (reaches(reader, writer)) {
            findings.warn("artifact-circle", reader.place, reader.id + " reads " + path + " of " + writer.id
                    + ", which itself waits for " + reader.id + "; it does not wait", "Take one of the two away.");
        } else {
            bind(writer, reader, path, Edge.Source.TEXT, reader.place);
        }
    }

    /** True where {@code to} waits for {@code from}, directly or through others. */
    private boolean reaches(TaskDraft from, TaskDraft to) {
        Set<String> seen = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(to.id));
        while (!open.isEmpty()) {
            String here = open.removeLast();
            if (here.equals(from.id)) {
                return true;
            }
            TaskDraft task = byId.get(here);
            if (task != null && seen.add(here)) {
                open.addAll(task.dependsOn);
            }
        }
        return false;
    }

    private void bind(TaskDraft from, TaskDraft to, String label, Edge.Source source, Place place) {
        if (add(new Edge(from.id, to.id, label, Edge.Kind.TASK, true, source, place))
                && !to.dependsOn.contains(from.id)) {
            to.dependsOn.add(from.id);
        }
    }

    private boolean add(Edge edge) {
        boolean fresh = known.add(List.of(edge.from(), edge.to()));
        if (fresh) {
            findings.draft.edges.add(edge);
        }
        return fresh;
    }
}

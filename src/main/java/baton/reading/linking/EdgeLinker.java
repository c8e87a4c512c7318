package baton.reading.linking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import baton.plan.Edge;
import baton.plan.NearMiss;
import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.reading.found.Assignment;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundEdge;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Roster;
import baton.reading.language.Handovers;
import baton.reading.language.NameIndex;
import baton.reading.language.Paths;
import baton.reading.language.Words;

/**
 * Turns words about order into edges.
 *
 * <p>
 * Where each of two agents has exactly one task, an arrow between them is an arrow between the tasks, and binds. An agent
 * with several tasks leaves open which of them is meant, so such an arrow is soft unless it names what is handed over
 * ({@link Handovers}). A node of a graph that no agent and no task is, is an artefact, and binds those that lead to it and
 * those it leads to.
 */
final class EdgeLinker {

    private static final Pattern OWN_ID = Pattern.compile("[A-Z][A-Z0-9]*-\\d+");

    private static final int EDITS_MAX = 2;
    private static final int COMPARED_MAX = 1_000_000;

    private final Findings findings;
    private final Roster roster;
    private final List<FoundTask> tasks;
    private final Map<String, List<Handovers.End>> giving = new LinkedHashMap<>();
    private final List<FoundEdge> unbound = new ArrayList<>();
    private final Handovers handovers;
    private final MeantTasks meant;
    private final Set<List<String>> known = new LinkedHashSet<>();
    private final Set<String> missed = new LinkedHashSet<>();
    private final Waits waits;

    EdgeLinker(Findings findings, List<FoundTask> tasks) {
        this.findings = findings;
        this.roster = findings.roster;
        this.tasks = tasks;
        this.meant = new MeantTasks(findings, tasks);
        this.waits = new Waits(meant.byId());
        this.handovers = new Handovers(findings.draft, meant.byAgent(), tasks.stream()
                .filter(task -> !task.needs().isEmpty())
                .map(FoundTask::draft).collect(Collectors.toCollection(LinkedHashSet::new)),
                (later, earlier) -> waits.reaches(earlier, later));
    }

    /** What tasks say they need counts first; an arrow between agents never makes a circle of it. */
    void link() {
        findings.edges.forEach(this::arrow);
        for (FoundTask task : tasks) {
            task.needs().forEach(need -> need(task.draft(), need));
        }
        for (FoundTask task : tasks) {
            task.draft().inputs.forEach(input -> input(task.draft(), input));
        }
        unbound.forEach(this::give);
        unbound.forEach(this::take);
    }

    private void arrow(FoundEdge found) {
        Optional<TaskDraft> from = meant.single(found.from());
        Optional<TaskDraft> to = meant.single(found.to());
        if (from.isPresent() && from.equals(to) && !found.from().equals(found.to())) {
            // Two mentions of one job say nothing of its order.
            return;
        }
        if (from.isPresent() && to.isPresent()) {
            bind(from.get(), to.get(), found.label(), found.source(), found.place());
        } else if (known.add(List.of("said", found.from(), found.to(), found.label()))) {
            unbound.add(found);
        }
    }

    /** Whoever leads to an artefact gives it. */
    private void give(FoundEdge found) {
        if (isNobody(found.to())) {
            end(found.from(), found.to())
                    .ifPresent(end -> giving.computeIfAbsent(found.to(), _ -> new ArrayList<>()).add(end));
        }
    }

    private void take(FoundEdge found) {
        boolean nobodyGives = isNobody(found.from());
        boolean nobodyTakes = isNobody(found.to());
        boolean thing = nobodyGives || nobodyTakes;
        String artefact = nobodyGives ? found.from() : found.label();
        List<Handovers.End> givers = nobodyGives
                ? giving.getOrDefault(found.from(), List.of())
                : end(found.from(), artefact).stream().toList();
        boolean binds = false;
        if (nobodyGives || (!nobodyTakes && Handovers.isNamed(artefact))) {
            for (Handovers.End giver : givers) {
                binds |= end(found.to(), artefact).filter(taker -> handovers.join(giver, taker)).isPresent();
            }
        }
        if (nobodyGives) {
            nearMiss(found.from(), found.place());
        }
        if (nobodyTakes) {
            nearMiss(found.to(), found.place());
        }
        add(new Edge(end(roster.node(found.from()), meant.single(found.from()), found.from()),
                end(roster.node(found.to()), meant.single(found.to()), found.to()), found.label(),
                thing ? Edge.Kind.ARTIFACT : Edge.Kind.AGENT, binds, found.source(), found.place()));
    }

    /** True for a name that is neither an agent's nor a task's. */
    private boolean isNobody(String written) {
        return roster.node(written).isEmpty() && meant.single(written).isEmpty();
    }

    /** The tasks that one end of an arrow means. */
    private Optional<Handovers.End> end(String written, String artefact) {
        Optional<TaskDraft> single = meant.single(written);
        return single.isPresent()
                ? Optional.of(new Handovers.End(List.of(single.get()), true))
                : roster.node(written).map(agent -> handovers.end(agent, artefact))
                        .filter(end -> !end.tasks().isEmpty());
    }

    private static String end(Optional<String> agent, Optional<TaskDraft> task, String written) {
        return agent.or(() -> task.map(one -> one.id)).orElse(written);
    }

    /** A name that is almost an agent's is probably meant to be it; a person has to say so. */
    private void nearMiss(String written, Place place) {
        List<String> spellings = roster.spellings();
        if (missed.add(written) && (long) missed.size() * spellings.size() <= COMPARED_MAX) {
            NearMiss.of(NameIndex.key(written), spellings)
                    .filter(near -> NearMiss.edits(NameIndex.key(written), near) <= EDITS_MAX)
                    .ifPresent(near -> findings.warn("name-near-miss", place,
                            "\"" + written + "\" is no agent and no task, so this arrow holds nobody back",
                            "Did you mean \"" + near + "\"?"));
        }
    }

    private void need(TaskDraft task, String written) {
        Assignment read = meant.given(written);
        List<TaskDraft> needed = meant.of(task, written, read);
        if (!needed.isEmpty()) {
            needed.stream().filter(other -> !other.equals(task))
                    .forEach(other -> bind(other, task, label(written, other), Edge.Source.TEXT, task.place));
            return;
        }
        Optional<String> agent = roster.meant(written).or(read::agent);
        if (agent.isPresent()) {
            add(new Edge(agent.get(), task.id, read.agent().isPresent() ? read.words() : "", Edge.Kind.AGENT, false,
                    Edge.Source.TEXT, task.place));
            findings.note("soft-dependency", task.place, task.id + " comes after " + agent.get()
                    + ", who has "
                    + (meant.byAgent().containsKey(agent.get()) ? "several tasks" : "no task of that name")
                    + "; the order is kept where possible and nothing waits");
        } else if (OWN_ID.matcher(written).matches()) {
            task.dependsOn.add(written);
            waits.look(task);
        } else {
            findings.warn("dangling-dependency", task.place,
                    task.id + " \"" + task.title + "\" depends on \"" + written + "\", which nothing in the plan is",
                    "Name an agent, a task or a file; until then nothing waits for it.");
        }
    }

    private static String label(String written, TaskDraft other) {
        boolean name = Words.key(written).equals(Words.key(other.id))
                || Words.key(written).equals(Words.key(other.title));
        return name || Words.count(written) < 2 || NameIndex.saysAgent(written) ? "" : written;
    }

    /** A file that one task reads and another writes is an order that the document gives by naming it. */
    private void input(TaskDraft reader, String path) {
        TaskDraft writer = meant.writer(path);
        if (writer == null || writer.equals(reader) || !reader.runs || !Paths.isPath(path)) {
            return;
        }
        if (waits.reaches(reader, writer)) {
            findings.warn("artifact-circle", reader.place, reader.id + " reads " + path + " of " + writer.id
                    + ", which itself waits for " + reader.id + "; it does not wait", "Take one of the two away.");
        } else {
            bind(writer, reader, path, Edge.Source.TEXT, reader.place);
        }
    }

    private void bind(TaskDraft from, TaskDraft to, String label, Edge.Source source, Place place) {
        if (add(new Edge(from.id, to.id, label, Edge.Kind.TASK, true, source, place))
                && !to.dependsOn.contains(from.id)) {
            to.dependsOn.add(from.id);
            waits.look(to);
        }
    }

    private boolean add(Edge edge) {
        boolean first = known.add(List.of(edge.from(), edge.to()));
        boolean labelled = !edge.label().isEmpty() && edge.source() != Edge.Source.TEXT;
        boolean fresh = labelled ? known.add(List.of(edge.from(), edge.to(), edge.label())) : first;
        if (fresh) {
            findings.draft.edges.add(edge);
        }
        return fresh;
    }
}

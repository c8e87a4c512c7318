package baton.reading.linking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import baton.plan.Edge;
import baton.plan.NearMiss;
import baton.plan.Phase;
import baton.plan.Place;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.reading.found.Assignment;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundEdge;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Roster;
import baton.reading.language.AgentName;
import baton.reading.language.Handovers;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Paths;
import baton.reading.language.TitleWords;
import baton.reading.language.Words;
import org.jspecify.annotations.Nullable;

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

    private static final Pattern EVERYBODY = Pattern
            .compile("(all|every|each|everybody|everyone|the others?|all others?)"
                    + "( (of )?(the )?(other |previous |above )?(agents?|tasks?|others?|above|one))?");
    private static final Pattern FROM = Pattern
            .compile("(?iu)(.{3,}?)\\s+(?:from|von|vom|de|du|des|da|van|от)\\s+(.{2,60})");
    private static final Pattern COUNTED = Pattern
            .compile("(\\p{L}{3,12}\\s+\\d{1,3}(?:\\.\\d{1,3})*)\\s*[:.–—-]\\s+.+");
    private static final Pattern NUMBER = Pattern
            .compile("(?:\\p{L}{3,12}\\s+|#|n[o°º.]*\\s*)?(\\d{1,4}(?:\\.\\d{1,3})*)");
    private static final Pattern NUMBERED = Pattern.compile(".*?(\\d{1,4}(?:\\.\\d{1,3})*)");
    private static final Pattern OWNER = Pattern.compile("(.{2,40}?)['’]s?\\s+(.{2,60})");
    private static final Pattern OWN_ID = Pattern.compile("[A-Z][A-Z0-9]*-\\d+");

    private static final List<String> COUNTS = List.of("zero", "one", "two", "three", "four", "five");

    private static final int EDITS_MAX = 2;
    private static final int ALL_MAX = 400;
    private static final int COMPARED_MAX = 1_000_000;

    private final Findings findings;
    private final Roster roster;
    private final List<FoundTask> tasks;
    private final Map<String, List<TaskDraft>> byAgent = new LinkedHashMap<>();
    private final Map<String, List<TaskDraft>> byPhase = new LinkedHashMap<>();
    private final Map<String, TaskDraft> byId = new LinkedHashMap<>();
    private final Map<String, TaskDraft> byWords = new LinkedHashMap<>();
    private final Map<String, List<TaskDraft>> byNumber = new LinkedHashMap<>();
    private final Map<String, TaskDraft> byOutput = new LinkedHashMap<>();
    private final Map<String, List<TaskDraft>> byTelling = new LinkedHashMap<>();
    private final Map<String, List<Handovers.End>> giving = new LinkedHashMap<>();
    private final List<FoundEdge> unbound = new ArrayList<>();
    private final Handovers handovers;
    private final Set<List<String>> known = new LinkedHashSet<>();
    private final Set<String> missed = new LinkedHashSet<>();
    private final Set<String> ordered = new LinkedHashSet<>();
    private final Map<String, TaskDraft> waitingForAll = new LinkedHashMap<>();
    private final TasksAbove tasksAbove;
    private final Waits waits;

    EdgeLinker(Findings findings, List<FoundTask> tasks) {
        this.findings = findings;
        this.roster = findings.roster;
        this.tasks = tasks;
        this.tasksAbove = new TasksAbove(tasks);
        findings.phases.stream().map(phase -> phase.phase()).filter(phase -> phase.mode() == Phase.Mode.SEQUENTIAL)
                .forEach(phase -> ordered.add(phase.id()));
        Map<String, TaskDraft> mentions = new LinkedHashMap<>();
        tasks.forEach(task -> task.draft().sameAs.forEach(id -> mentions.put(id, task.draft())));
        tasks.stream().map(FoundTask::draft).forEach(task -> index(task, mentions.getOrDefault(task.id, task)));
        findings.called.forEach((name, task) -> byWords.putIfAbsent(name, mentions.getOrDefault(task.id, task)));
        this.waits = new Waits(byId);
        this.handovers = new Handovers(findings.draft, byAgent, tasks.stream().filter(task -> !task.needs().isEmpty())
                .map(FoundTask::draft).collect(Collectors.toCollection(LinkedHashSet::new)),
                (later, earlier) -> waits.reaches(earlier, later));
    }

    /** A mention's own names lead to the task that runs for it. */
    private void index(TaskDraft mention, TaskDraft task) {
        byId.putIfAbsent(mention.id, task);
        if (task.runs) {
            byWords.putIfAbsent(Words.key(mention.id), task);
            byWords.putIfAbsent(Words.key(mention.title), task);
            Matcher numbered = NUMBERED.matcher(mention.id);
            if (!mention.id.startsWith("T-") && numbered.matches()) {
                byNumber.computeIfAbsent(numbered.group(1), _ -> new ArrayList<>()).add(task);
            }
            Matcher counted = COUNTED.matcher(mention.title);
            if (counted.matches()) {
                byWords.putIfAbsent(Words.key(counted.group(1)), task);
            }
        }
        if (task.runs && mention.equals(task)) {
            byAgent.computeIfAbsent(task.agent, _ -> new ArrayList<>()).add(task);
            byPhase.computeIfAbsent(task.phase, _ -> new ArrayList<>()).add(task);
            task.outputs.forEach(path -> byOutput.putIfAbsent(path, task));
            TitleWords.of(task.title)
                    .forEach(word -> byTelling.computeIfAbsent(word, _ -> new ArrayList<>()).add(task));
        }
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
        Optional<TaskDraft> from = single(found.from());
        Optional<TaskDraft> to = single(found.to());
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
        add(new Edge(end(agent(found.from()), single(found.from()), found.from()),
                end(agent(found.to()), single(found.to()), found.to()), found.label(),
                thing ? Edge.Kind.ARTIFACT : Edge.Kind.AGENT, binds, found.source(), found.place()));
    }

    /** True for a name that is neither an agent's nor a task's. */
    private boolean isNobody(String written) {
        return agent(written).isEmpty() && single(written).isEmpty();
    }

    /** The tasks that one end of an arrow means. */
    private Optional<Handovers.End> end(String written, String artefact) {
        Optional<TaskDraft> single = single(written);
        return single.isPresent()
                ? Optional.of(new Handovers.End(List.of(single.get()), true))
                : agent(written).map(agent -> handovers.end(agent, artefact))
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

    /** The one task that a name stands for: its id, its title, or the only task of the agent. */
    private Optional<TaskDraft> single(String written) {
        TaskDraft named = byWords.get(Words.key(written));
        if (named != null) {
            return Optional.of(named);
        }
        return agent(written).map(agent -> byAgent.getOrDefault(agent, List.of())).filter(own -> own.size() == 1)
                .map(List::getFirst);
    }

    private Optional<String> agent(String written) {
        return roster.node(written);
    }

    private void need(TaskDraft task, String written) {
        Assignment read = given(Assignment.read(written, roster), written);
        List<TaskDraft> needed = meant(task, written, read);
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
                    + ", who has " + (byAgent.containsKey(agent.get()) ? "several tasks" : "no task of that name")
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

    /** "The line of the path from Landscape" names what and who. */
    private Assignment given(Assignment read, String written) {
        Matcher owner = OWNER.matcher(written);
        Optional<String> of = owner.matches() ? roster.find(owner.group(1)) : Optional.empty();
        if (read.agent().isEmpty() && of.isPresent()) {
            return new Assignment(of, false, owner.group(2), "", List.of(), "", "");
        }
        Matcher from = FROM.matcher(written);
        Optional<String> giver = read.agent().isEmpty() && from.matches()
                ? roster.meant(from.group(2))
                : Optional.empty();
        return giver.isEmpty()
                ? read
                : new Assignment(giver, false, from.group(1), "", List.of(), "", "");
    }

    private static String label(String written, TaskDraft other) {
        boolean name = Words.key(written).equals(Words.key(other.id))
                || Words.key(written).equals(Words.key(other.title));
        return name || Words.count(written) < 2 || NameIndex.saysAgent(written) ? "" : written;
    }

    private boolean isTold(TaskDraft task) {
        return findings.told.contains(task.place.file());
    }

    private List<TaskDraft> own(String agent) {
        return byAgent.getOrDefault(agent, List.of());
    }

    private List<TaskDraft> meant(TaskDraft task, String written, Assignment read) {
        TaskDraft byName = byId.getOrDefault(written, byWords.getOrDefault(Words.key(written), counted(written)));
        TaskDraft writer = byName == null ? byOutput.get(written) : byName;
        if (writer != null) {
            return List.of(writer);
        }
        if (OWN_ID.matcher(written).matches()) {
            return List.of();
        }
        String key = Words.key(written);
        OptionalInt before = countBefore(key);
        if (before.isPresent()) {
            return tasksAbove.nearest(task, before.getAsInt());
        }
        if (EVERYBODY.matcher(key).matches() || AgentName.isEverybody(written)) {
            return everybody(task);
        }
        if (read.agent().isPresent()) {
            Optional<TaskDraft> told = told(own(read.agent().get()), read.words());
            Optional<TaskDraft> like = told.or(() -> isTold(task)
                    ? ToldNeeds.ofAgent(task, read.words(), own(read.agent().get()))
                    : Optional.empty());
            if (like.isPresent()) {
                return List.of(like.get());
            }
        } else if (isTold(task) && roster.meant(written).isPresent()) {
            return ToldNeeds.ofAgent(task, own(roster.meant(written).get()));
        } else {
            Optional<TaskDraft> single = roster.meant(written).map(this::own)
                    .filter(own -> own.size() == 1).map(List::getFirst);
            if (single.isPresent()) {
                return List.of(single.get());
            }
        }
        List<TaskDraft> phase = ofPhase(task, key);
        if (!phase.isEmpty() || roster.meant(written).isPresent()) {
            return phase;
        }
        return told(telling(written), written).or(() -> isTold(task)
                ? ToldNeeds.likeliest(task, written, telling(written))
                : Optional.empty()).map(List::of).orElse(List.of());
    }

    /** "2", "lots 2" or "#2" where exactly one task carries that number. */
    private @Nullable TaskDraft counted(String written) {
        Matcher number = NUMBER.matcher(written.strip());
        List<TaskDraft> some = number.matches()
                ? byNumber.getOrDefault(number.group(1), List.of())
                : List.of();
        return some.size() == 1 ? some.getFirst() : null;
    }

    /** "Both" are two, "everything" is all that stands before. */
    private static OptionalInt countBefore(String key) {
        List<String> words = List.of(key.split(" ", -1));
        return Lexicon.WORDS.words("BOTH").contains(key)
                ? OptionalInt.of(2)
                : Lexicon.WORDS.words("ALL_BEFORE").contains(key)
                        ? OptionalInt.of(words.size() > 1 && COUNTS.contains(words.getLast())
                                ? COUNTS.indexOf(words.getLast())
                                : Integer.MAX_VALUE)
                        : OptionalInt.empty();
    }

    private List<TaskDraft> ofPhase(TaskDraft task, String key) {
        String phase = key.replaceFirst("^(all |every |everything |everybody )?(of |in |from )?(the )?", "")
                .replace(' ', '-');
        return phase.isEmpty()
                ? List.of()
                : byPhase.getOrDefault(phase, List.of()).stream().filter(other -> !other.equals(task)).toList();
    }

    /** All others; where these are very many, whoever waits for one that waits for all does so too. */
    private List<TaskDraft> everybody(TaskDraft task) {
        String phase = ordered.contains(task.phase) ? task.phase : "";
        TaskDraft already = waitingForAll.putIfAbsent(phase, task);
        List<TaskDraft> pool = phase.isEmpty()
                ? tasks.stream().map(FoundTask::draft).filter(other -> other.runs).toList()
                : byPhase.getOrDefault(phase, List.of());
        if (pool.size() > ALL_MAX && already != null && !already.equals(task)) {
            return List.of(already);
        }
        return pool.stream().filter(other -> !other.equals(task) && !other.agent.equals(PlanLint.ORCHESTRATOR))
                .toList();
    }

    private List<TaskDraft> telling(String written) {
        Set<TaskDraft> some = new LinkedHashSet<>();
        TitleWords.of(written).forEach(word -> some.addAll(byTelling.getOrDefault(word, List.of())));
        return List.copyOf(some);
    }

    /** The one task whose telling words are all among the given ones, or the other way round. */
    private static Optional<TaskDraft> told(List<TaskDraft> some, String written) {
        Set<String> words = TitleWords.of(written);
        List<TaskDraft> fit = some.stream().filter(task -> {
            Set<String> own = TitleWords.of(task.title);
            int shared = TitleWords.shared(own, words);
            return shared > 0 && (shared == own.size() || shared == words.size());
        }).toList();
        return fit.size() == 1 ? Optional.of(fit.getFirst()) : Optional.empty();
    }

    /** A file that one task reads and another writes is an order that the document gives by naming it. */
    private void input(TaskDraft reader, String path) {
        TaskDraft writer = byOutput.get(path);
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

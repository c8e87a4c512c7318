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

import baton.plan.Phase;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.reading.found.Assignment;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Roster;
import baton.reading.found.SpokenJobs;
import baton.reading.language.AgentName;
import baton.reading.language.Lexicon;
import baton.reading.language.NeedClause;
import baton.reading.language.TitleWords;
import baton.reading.language.Words;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks words mean: an id, a title, a number, whoever writes a file, "both", "everybody", the job of somebody, or a phase.
 *
 * <p>
 * A mention's own names lead to the task that runs for it.
 */
final class MeantTasks {

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
    private static final int ALL_MAX = 400;

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
    private final Set<String> ordered = new LinkedHashSet<>();
    private final Map<String, TaskDraft> waitingForAll = new LinkedHashMap<>();
    private final TasksAbove tasksAbove;
    private final SpokenJobs spoken;
    private final PlacedTasks placed;

    MeantTasks(Findings findings, List<FoundTask> tasks) {
        this.findings = findings;
        this.roster = findings.roster;
        this.tasks = tasks;
        this.tasksAbove = new TasksAbove(tasks);
        findings.phases.stream().map(phase -> phase.phase()).filter(phase -> phase.mode() == Phase.Mode.SEQUENTIAL)
                .forEach(phase -> ordered.add(phase.id()));
        Map<String, TaskDraft> mentions = new LinkedHashMap<>();
        tasks.forEach(task -> task.draft().sameAs.forEach(id -> mentions.put(id, task.draft())));
        tasks.stream().map(FoundTask::draft).forEach(task -> index(task, mentions.getOrDefault(task.id, task)));
        this.placed = new PlacedTasks(roster, byAgent);
        this.spoken = new SpokenJobs(tasks.stream().filter(task -> task.draft().runs).toList(), roster);
        findings.called.forEach((name, task) -> byWords.putIfAbsent(name, mentions.getOrDefault(task.id, task)));
    }

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

    /** What each agent has to do, in the order of the documents. */
    Map<String, List<TaskDraft>> byAgent() {
        return byAgent;
    }

    /** The tasks by every id that means them. */
    Map<String, TaskDraft> byId() {
        return byId;
    }

    /** The task that runs for an id. */
    @Nullable
    TaskDraft called(String id) {
        return byId.get(id);
    }

    /** The task that writes a file. */
    @Nullable
    TaskDraft writer(String path) {
        return byOutput.get(path);
    }

    /** The one task that a name stands for: its id, its title, or the only task of the agent. */
    Optional<TaskDraft> single(String written) {
        TaskDraft named = byWords.get(Words.key(written));
        if (named != null) {
            return Optional.of(named);
        }
        Optional<TaskDraft> counted = placed.of(written);
        return counted.isPresent()
                ? counted
                : roster.node(written).map(agent -> byAgent.getOrDefault(agent, List.of()))
                        .filter(own -> own.size() == 1)
                        .map(List::getFirst);
    }

    /** "The line of the path from Landscape" names what and who. */
    Assignment given(String written) {
        Assignment read = Assignment.read(written, roster);
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

    private boolean isTold(TaskDraft task) {
        return findings.told.contains(task.place.file());
    }

    private List<TaskDraft> own(String agent) {
        return byAgent.getOrDefault(agent, List.of());
    }

    /** The tasks that a need of the given task means; nothing where it means none. */
    List<TaskDraft> of(TaskDraft task, String written, Assignment read) {
        List<TaskDraft> named = named(task, written, read);
        return named.isEmpty() && !OWN_ID.matcher(written).matches()
                ? spoken.of(new NeedClause("", written, true), task, (_, _) -> Optional.empty())
                : named;
    }

    private List<TaskDraft> named(TaskDraft task, String written, Assignment read) {
        TaskDraft byName = byId.getOrDefault(written, byWords.getOrDefault(Words.key(written), counted(written)));
        TaskDraft writer = byName == null ? placed.of(written).orElse(byOutput.get(written)) : byName;
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
}

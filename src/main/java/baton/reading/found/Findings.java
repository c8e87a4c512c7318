package baton.reading.found;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import baton.plan.AgentSpec;
import baton.plan.Edge;
import baton.plan.Phase;
import baton.plan.Place;
import baton.plan.PlanDraft;
import baton.plan.Problem;
import baton.plan.TaskDraft;
import baton.reading.document.LetterMatrix;
import baton.reading.document.MarkdownDocument;
import baton.reading.language.AgentName;
import baton.reading.language.NameIndex;
import baton.reading.language.Period;

/**
 * What the recognisers found in all documents, with names as written; {@link PlanLinker} makes a plan of it.
 *
 * <p>
 * What needs no linking goes straight into the draft.
 */
public final class Findings {

    private static final int AGAIN_MAX = 300;

    public final PlanDraft draft;
    /** The documents' names in the order in which they were given. */
    public final List<String> files = new ArrayList<>();
    /** Those of them that are Markdown. */
    public final Set<String> markdown = new TreeSet<>();
    /** Those whose team only their sentences tell. */
    public final Set<String> told = new TreeSet<>();
    /** People beside the agents, in the form for comparing; what they do is done by no agent. */
    public final Set<String> people = new TreeSet<>();
    public final List<FoundAgent> agents = new ArrayList<>();
    public final List<FoundTask> tasks = new ArrayList<>();
    /** What may say again of a job that stands elsewhere, and is none by itself. */
    public final List<FoundTask> saidAgain = new ArrayList<>();
    /** Lines of what agents answer for; jobs where the lists of work name them again. */
    public final List<FoundTask> duties = new ArrayList<>();
    /** Other names under which documents speak of a job, in the form for comparing. */
    public final Map<String, TaskDraft> called = new TreeMap<>();
    public final List<FoundEdge> edges = new ArrayList<>();
    public final List<FoundPhase> phases = new ArrayList<>();
    public final List<Figure> figures = new ArrayList<>();
    public final List<FoundResult> results = new ArrayList<>();
    private final Map<String, Chapters> chapters = new TreeMap<>();
    private final Map<String, BitSet> ownLines = new TreeMap<>();
    private final Set<String> agentKeys = new TreeSet<>();
    private int keysFrom;
    private final Set<String> namesIndexed = new TreeSet<>();
    private int agentsIndexed;
    private int tasksIndexed;
    private final Set<String> taskIds = new HashSet<>();
    private int idsFrom;
    private final Set<String> phaseIds = new HashSet<>();
    private int phasesFrom;
    private final Set<String> filePaths = new HashSet<>();
    private int filesFrom;
    private final Set<Place> places = new HashSet<>();
    private int placesFrom;
    private final IdentityHashMap<MarkdownDocument, LetterMatrix.Areas> areas = new IdentityHashMap<>();
    public final List<Problem> remarks = new ArrayList<>();
    /** Mentions that may be one job and of which nobody has said anything. */
    public final List<DoubtfulMerge> doubts = new ArrayList<>();
    /** Who takes part; empty until all documents have been searched for agents. */
    public Roster roster = new Roster();

    public Findings(PlanDraft draft) {
        this.draft = draft;
    }

    /** From here on names can be looked up. */
    public void settleAgents() {
        roster = Roster.of(this);
    }

    /** Keeps which lines of a document stand in which of its large parts. */
    public void outline(MarkdownDocument document) {
        chapters.put(document.file(), Chapters.of(document));
    }

    /** The large part of a document that a place stands in. */
    public Chapters.Part chapter(Place place) {
        return Optional.ofNullable(chapters.get(place.file())).map(parts -> parts.at(place.line()))
                .orElse(Chapters.Part.NONE);
    }

    /** Marks lines as one agent's own, so that what is said there is not taken for everybody's. */
    public void own(String file, int line, int lastLine) {
        ownLines.computeIfAbsent(file, _ -> new BitSet()).set(line, lastLine + 1);
    }

    public boolean isOwn(String file, int line) {
        BitSet lines = ownLines.get(file);
        return lines != null && lines.get(line);
    }

    public void note(String code, Place place, String message) {
        remarks.add(Problem.note(code, place, message, ""));
    }

    public void warn(String code, Place place, String message, String hint) {
        remarks.add(Problem.warning(code, place, message, hint));
    }

    /** True where an agent found so far has this name or alias, in the form for comparing. */
    public boolean isAgent(String key) {
        if (keysFrom != agents.size()) {
            // Spellings may be added to agents that are here already, so all are looked at again while they are not too many.
            boolean again = agents.size() <= AGAIN_MAX || agents.size() < keysFrom;
            if (again) {
                agentKeys.clear();
            }
            agents.subList(again ? 0 : keysFrom, agents.size()).forEach(agent -> {
                agentKeys.add(NameIndex.key(agent.name.written()));
                agent.aliases.forEach(alias -> agentKeys.add(NameIndex.key(alias)));
            });
            keysFrom = agents.size();
        }
        return agentKeys.contains(key);
    }

    /** True where somebody or something of this name was found. */
    public boolean names(String written) {
        String key = NameIndex.key(written);
        if (agents.size() + tasks.size() > AGAIN_MAX) {
            return isIndexed(key);
        }
        return agents.stream().anyMatch(agent -> NameIndex.key(agent.name.written()).equals(key)
                || agent.name.aliases().stream().anyMatch(alias -> NameIndex.key(alias).equals(key)))
                || tasks.stream().anyMatch(task -> NameIndex.key(task.draft().title).equals(key)
                        || NameIndex.key(task.draft().id).equals(key));
    }

    /** True where a job of this id was found. */
    public boolean hasTask(String id) {
        if (idsFrom > tasks.size()) {
            idsFrom = 0;
            taskIds.clear();
        }
        for (; idsFrom < tasks.size(); idsFrom++) {
            taskIds.add(tasks.get(idsFrom).draft().id);
        }
        return taskIds.contains(id);
    }

    /** True where a phase of this id was found. */
    public boolean hasPhase(String id) {
        for (; phasesFrom < phases.size(); phasesFrom++) {
            phaseIds.add(phases.get(phasesFrom).phase().id());
        }
        return phaseIds.contains(id);
    }

    /** True where a file of this path was found. */
    public boolean hasFile(String path) {
        for (; filesFrom < draft.files.size(); filesFrom++) {
            filePaths.add(draft.files.get(filesFrom).path());
        }
        return filePaths.contains(path);
    }

    /** Adds jobs of one line instead of all that were found on it before. */
    public void putInPlace(List<FoundTask> jobs) {
        Place place = jobs.getFirst().draft().place;
        for (; placesFrom < tasks.size(); placesFrom++) {
            places.add(tasks.get(placesFrom).draft().place);
        }
        if (places.contains(place)) {
            tasks.removeIf(task -> task.draft().place.equals(place));
            idsFrom = Integer.MAX_VALUE;
            placesFrom = tasks.size();
        }
        tasks.addAll(jobs);
    }

    /** Who is responsible for what by the document's tables of letters, which are looked at once. */
    public LetterMatrix.Areas areas(MarkdownDocument document) {
        return areas.computeIfAbsent(document, LetterMatrix.Areas::of);
    }

    /** The same where there are too many to look at each time; each is looked at once. */
    private boolean isIndexed(String key) {
        for (; agentsIndexed < agents.size(); agentsIndexed++) {
            AgentName name = agents.get(agentsIndexed).name;
            namesIndexed.add(NameIndex.key(name.written()));
            name.aliases().forEach(alias -> namesIndexed.add(NameIndex.key(alias)));
        }
        for (; tasksIndexed < tasks.size(); tasksIndexed++) {
            namesIndexed.add(NameIndex.key(tasks.get(tasksIndexed).draft().title));
            namesIndexed.add(NameIndex.key(tasks.get(tasksIndexed).draft().id));
        }
        return namesIndexed.contains(key);
    }

    /** The paths that the plan itself writes: outputs of tasks and files it keeps. */
    public Set<String> written() {
        Set<String> paths = new TreeSet<>();
        tasks.forEach(task -> paths.addAll(task.draft().outputs));
        draft.files.forEach(file -> paths.add(file.path()));
        return paths;
    }

    /** An agent as one place of a document describes it. */
    public static final class FoundAgent {
        public final AgentName name;
        public final Place place;
        public String group = "";
        public String role = "";
        /** Spellings that stand beside the name. */
        public final List<String> aliases = new ArrayList<>();
        public final List<String> responsibilities = new ArrayList<>();
        public final List<AgentSpec.OwnedArea> owns = new ArrayList<>();
        /** True where the place only names somebody whom another place may describe. */
        public boolean mention;
        /** True where a heading of its own describes it. */
        public boolean section;
        final List<String> topics = new ArrayList<>();
        public final List<String> tools = new ArrayList<>();
        final List<String> outputs = new ArrayList<>();

        public FoundAgent(AgentName name, Place place) {
            this.name = name;
            this.place = place;
            this.aliases.addAll(name.aliases());
        }
    }

    /**
     * A job; its draft's agent is a name as written, and so are the things it needs.
     *
     * @param shape
     *            the kind of place it stands in; one place of this kind names a job once
     * @param implied
     *            true where the document describes an agent's work without calling it a task
     * @param days
     *            when it is done, where that is said
     */
    public record FoundTask(TaskDraft draft, List<String> needs, String shape, boolean implied,
            Optional<Period.Days> days) {

        /** The shape of a job that a sentence tells of. */
        public static final String TOLD = "told";

        public FoundTask(TaskDraft draft, List<String> needs) {
            this(draft, needs, "list");
        }

        public FoundTask(TaskDraft draft, List<String> needs, String shape) {
            this(draft, needs, shape, false, Optional.empty());
        }
    }

    /** Tasks of one group that share what the group says of its result. */
    public record FoundResult(String file, int firstLine, int lastLine, String agent, String text,
            List<String> paths) {}

    /** "{@code to} after {@code from}", with names as written. */
    public record FoundEdge(String from, String to, String label, Edge.Source source, Place place) {}

    /** A phase with the lines it spans, the line of the heading around it, and what it says for all tasks in it. */
    public record FoundPhase(Phase phase, int lastLine, int container, Optional<Period.Days> days, List<String> outputs,
            List<String> criteria) {

        public boolean spans(Place place) {
            return place.file().equals(phase.place().file()) && place.line() >= phase.place().line()
                    && place.line() <= lastLine;
        }
    }

    /** A limit of the run that a line states. */
    public record Figure(Kind kind, int value, Place place) {

        /** Which limit. */
        public enum Kind {
            AGENTS_MIN, AGENTS_MAX, TIME_BOX_MINUTES
        }
    }
}

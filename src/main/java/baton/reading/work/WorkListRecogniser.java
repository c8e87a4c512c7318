package baton.reading.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import baton.plan.Place;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Sentences;
import baton.reading.document.Topic;
import baton.reading.found.AgentFields;
import baton.reading.found.Assignment;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundResult;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.JobWords;
import baton.reading.found.Recogniser;
import baton.reading.found.Roster;
import baton.reading.found.StatedOutput;
import baton.reading.found.TaskLabels;
import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Paths;
import baton.reading.language.Period;
import baton.reading.language.TaskItem;
import baton.reading.language.TaskTitles;
import baton.reading.language.TimeBoxes;
import baton.reading.language.Words;
import baton.reading.team.TeamWords;

/**
 * Lists of jobs: below an agent's name, or with the agent in each line, in a phase, a week, parallel tracks or a queue.
 *
 * <p>
 * The nearest title decides: one that names an agent gives the whole list to it, one that names all agents to everybody,
 * and one that speaks of anything but work makes the list something else.
 */
public final class WorkListRecogniser implements Recogniser {

    private static final Pattern COUNTED = Pattern
            .compile("(?:\\[[ xX]]\\s*)?(\\p{L}{3,20})\\s+\\d{1,2}\\s*[:.–—-]\\s+(\\S.*)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern NAME_ONLY = Pattern.compile("\\p{L}[\\p{L}\\p{N} -]*\\s");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (findings.roster.isEmpty()) {
            return;
        }
        boolean english = Sentences.areEnglish(document);
        for (Passage passage : document.passages()) {
            boolean period = passage.lead().flatMap(lead -> Period.ofTitle(lead.title())).isPresent();
            boolean open = !claims.isTaken(passage.line())
                    && (period || !findings.isOwn(document.file(), passage.line()));
            if (open && passage.block() instanceof Block.Listing list) {
                new Reading(passage, list, english, claims, findings).read();
            } else if (open && passage.inFence() && passage.block() instanceof Block.Paragraph paragraph) {
                result(passage, paragraph, claims, findings);
            }
        }
    }

    /** "Output: …" inside an agent's fence is what all its jobs there lead to. */
    private static void result(Passage passage, Block.Paragraph paragraph, Claims claims, Findings findings) {
        Optional<Field> field = Field.of(List.of(paragraph)).stream().filter(one -> one.is(Label.OUTPUT)).findFirst();
        Optional<ListOwner> owner = ListOwner.of(passage, findings);
        if (field.isPresent() && owner.isPresent() && !field.get().value().isBlank()) {
            Block.Fence fence = passage.fence()
                    .orElse(new Block.Fence("", List.of(), paragraph.line(), paragraph.line()));
            findings.results.add(new FoundResult(passage.document().file(), fence.line(), fence.lastLine(),
                    owner.get().agent(), Words.plain(field.get().value()), Paths.in(field.get().value())));
            passage.claim(claims);
        }
    }

    /** One list with what was read of it. */
    private static final class Reading {
        private final Passage passage;
        private final Block.Listing list;
        /** The lines that begin with an id, where all do. */
        private final Set<Integer> ids;
        private final boolean english;
        private final Claims claims;
        private final Findings findings;

        Reading(Passage passage, Block.Listing list, boolean english, Claims claims, Findings findings) {
            this.passage = passage;
            this.list = list;
            this.ids = withIds(list, findings.roster);
            this.english = english;
            this.claims = claims;
            this.findings = findings;
        }

        void read() {
            Set<Topic> topics = passage.topics();
            boolean first = topics.contains(Topic.FIRST_ACTIONS);
            Optional<ListOwner> owner = ListOwner.of(passage, findings);
            if (isByAgent() && (topics.isEmpty() || topics.stream().anyMatch(ListOwner.WORK::contains))) {
                list.items().forEach(item -> item.subItems().forEach(one -> owned(one, agentOf(item).orElse(""))));
                passage.claim(claims);
            } else if (owner.isPresent() && isLabelled() && !isTasks()) {
                described(owner.get().agent());
            } else if (owner.isPresent()) {
                jobs(owner.get().agent());
                passage.claim(claims);
            } else if (topics.isEmpty() || topics.stream().anyMatch(ListOwner.WORK::contains)) {
                if (first) {
                    list.items().forEach(this::opening);
                    passage.claim(claims);
                } else if (list.items().stream().anyMatch(this::handsOut)) {
                    list.items().forEach(this::opening);
                    passage.claim(claims);
                } else if (passage.titles().limit(1).anyMatch(title -> TeamWords.isTeam(title.key()))) {
                    implied();
                } else if (!topics.isEmpty() || list.ordered() || passage.within(Topic.TASKS) || isBoxed()) {
                    named(topics.contains(Topic.TASKS));
                } else if (!TeamWords.isOfAgents(passage.section().key())) {
                    implied();
                }
            }
        }

        /** Every item is somebody's name and nothing else, and what stands below it is the work. */
        private boolean isByAgent() {
            return list.items().stream().allMatch(item -> agentOf(item).isPresent())
                    && list.items().stream().anyMatch(item -> item.subItems().stream().anyMatch(
                            one -> Field.ofItem(one).flatMap(Field::label).isEmpty()));
        }

        private Optional<String> agentOf(Block.Item item) {
            String name = Words.title(item.raw());
            return item.lines().isEmpty() || name.isEmpty() ? Optional.empty() : findings.roster.find(name);
        }

        /** "Hand out in parallel:" above lines that all name somebody. */
        private boolean handsOut(Block.Item item) {
            Set<String> words = Lexicon.WORDS.words("HAND_OUT");
            return item.raw().strip().matches(".*:(?:\\*\\*|__)?") && !item.subItems().isEmpty()
                    && List.of(Words.key(item.raw()).split(" ", -1)).stream().anyMatch(words::contains)
                    && item.subItems().stream().allMatch(one -> read(one).agent().isPresent());
        }

        /** A number that counts the items of this list is the title of that item. */
        private String counted(String need) {
            int at = list.ordered() && NUMBER.matcher(need).matches() ? Integer.parseInt(need) - 1 : -1;
            return at < 0 || at >= list.items().size()
                    ? need
                    : TaskTitles.of(TimeBoxes
                            .inTask(read(list.items().get(at)).words()).text());
        }

        /** Labels below a name describe the one job that a label among them names. */
        private void described(String agent) {
            List<Field> fields = list.items().stream().flatMap(item -> Field.ofItem(item).stream()).toList();
            String title = String.join("; ", fields.stream().filter(field -> field.is(Label.TASK))
                    .flatMap(field -> field.rawTexts().stream()).toList());
            if (agent.isEmpty() || title.isBlank()) {
                return;
            }
            var place = new Place(passage.document().file(), list.line());
            FoundTask task = new AgentFields(new FoundAgent(AgentName.of(agent), place), fields)
                    .task(title, TaskSpec.Kind.TASK, place);
            findings.tasks.add(new FoundTask(task.draft(), task.needs(), "list"));
            passage.claim(claims);
        }

        /** A list of labels below a name describes it. */
        private boolean isLabelled() {
            return list.items().stream().allMatch(item -> Field.ofItem(item).filter(field -> field.label().isPresent())
                    .isPresent());
        }

        /** "Task 1: …" and "Task 2: …" are two jobs, not two lines of one form. */
        private boolean isTasks() {
            return list.items().size() > 1 && list.items().stream().allMatch(item -> Field.ofItem(item)
                    .filter(field -> field.is(Label.TASK) && !field.value().isBlank()).isPresent());
        }

        private boolean isBoxed() {
            return list.items().stream().allMatch(item -> item.lines().stream().limit(1)
                    .anyMatch(line -> line.raw().matches("\\[[ xX]]\\s.*")));
        }

        /** Nothing says what a list is in which every line names somebody: work, where there is no other for them. */
        private void implied() {
            if (findings.told.contains(passage.document().file())) {
                return;
            }
            int before = findings.tasks.size();
            named(false);
            findings.tasks.subList(before, findings.tasks.size()).replaceAll(
                    task -> new FoundTask(task.draft(), task.needs(), task.shape(), true, task.days()));
        }

        /** The jobs of one agent; labels among them say something of all. */
        private void jobs(String agent) {
            int before = findings.tasks.size();
            List<Field> labels = new ArrayList<>();
            for (Block.Item item : list.items()) {
                Optional<Field> label = Field.ofItem(item).filter(field -> field.label().isPresent()
                        && !field.is(Label.TASK) && !field.is(Label.TASKS));
                label.ifPresentOrElse(labels::add, () -> owned(item, agent));
            }
            for (FoundTask task : findings.tasks.subList(before, findings.tasks.size())) {
                labels.forEach(label -> TaskLabels.put(label, task.draft(), new ArrayList<>()));
            }
        }

        private Assignment read(Block.Item item) {
            return Assignment.read(StatedOutput.of(id(item).map(TaskItem::words).orElse(item.raw())).text(),
                    findings.roster);
        }

        /** "T1 read the tanks": an id at the front of every line, each another. */
        private Optional<TaskItem> id(Block.Item item) {
            return ids.contains(item.line()) ? TaskItem.withId(item.raw()) : Optional.empty();
        }

        private static Set<Integer> withIds(Block.Listing list, Roster roster) {
            List<String> ids = list.items().stream().filter(item -> !item.lines().isEmpty())
                    .flatMap(item -> TaskItem.withId(item.raw()).map(TaskItem::id).stream())
                    .filter(id -> roster.find(id).isEmpty()).distinct().toList();
            return ids.size() == list.items().size()
                    ? list.items().stream().map(Block.Item::line).collect(Collectors.toCollection(TreeSet::new))
                    : Set.of();
        }

        private void owned(Block.Item item, String agent) {
            Assignment assignment = Field.ofItem(item).filter(field -> field.is(Label.TASK) && !field.value().isBlank())
                    .map(field -> Assignment.read(StatedOutput.of(field.value()).text(), findings.roster))
                    .orElseGet(() -> counted(item).map(words -> Assignment.read(words, findings.roster))
                            .orElseGet(() -> read(item)));
            if (!agent.isEmpty() && isSubject(item, assignment)) {
                // Below somebody's name a first word that is also a name is part of the job: "Cue list that stays usable".
                assignment = new Assignment(Optional.empty(), false, read(item, assignment), assignment.track(),
                        assignment.needs(), assignment.estimate(), assignment.when());
            }
            String who = assignment.agent().orElse(agent);
            boolean all = agent.isEmpty() && assignment.agent().isEmpty();
            add(item, assignment, all ? PlanLint.ORCHESTRATOR : who,
                    all ? TaskSpec.Kind.OPENING : TaskSpec.Kind.ASSIGNMENT);
        }

        /** Who does it is only the first word of the line, without any sign behind it. */
        private static boolean isSubject(Block.Item item, Assignment assignment) {
            String text = Words.plain(item.raw());
            int at = text.indexOf(assignment.words());
            return assignment.agent().isPresent() && at > 0 && NAME_ONLY.matcher(text.substring(0, at)).matches();
        }

        private static String read(Block.Item item, Assignment assignment) {
            String text = Words.plain(item.raw());
            int at = text.indexOf(assignment.words());
            return text.substring(0, at) + assignment.words();
        }

        /** "Task 2: Trace the pipes" without its number. */
        private Optional<String> counted(Block.Item item) {
            Matcher task = COUNTED.matcher(Words.plain(StatedOutput.of(item.raw()).text()));
            return task.matches() && Label.all(task.group(1)).contains(Label.TASK)
                    ? Optional.of(task.group(2))
                    : Optional.empty();
        }

        /** Lines that name their agents; most of them must, or the list says something else. */
        private void named(boolean work) {
            List<Assignment> read = list.items().stream().map(this::read).toList();
            List<DayLine> told = list.items().stream().map(this::told).toList();
            long points = work ? told.stream().filter(line -> line.point().isPresent()).count() : 0;
            long owned = IntStream.range(0, read.size())
                    .filter(i -> isOwned(read.get(i)) || (work && !told.get(i).jobs().isEmpty())).count();
            boolean steps = list.ordered() && owned > 2 && owned == read.size() - 1L
                    && read.getLast().agent().isEmpty();
            long needed = work ? (read.size() - points + 1) / 2 : steps ? owned : read.size();
            if (owned + points == 0 || owned < needed) {
                return;
            }
            for (int i = 0; i < read.size(); i++) {
                line(list.items().get(i), read.get(i), work ? told.get(i) : DayLine.NOTHING, steps && !work);
            }
            passage.claim(claims);
        }

        private DayLine told(Block.Item item) {
            return DayLine.of(item, passage.document().file(), english, findings.roster);
        }

        private static boolean isOwned(Assignment one) {
            return one.agent().isPresent() || one.everybody();
        }

        private void line(Block.Item item, Assignment one, DayLine told, boolean step) {
            if (!isOwned(one) && told.point().isPresent()) {
                // A line among the jobs that says when all must be in step is kept as a point and is nobody's job.
                findings.draft.checkpoints.add(told.point().get());
                claims.take(item);
            } else if (told.jobs().size() > 1 || (!isOwned(one) && !told.jobs().isEmpty())) {
                told.jobs().forEach(job -> add(item, job, job.agent().orElse(PlanLint.ORCHESTRATOR),
                        TaskSpec.Kind.ASSIGNMENT, told.when()));
            } else {
                // Where every step but the last is somebody's, whoever wrote it speaks to the one who leads.
                add(item, one, one.agent().orElse(PlanLint.ORCHESTRATOR),
                        step && one.agent().isEmpty() ? TaskSpec.Kind.NEXT_STEP : TaskSpec.Kind.ASSIGNMENT);
            }
        }

        /** The first moves: what is given to agents runs at once, the rest is the orchestrator's own next step. */
        private void opening(Block.Item item) {
            List<Block.Item> inner = item.subItems();
            Assignment own = read(item);
            boolean given = inner.stream()
                    .anyMatch(one -> Assignment.read(one.raw(), findings.roster).agent().isPresent());
            if (given) {
                String when = Period.named(Words.plain(item.raw())).orElse("");
                for (Block.Item one : inner) {
                    Assignment assignment = read(one);
                    add(one, assignment, assignment.agent().orElse(PlanLint.ORCHESTRATOR), TaskSpec.Kind.OPENING, when);
                }
            } else {
                add(item, own, own.agent().orElse(PlanLint.ORCHESTRATOR),
                        own.agent().isPresent() ? TaskSpec.Kind.OPENING : TaskSpec.Kind.NEXT_STEP);
            }
        }

        private void add(Block.Item item, Assignment assignment, String agent, TaskSpec.Kind kind) {
            add(item, assignment, agent, kind, assignment.when());
        }

        private void add(Block.Item item, Assignment assignment, String agent, TaskSpec.Kind kind, String when) {
            TimeBoxes.Boxed boxed = TimeBoxes.inTask(assignment.words());
            Optional<TaskItem> own = id(item);
            var draft = new TaskDraft(own.map(TaskItem::id).orElse(""), TaskTitles.of(boxed.text()), agent);
            boxed.minutes().ifPresent(minutes -> draft.timeBox = Optional.of(new TaskSpec.Minutes(minutes)));
            draft.place = new Place(passage.document().file(), item.line());
            draft.kind = kind;
            draft.runs = kind != TaskSpec.Kind.NEXT_STEP;
            draft.track = assignment.track();
            draft.estimate = assignment.estimate();
            draft.sprint = when;
            passage.leads().stream().filter(lead -> Lexicon.WORDS.words("SLOT").contains(lead.key())).findFirst()
                    .ifPresent(slot -> draft.start = slot.title());
            var stated = StatedOutput.of(item.raw());
            draft.outputs.addAll(stated.paths());
            Paths.in(stated.text()).stream().filter(path -> !draft.outputs.contains(path)).forEach(draft.inputs::add);
            List<String> needs = new ArrayList<>(assignment.needs().stream().map(this::counted).toList());
            own.map(TaskItem::needs).ifPresent(needs::addAll);
            for (Block.Item inner : item.subItems()) {
                Optional<Field> field = Field.ofItem(inner).filter(one -> one.label().isPresent());
                if (field.isPresent()) {
                    TaskLabels.put(field.get(), draft, needs);
                } else {
                    draft.deliverables.add(Words.plain(inner.raw()));
                }
            }
            if (findings.told.contains(draft.place.file())) {
                told(draft, needs);
            }
            String shape = kind == TaskSpec.Kind.OPENING ? "opening" : "list";
            findings.tasks.add(new FoundTask(draft, needs, shape, false, Period.daysIn(when)));
            claims.take(item);
        }

        /** In minutes and letters an item says more than its job: until when, and after what. */
        private void told(TaskDraft draft, List<String> needs) {
            JobWords job = JobWords.of(draft.title, findings.roster);
            draft.title = TaskTitles.of(job.title());
            draft.deadline = draft.deadline.isEmpty() ? job.deadline() : draft.deadline;
            needs.replaceAll(need -> JobWords.idIn(need).orElse(need));
            needs.addAll(job.needs());
        }
    }
}

package baton.reading.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Checkpoint;
import baton.plan.Place;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.OwnedIds;
import baton.reading.document.Section;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.Paths;
import baton.reading.language.Period;
import baton.reading.language.TaskItem;
import baton.reading.language.Words;

/**
 * Task lists whose items have boxes and ids, as spec tools write them: {@code - [ ] T001 [P] [US1] words (depends on T000)}.
 *
 * <p>
 * Where the document uses the mark {@code [P]}, items without it run one after another within their phase. An item with
 * counted items below it comes after them. A ticked item is done and does not run. Nobody is named in most such lists, so the
 * work is the orchestrator's.
 */
public final class TaskListRecogniser implements Recogniser {

    private static final Pattern OF_TASKS = Pattern
            .compile(".*\\b(tasks?|implementation plan|to ?do|work items|work plan|backlog)\\b.*");
    private static final Pattern WRITES = Pattern
            .compile("(?i)\\b(?:in|into|to|at|create|write|update|edit|add)\\s+`?([^\\s`,;()]+)`?");
    private static final Pattern CHECKPOINT = Pattern
            .compile("(?iu)(?:\\*\\*|__)checkpoint\\s*:?(?:\\*\\*|__)\\s*:?\\s*(.+)");
    private static final int LIST_MIN = 2;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        List<Entry> entries = new ArrayList<>();
        boolean owned = OwnedIds.areIn(document.sections().flatMap(Section::listings).toList());
        document.sections().forEach(section -> section.listings()
                .filter(list -> !findings.isOwn(document.file(), list.line()))
                .forEach(list -> list.items().forEach(
                        item -> entry(item, section, owned && OwnedIds.isOwned(list), document, entries))));
        if (entries.isEmpty() && findings.agents.isEmpty()) {
            plain(document, entries);
        }
        if (entries.size() < LIST_MIN) {
            return;
        }
        if (owned) {
            document.sections().flatMap(Section::listings).filter(OwnedIds::isOwned)
                    .forEach(list -> findings.own(document.file(), list.line(), list.lastLine()));
        }
        checkpoints(document, claims, findings);
        boolean marks = entries.stream().anyMatch(entry -> entry.item.parallel());
        Map<String, List<Entry>> phases = new LinkedHashMap<>();
        for (Entry entry : entries) {
            claims.take(entry.block);
            claims.take(entry.section.line(), entry.section.line());
            phases.computeIfAbsent(phaseOf(entry.section, document), _ -> new ArrayList<>()).add(entry);
        }
        phases.values().forEach(phase -> new Order(marks).read(phase, document, findings));
    }

    /** One item with where it stands. */
    private record Entry(TaskItem item, Block.Item block, Section section, List<Entry> parts) {}

    private static void entry(Block.Item block, Section section, boolean owned, MarkdownDocument document,
            List<Entry> entries) {
        String raw = block.lines().isEmpty() ? "" : block.raw();
        String first = block.lines().isEmpty() ? "" : block.lines().getFirst().raw();
        String boxed = TaskItem.isBoxed(first) && !TaskItem.isBoxed(raw) ? first.substring(0, 4) + raw : raw;
        boolean here = OF_TASKS.matcher(section.key()).matches();
        boolean named = here
                || OF_TASKS.matcher(Words.key(document.root().children().stream().map(Section::title).findFirst()
                        .orElse(""))).matches();
        Optional<TaskItem> item = TaskItem.withId(boxed)
                .filter(_ -> TaskItem.isBoxed(boxed) || here || owned)
                .map(found -> owned ? OwnedIds.owned(found, OwnedIds.owner(boxed)) : found)
                .or(() -> named && TaskItem.isBoxed(boxed) ? TaskItem.numbered(boxed) : Optional.empty());
        item.ifPresent(found -> {
            List<Entry> parts = new ArrayList<>();
            block.subItems().forEach(inner -> entry(inner, section, false, document, parts));
            entries.add(new Entry(found, block, section, parts));
        });
    }

    /** Boxes without ids below the phases of a document that calls itself a list of tasks. */
    private static void plain(MarkdownDocument document, List<Entry> entries) {
        String title = document.root().children().stream().map(Section::key).findFirst().orElse("");
        if (!OF_TASKS.matcher(title).matches()) {
            return;
        }
        document.sections().filter(section -> Period.ofTitle(section.rawTitle()).isPresent()
                || OF_TASKS.matcher(section.key()).matches()).forEach(section -> section.items().forEach(block -> {
                    String first = block.lines().isEmpty() ? "" : block.lines().getFirst().raw();
                    if (TaskItem.isBoxed(first)) {
                        boolean done = !first.startsWith("[ ]");
                        entries.add(
                                new Entry(new TaskItem("", done, false, "", "", Words.plain(block.raw()), List.of()),
                                        block, section, List.of()));
                    }
                }));
    }

    /** "Checkpoint: the foundation is ready" at the end of a phase. */
    private static void checkpoints(MarkdownDocument document, Claims claims, Findings findings) {
        document.sections().forEach(section -> section.blocks().stream().filter(Block.Paragraph.class::isInstance)
                .flatMap(block -> ((Block.Paragraph) block).lines().stream()).forEach(line -> {
                    Matcher point = CHECKPOINT.matcher(line.raw().strip());
                    if (point.matches() && !claims.isTaken(line.line())) {
                        String text = Words.plain(point.group(1));
                        findings.draft.checkpoints.add(new Checkpoint(text,
                                Period.ofTitle(section.rawTitle()).map(Period::id).orElse(""),
                                List.of(new Checkpoint.Criterion("", text)), new Place(document.file(), line.line())));
                        claims.take(line.line(), line.line());
                    }
                }));
    }

    /** The heading that groups: the outermost one below the document's own title. */
    private static String phaseOf(Section section, MarkdownDocument document) {
        List<Section> tops = document.root().children().size() == 1
                ? document.root().children().getFirst().children()
                : document.root().children();
        return tops.stream().filter(top -> section.line() >= top.line() && section.line() <= top.lastLine())
                .map(top -> String.valueOf(top.line())).findFirst().orElse("");
    }

    /** Puts the tasks of one phase in order. */
    private static final class Order {
        private final boolean marks;
        private final List<String> before = new ArrayList<>();
        private final List<String> beside = new ArrayList<>();

        Order(boolean marks) {
            this.marks = marks;
        }

        void read(List<Entry> entries, MarkdownDocument document, Findings findings) {
            for (Entry entry : entries) {
                TaskDraft draft = add(entry, document, findings);
                if (!marks || entry.item.done()) {
                    continue;
                }
                if (entry.item.parallel()) {
                    draft.dependsOn.addAll(before);
                    beside.add(draft.id);
                } else {
                    draft.dependsOn.addAll(beside.isEmpty() ? before : beside);
                    beside.clear();
                    before.clear();
                    before.add(draft.id);
                }
            }
        }

        private static TaskDraft add(Entry entry, MarkdownDocument document, Findings findings) {
            var place = new Place(document.file(), entry.block.line());
            TaskItem item = entry.item;
            var draft = new TaskDraft(item.id(), item.words(),
                    item.agent().isEmpty() ? PlanLint.ORCHESTRATOR : item.agent());
            if (!item.agent().isEmpty()) {
                var agent = new FoundAgent(AgentName.of(item.agent()), place);
                agent.mention = true;
                findings.agents.add(agent);
            }
            draft.place = place;
            draft.track = item.story();
            draft.kind = TaskSpec.Kind.TASK;
            draft.runs = !item.done();
            List<String> needs = new ArrayList<>(item.needs());
            details(entry, draft, needs);
            WRITES.matcher(item.words()).results().map(found -> found.group(1).replaceFirst("[.:]$", ""))
                    .filter(Paths::isFile).filter(path -> path.contains("/")).distinct().forEach(draft.outputs::add);
            for (Entry part : entry.parts) {
                TaskDraft inner = add(part, document, findings);
                if (inner.runs) {
                    draft.dependsOn.add(inner.id);
                }
            }
            if (!draft.runs) {
                findings.note("task-settled", place, item.id() + " is ticked and does not run");
            }
            findings.tasks.add(new FoundTask(draft, needs, "ids"));
            return draft;
        }

        /** What stands below an item: labelled lines where they belong, everything else as what is demanded. */
        private static void details(Entry entry, TaskDraft draft, List<String> needs) {
            List<Block.Item> parts = entry.parts.stream().map(Entry::block).toList();
            for (Block.Item inner : entry.block.subItems()) {
                if (parts.contains(inner)) {
                    continue;
                }
                Optional<Field> field = Field.ofItem(inner);
                Label label = field.flatMap(Field::label).orElse(Label.CONTRACT);
                if (field.isPresent() && label == Label.DEPENDS) {
                    List<String> ids = TaskItem.ids(field.get().value());
                    needs.addAll(ids.isEmpty() ? AgentFields.parts(Words.plain(field.get().value())) : ids);
                } else if (field.isPresent() && label == Label.CRITERIA) {
                    draft.acceptance.addAll(field.get().texts());
                } else if (field.isPresent() && label == Label.OUTPUT) {
                    field.get().rawTexts().forEach(raw -> draft.outputs.addAll(Paths.in(raw)));
                } else {
                    draft.contract.add(Words.plain(inner.raw()));
                }
            }
        }
    }
}

package baton.reading.team;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import baton.plan.Phase;
import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Section;
import baton.reading.document.Topic;
import baton.reading.found.AgentFields;
import baton.reading.found.Clause;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundPhase;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.found.StatedOutput;
import baton.reading.found.TaskLabels;
import baton.reading.language.Act;
import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Period;
import baton.reading.language.WordLists;
import baton.reading.language.Words;

/**
 * Agents as sections: a heading with the name, and below it labelled lines for task, tools, output, criteria and the like.
 *
 * <p>
 * The labels decide, not the heading's form: a section without any is no agent however it is called. A section that names
 * its agent in a label is a task of that agent.
 */
public final class AgentSectionRecogniser implements Recogniser {

    private static final Pattern HEAD = Pattern
            .compile("(?:\\*\\*|__)?`?@?[\\p{L}\\p{N}][^:.!?*`]{0,40}`?(?:\\*\\*|__)?(?:\\s*\\([^()]{1,40}\\))?");
    /** A label stands at most so many lines below the name it belongs to. */
    private static final int NEAR = 3;
    private static final int SUBJECT_WORDS_MAX = 4;
    private static final Pattern JOBS = Pattern.compile("\\s*[,;]\\s+");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        visit(document, document.root(), new ArrayDeque<>(), claims, findings);
    }

    private void visit(MarkdownDocument document, Section section, Deque<Section> above, Claims claims,
            Findings findings) {
        List<Field> fields = Field.of(section).stream().filter(field -> field.label().isPresent())
                .filter(field -> !findings.isOwn(document.file(), field.line())).toList();
        if (section.level() > 0 && !fields.isEmpty()) {
            take(document, section, above, fields, claims, findings);
        }
        above.push(section);
        section.children().forEach(child -> visit(document, child, above, claims, findings));
        above.pop();
    }

    private void take(MarkdownDocument document, Section section, Deque<Section> above, List<Field> fields,
            Claims claims, Findings findings) {
        var place = new Place(document.file(), section.line());
        Optional<Field> owner = fields.stream().filter(field -> field.label().filter(Label.AGENT::equals).isPresent()
                && AgentName.isName(field.value())).findFirst();
        AgentName name = owner.map(field -> AgentName.of(field.value()))
                .orElseGet(() -> AgentName.of(section.rawTitle()));
        var agent = new FoundAgent(name, place);
        var parts = new AgentFields(agent, fields);
        boolean taken = !name.id().isEmpty() && !isSeveral(section, fields)
                && (owner.isPresent()
                        ? namesWork(parts) || parts.has(Label.DEPENDS, Label.CRITERIA)
                                || !listed(section, fields).isEmpty()
                        : isAgent(section, above, name, parts));
        if (!taken || (owner.isEmpty() && isTurn(section, above, parts))) {
            return;
        }
        agent.role = name.role();
        agent.section = !owner.isPresent();
        parts.fillAgent();
        if (fields.stream().anyMatch(field -> field.is(Label.TASKS)) || givesWork(section)) {
            parts.of(Label.TASK).forEach(field -> agent.responsibilities.addAll(field.texts()));
        }
        findings.agents.add(agent);
        findings.duties.addAll(parts.duties(place));
        int before = findings.tasks.size();
        tasks(section, owner.isPresent(), parts, place, findings);
        List<String> waits = waits(section);
        findings.tasks.subList(before, findings.tasks.size()).replaceAll(task -> {
            List<String> needs = new ArrayList<>(task.needs());
            needs.addAll(waits);
            return new FoundTask(task.draft(), needs, task.shape(), task.implied(), task.days());
        });
        own(document, section, parts.has(Label.TASK, Label.TASKS) ? List.of() : apart(section, fields), findings);
        claims.take(section.line(), section.line());
        fields.forEach(field -> claims.take(field.line(), field.lastLine()));
        section.blocks().stream().filter(block -> switch (block) {
            case Block.Paragraph _ -> true;
            case Block.Table table ->
                fields.stream().anyMatch(field -> field.line() > table.line() && field.line() <= table.lastLine());
            case Block.Listing _,Block.Fence _,Block.Aside _ -> false;
        }).forEach(claims::take);
    }

    /** Where one label comes back below lines that are a name and nothing else, each of these is described, not the section. */
    private static boolean isSeveral(Section section, List<Field> fields) {
        List<Integer> tasks = fields.stream().filter(field -> field.is(Label.TASK)).map(Field::line).toList();
        long heads = section.blocks().stream().filter(Block.Paragraph.class::isInstance)
                .map(block -> ((Block.Paragraph) block).lines().getFirst())
                .filter(line -> HEAD.matcher(line.raw().strip()).matches() && tasks.stream()
                        .anyMatch(task -> task > line.line() && task <= line.line() + NEAR))
                .count();
        return heads > 1 && tasks.size() > 1;
    }

    /** All of the section but the lists that stand for themselves; those are read as what the name above them has to do. */
    private static void own(MarkdownDocument document, Section section, List<Block.Listing> apart, Findings findings) {
        int from = section.line();
        for (Block.Listing list : apart) {
            findings.own(document.file(), from, list.line() - 1);
            from = list.lastLine() + 1;
        }
        if (from <= section.ownLastLine()) {
            findings.own(document.file(), from, section.ownLastLine());
        }
    }

    /** Lists without labels right below a line that says all of its own: "<b>Owns:</b> {@code src/ledger}". */
    private static List<Block.Listing> apart(Section section, List<Field> fields) {
        List<Block.Listing> lists = new ArrayList<>();
        Block above = new Block.Aside(section.line(), section.line());
        for (Block block : section.blocks()) {
            int last = above.lastLine();
            boolean below = above instanceof Block.Paragraph
                    && fields.stream().anyMatch(field -> field.lastLine() == last
                            && field.label().filter(label -> label.isSaidInLine(field.value())).isPresent());
            if (below && block instanceof Block.Listing list
                    && list.items().stream().noneMatch(item -> Field.ofItem(item).flatMap(Field::label).isPresent())) {
                lists.add(list);
            }
            above = block;
        }
        return lists;
    }

    /** What is listed below a heading and no label leads to. */
    private static List<Block.Item> listed(Section section, List<Field> fields) {
        return section.items().filter(item -> Field.ofItem(item).flatMap(Field::label).isEmpty()
                && fields.stream().noneMatch(field -> item.line() > field.line() && item.line() <= field.lastLine()))
                .toList();
    }

    /** "Run after the importer has finished" in running text. */
    private static List<String> waits(Section section) {
        return section.blocks().stream().filter(Block.Paragraph.class::isInstance).map(Block.Paragraph.class::cast)
                .flatMap(paragraph -> paragraph.lines().stream())
                .flatMap(line -> Clause.starting(Words.plain(line.raw())).stream()).toList();
    }

    private static boolean isAgent(Section section, Deque<Section> above, AgentName name, AgentFields parts) {
        if (TeamWords.isNoName(section) && !name.soundsLikeSomebody()) {
            return false;
        }
        boolean amongAgents = above.stream().anyMatch(parent -> TeamWords.isOfAgents(parent.key()));
        boolean task = parts.has(Label.TASK, Label.TASKS);
        boolean somebody = name.soundsLikeSomebody()
                || (name.isIdentifier() && (amongAgents || (task && parts.count() > 1 && areFiles(above))));
        boolean described = parts.has(Label.OUTPUT, Label.TOOLS, Label.CRITERIA, Label.RESPONSIBILITIES, Label.FOCUS,
                Label.OWNS, Label.ROLE, Label.DELIVERABLES);
        return task
                ? somebody || (amongAgents && described)
                : somebody && described && (amongAgents || namesWork(parts) || givesWork(section));
    }

    /** A heading of its own leads to the jobs: "Work" or "Tasks" below the name. */
    private static boolean givesWork(Section section) {
        return section.children().stream().anyMatch(child -> child.items().findAny().isPresent()
                && (Lexicon.WORDS.words("WORK").contains(child.key()) || Label.all(child.title()).contains(Label.TASKS)
                        || Topic.in(child.key()).contains(Topic.TASKS)));
    }

    /** What somebody does in one phase: the lists below the name are the work, and the labels only add to it. */
    private static boolean isTurn(Section section, Deque<Section> above, AgentFields parts) {
        boolean inPeriod = above.stream().anyMatch(parent -> parent.level() > 0
                && Period.ofTitle(parent.rawTitle()).isPresent());
        boolean list = section.items().anyMatch(item -> Field.ofItem(item).flatMap(Field::label).isEmpty());
        return inPeriod && list && !parts.has(Label.TASK, Label.TASKS, Label.RESPONSIBILITIES, Label.DELIVERABLES,
                Label.CRITERIA);
    }

    /** A job, or a file to write, or enough said about the result; a role alone is no work. */
    private static boolean namesWork(AgentFields parts) {
        boolean result = parts.has(Label.DELIVERABLES, Label.CRITERIA, Label.OUTPUT);
        return parts.has(Label.TASK, Label.TASKS) || !parts.outputs().isEmpty() || (result && parts.count() > 2);
    }

    private static void tasks(Section section, boolean owned, AgentFields parts, Place place, Findings findings) {
        List<Block.Item> several = parts.of(Label.TASKS).flatMap(field -> field.items().stream()).toList();
        String own = parts.of(Label.PHASE).map(field -> phase(field.value(), field, place, findings)).findFirst()
                .orElse("");
        List<String> inLine = parts.of(Label.TASKS).filter(field -> field.items().isEmpty())
                .flatMap(field -> WordLists.split(Words.plain(field.value()), JOBS).stream()).toList();
        inLine.forEach(job -> findings.tasks.add(parts.task(job, TaskSpec.Kind.TASK, place)));
        for (Field field : parts.of(Label.TASKS).toList()) {
            String named = phase(field.words(), field, place, findings);
            String phase = named.isEmpty() ? own : named;
            for (Block.Item item : field.items()) {
                findings.tasks.add(task(item, parts, phase, new Place(place.file(), item.line())));
            }
        }
        boolean jobs = !several.isEmpty() || !inLine.isEmpty() || givesWork(section);
        // What somebody is there for is no job beside a list of jobs.
        List<Field> single = parts.of(Label.TASK).filter(_ -> !jobs).toList();
        boolean group = owned && (parts.count() == 1 || Period.ofTitle(section.rawTitle()).isPresent());
        List<Block.Item> listed = group ? listed(section, parts.all()) : List.of();
        if (!listed.isEmpty() && single.isEmpty()) {
            // A phase or a group of work with an owner: what is listed below it are its jobs.
            var field = new Field(Words.title(section.rawTitle()), "", List.of(), section.line(),
                    section.ownLastLine());
            String phase = phase(field.words(), field, place, findings);
            listed.forEach(item -> findings.tasks.add(task(item, parts, phase, new Place(place.file(), item.line()))));
        } else if (!duties(parts, single).isEmpty()) {
            duties(parts, single).forEach(item -> {
                FoundTask task = task(item, parts, own, new Place(place.file(), item.line()));
                findings.tasks.add(new FoundTask(task.draft(), task.needs(), task.shape(), true, task.days()));
            });
        } else if (!single.isEmpty()) {
            String title = String.join("; ", single.stream().flatMap(field -> field.rawTexts().stream()).toList());
            FoundTask task = parts.task(title, TaskSpec.Kind.TASK, place);
            // A mission, or a subject in a few words, says what somebody is there for; it is the job of those to whom nothing else is given.
            boolean describes = single.stream()
                    .allMatch(field -> Lexicon.WORDS.words("DESCRIBES").contains(Words.key(field.words()))
                            || isSubject(field.value()));
            findings.tasks.add(new FoundTask(task.draft(), task.needs(), describes ? FoundTask.TOLD : task.shape(),
                    task.implied(), task.days()));
        } else if (several.isEmpty() && inLine.isEmpty() && !givesWork(section) && (owned || namesWork(parts))) {
            String title = owned
                    ? section.title()
                    : parts.of(Label.FOCUS).map(Field::value)
                            .filter(text -> !text.isBlank()).findFirst().or(() -> paragraph(section))
                            .or(() -> parts.of(Label.RESPONSIBILITIES).flatMap(field -> field.texts().stream())
                                    .findFirst())
                            .orElse(section.title());
            FoundTask task = parts.task(title, TaskSpec.Kind.TASK, place);
            findings.tasks.add(new FoundTask(task.draft(), task.needs(), task.shape(), !owned, task.days()));
        }
    }

    /** Several things that somebody answers for are his work where nothing but a mission is said beside them. */
    private static List<Block.Item> duties(AgentFields parts, List<Field> single) {
        boolean mission = single.stream()
                .allMatch(field -> Lexicon.WORDS.words("DESCRIBES").contains(Words.key(field.words()))
                        || isSubject(field.value()));
        List<Block.Item> items = parts.of(Label.RESPONSIBILITIES).flatMap(field -> field.items().stream()).toList();
        return mission && parts.of(Label.TASKS).findAny().isEmpty() && (items.size() > 1 || !single.isEmpty())
                ? items
                : List.of();
    }

    /** True where all that stands beside the section is called as agent files are. */
    private static boolean areFiles(Deque<Section> above) {
        return !above.isEmpty() && above.element().children().size() > 1 && above.element().children().stream()
                .allMatch(child -> AgentName.of(child.rawTitle()).isIdentifier());
    }

    /** A few words that say no act: "customer portal" is what somebody is there for, "fix the login" is a job. */
    private static boolean isSubject(String value) {
        return Words.count(value) <= SUBJECT_WORDS_MAX && Act.of(Words.key(value)).isEmpty();
    }

    /** One job of several; labels below it are its own, and what its line says it writes takes the place of what all write. */
    private static FoundTask task(Block.Item item, AgentFields parts, String phase, Place place) {
        var stated = StatedOutput.of(item.raw());
        FoundTask task = parts.task(stated.text(), TaskSpec.Kind.TASK, place);
        TaskDraft draft = task.draft();
        draft.phase = phase;
        List<String> needs = new ArrayList<>(task.needs());
        List<String> shared = List.copyOf(draft.outputs);
        draft.outputs.clear();
        draft.outputs.addAll(stated.paths());
        for (Block.Item detail : item.subItems()) {
            Field.ofItem(detail).filter(field -> field.label().isPresent()).ifPresentOrElse(
                    field -> TaskLabels.put(field, draft, needs),
                    () -> draft.deliverables.add(Words.plain(detail.raw())));
        }
        if (draft.outputs.isEmpty()) {
            draft.outputs.addAll(shared);
        }
        draft.inputs.removeAll(draft.outputs);
        return new FoundTask(draft, needs, task.shape(), task.implied(), task.days());
    }

    /** "Phase 0-1 Tasks" puts the tasks into a phase that may have no heading of its own. */
    private static String phase(String words, Field field, Place place, Findings findings) {
        Optional<String> named = Period.named(Words.title(words));
        named.ifPresent(name -> findings.phases.add(new FoundPhase(
                new Phase(Words.slug(name), words.startsWith(name) ? words : name, Phase.Mode.PARALLEL, List.of(),
                        false,
                        new Place(place.file(), field.line())),
                field.lastLine(), 0, Period.daysIn(name), List.of(), List.of())));
        return named.map(Words::slug).orElse("");
    }

    private static Optional<String> paragraph(Section section) {
        return section.blocks().stream().filter(Block.Paragraph.class::isInstance).map(Block.Paragraph.class::cast)
                .filter(paragraph -> Field.of(List.of(paragraph)).isEmpty())
                .map(paragraph -> Words
                        .plain(String.join(" ", paragraph.lines().stream().map(Block.TextLine::raw).toList())))
                .findFirst();
    }
}

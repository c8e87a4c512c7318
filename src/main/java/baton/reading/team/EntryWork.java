package baton.reading.team;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.StatedOutput;
import baton.reading.language.EastAsian;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Paths;
import baton.reading.language.Period;
import baton.reading.language.TaskTitles;
import baton.reading.language.Words;
import baton.reading.team.SiblingGroup.Sibling;

/**
 * What the entries of a team say of its members' work.
 *
 * <p>
 * Labels say what they mean, see {@link EntryForm}. A sentence beside a name that has no other work is its job. Lists of jobs
 * below a title are left to the reader of such lists.
 */
final class EntryWork {

    private static final Pattern WRITES = Pattern
            .compile(
                    "(?iu)\\s*(?:[,;.]|\\band\\b|\\bund\\b|\\bet\\b|\\by\\b)\\s+[\\p{L} ]{2,30}?\\s+`([^`\\s]+)`\\s*[.]?\\s*$");
    private static final int JOB_WORDS_MIN = 3;
    private static final int SAID_WORDS_MIN = 2;

    private final SiblingGroup group;
    private final String file;
    private final Findings findings;
    private final EntryForm form;

    EntryWork(SiblingGroup group, String file, Findings findings) {
        this.group = group;
        this.file = file;
        this.findings = findings;
        this.form = new EntryForm(group.members().stream().map(Sibling::body).toList());
    }

    /** True where an entry says what is to be done, or what comes of it. */
    static boolean carriesWork(Sibling member) {
        boolean said = Words.count(member.words()) >= JOB_WORDS_MIN || !Paths.in(member.words()).isEmpty()
                || (EastAsian.isIn(member.words()) && member.words().length() > JOB_WORDS_MIN);
        boolean listed = member.body().stream().anyMatch(Block.Listing.class::isInstance);
        boolean labelled = Field.of(member.body()).stream().anyMatch(field -> field.is(Label.TASK)
                || field.is(Label.TASKS) || field.is(Label.OUTPUT) || field.is(Label.CRITERIA));
        return said || listed || labelled;
    }

    /** True where the entries share a form that gives the job. */
    boolean isForm() {
        return form.givesWork();
    }

    /** Puts what the entry says into the agent, and adds its job. */
    void read(Sibling member, FoundAgent agent, Claims claims) {
        List<Field> fields = form.fields(member.body());
        Set<Integer> lines = new LinkedHashSet<>(fields.stream().map(Field::line).toList());
        List<Field> all = new ArrayList<>(fields);
        Field.of(member.body()).stream().filter(field -> field.label().isPresent() && !lines.contains(field.line()))
                .forEach(all::add);
        var parts = new AgentFields(agent, all);
        parts.fillAgent();
        var place = new Place(file, member.line());
        if (parts.of(Label.TASK).count() > 1) {
            // "Task 1" and "Task 2" below one name are a list of jobs.
            return;
        }
        claim(member.body(), claims);
        String told = String.join("; ",
                parts.of(Label.TASK).flatMap(field -> field.rawTexts().stream()).toList());
        List<Block.Item> several = parts.of(Label.TASKS).flatMap(field -> field.items().stream()).toList();
        several.forEach(item -> job(item, parts, claims));
        if (!told.isBlank()) {
            boolean describes = parts.of(Label.TASK)
                    .allMatch(field -> Lexicon.WORDS.words("DESCRIBES").contains(Words.key(field.words())));
            FoundTask task = parts.task(told, TaskSpec.Kind.TASK, place);
            findings.tasks.add(describes
                    ? new FoundTask(task.draft(), task.needs(), "roster@" + group.line(), true, task.days())
                    : task);
        } else if (several.isEmpty() && !holdsJobs(member.body())) {
            said(member, parts, place);
        } else if (several.isEmpty() && (group.form() == SiblingGroup.Form.ITEMS || isApart(member))) {
            agent.role = agent.role.isEmpty() && group.form() == SiblingGroup.Form.ITEMS
                    ? Words.plain(member.words())
                    : agent.role;
            jobs(member, agent, claims);
        }
    }

    /** What is filled in is no list of jobs. */
    private void claim(List<Block> body, Claims claims) {
        body.stream().filter(block -> switch (block) {
            case Block.Listing list -> form.isFilled(list);
            case Block.Table table -> form.isFilled(table);
            case Block.Paragraph _,Block.Fence _,Block.Aside _ -> false;
        }).forEach(claims::take);
    }

    /** A list of which any line is no label holds jobs. */
    private boolean holdsJobs(List<Block> body) {
        return body.stream().filter(Block.Listing.class::isInstance).map(Block.Listing.class::cast)
                .filter(list -> !form.isFilled(list)).flatMap(list -> list.items().stream())
                .anyMatch(item -> Field.ofItem(item).flatMap(Field::label).isEmpty());
    }

    /** Other words stand between the name and the jobs, so that no title of theirs names it. */
    private boolean isApart(Sibling member) {
        boolean said = Words.count(member.name().role()) >= JOB_WORDS_MIN
                || (member.body().size() > 1 && member.body().getFirst() instanceof Block.Paragraph);
        return group.form() == SiblingGroup.Form.TITLED && said
                && member.body().stream().filter(Block.Listing.class::isInstance).count() == 1
                && member.body().getLast() instanceof Block.Listing;
    }

    private void jobs(Sibling member, FoundAgent agent, Claims claims) {
        member.body().stream().filter(Block.Listing.class::isInstance).map(Block.Listing.class::cast)
                .flatMap(list -> list.items().stream())
                .filter(item -> Field.ofItem(item).flatMap(Field::label).isEmpty())
                .forEach(item -> job(item, new AgentFields(agent, List.of()), claims));
    }

    private void job(Block.Item item, AgentFields parts, Claims claims) {
        claims.take(item);
        var stated = StatedOutput.of(item.raw());
        FoundTask task = parts.task(TaskTitles.of(stated.text()), TaskSpec.Kind.ASSIGNMENT,
                new Place(file, item.line()));
        if (!stated.paths().isEmpty()) {
            task.draft().outputs.clear();
            task.draft().outputs.addAll(stated.paths());
        }
        item.subItems().forEach(inner -> task.draft().deliverables.add(Words.plain(inner.raw())));
        findings.tasks.add(new FoundTask(task.draft(), task.needs(), "list"));
    }

    /** The sentence beside or below the name, which is the job where nothing else gives one. */
    private void said(Sibling member, AgentFields parts, Place place) {
        if (group.form() == SiblingGroup.Form.ROWS && !isToldInRow(member)) {
            return;
        }
        String words = Words.count(member.words()) >= SAID_WORDS_MIN || EastAsian.isIn(member.words())
                ? member.words()
                : paragraph(member);
        boolean another = Words.plain(words).matches("[@#]?[\\p{L}\\p{N}]+(?:[-_.][\\p{L}\\p{N}]+)+")
                && !Paths.isPath(words);
        if (words.isBlank() || another) {
            return;
        }
        var stated = StatedOutput.of(words);
        Matcher writes = WRITES.matcher(stated.text());
        boolean path = writes.find() && Paths.isPath(writes.group(1));
        FoundTask task = parts.task(path ? stated.text().substring(0, writes.start()) : stated.text(),
                TaskSpec.Kind.TASK, place);
        List<String> outputs = task.draft().outputs;
        Stream.concat(stated.paths().stream(), path ? Stream.of(writes.group(1)) : Stream.of())
                .filter(output -> !outputs.contains(output)).forEach(outputs::add);
        task.draft().inputs.removeAll(outputs);
        boolean told = group.titles().stream().anyMatch(title -> Period.ofTitle(title.text()).isPresent());
        findings.tasks.add(told
                ? new FoundTask(task.draft(), task.needs(), "list")
                : outputs.isEmpty() && parts.count() == 0
                        ? new FoundTask(task.draft(), task.needs(), "roster@" + group.line(), true, task.days())
                        : new FoundTask(task.draft(), task.needs(), "agent", true, task.days()));
    }

    /** A row of areas and folders says who is responsible for what; only a phrase in one of its cells can be a job. */
    private static boolean isToldInRow(Sibling member) {
        return EastAsian.isIn(member.words()) || List.of(member.words().split(" · ", -1)).stream()
                .anyMatch(cell -> Words.count(cell) >= JOB_WORDS_MIN && Paths.in(cell).isEmpty())
                || List.of(member.words().split(" · ", -1)).size() == 1;
    }

    private static String paragraph(Sibling member) {
        return member.body().stream().filter(Block.Paragraph.class::isInstance).map(Block.Paragraph.class::cast)
                .filter(paragraph -> Field.of(List.of(paragraph)).isEmpty())
                .map(paragraph -> String.join(" ", paragraph.lines().stream().map(Block.TextLine::raw).toList()))
                .filter(text -> Words.count(text) >= JOB_WORDS_MIN || EastAsian.isIn(text)).findFirst().orElse("");
    }
}

package baton.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.plan.TaskSpec;
import baton.reading.Findings.FoundAgent;
import baton.reading.Findings.FoundTask;
import baton.reading.SiblingGroup.Sibling;

/**
 * What the entries of a team say of its members' work.
 *
 * <p>
 * Labels that are known say what they mean. A label that every entry has and nobody knows is the job, where it holds a phrase and
 * none of the others does. Lists below a name are left to the reader of such lists.
 */
final class EntryWork {

    private static final Pattern LABELLED = Pattern
            .compile("[*_\\s]*([\\p{L}][\\p{L} '’-]{0,30}?)[*_]*\\s*:[*_]*\\s+(\\S.*)");
    private static final Pattern WRITES = Pattern
            .compile("(?iu)\\s*(?:[,;.]|\\band\\b|\\bund\\b|\\bet\\b|\\by\\b)\\s+[\\p{L} ]{2,30}?\\s+`([^`\\s]+)`\\s*[.]?\\s*$");
    private static final int JOB_WORDS_MIN = 3;
    private static final int SAID_WORDS_MIN = 2;

    private final SiblingGroup group;
    private final String file;
    private final Findings findings;
    private final Optional<String> jobLabel;

    EntryWork(SiblingGroup group, String file, Findings findings) {
        this.group = group;
        this.file = file;
        this.findings = findings;
        this.jobLabel = jobLabel(group);
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

    /** The label that nobody knows and under which each entry says a phrase. */
    private static Optional<String> jobLabel(SiblingGroup group) {
        boolean known = group.members().stream().flatMap(member -> Field.of(member.body()).stream())
                .anyMatch(field -> field.is(Label.TASK) || field.is(Label.TASKS));
        Map<String, Integer> phrases = new LinkedHashMap<>();
        for (Sibling member : group.members()) {
            Set<String> own = new LinkedHashSet<>();
            lines(member.body()).map(LABELLED::matcher).filter(Matcher::matches)
                    .filter(line -> Label.of(line.group(1)).isEmpty() && Words.count(line.group(2)) >= JOB_WORDS_MIN
                            && Paths.in(line.group(2)).isEmpty())
                    .forEach(line -> own.add(Words.key(line.group(1))));
            own.forEach(label -> phrases.merge(label, 1, Integer::sum));
        }
        return known
                ? Optional.empty()
                : phrases.entrySet().stream().filter(entry -> entry.getValue() == group.members().size())
                        .map(Map.Entry::getKey).findFirst();
    }

    private static Stream<String> lines(List<Block> blocks) {
        return blocks.stream().flatMap(block -> switch (block) {
            case Block.Paragraph(var lines) -> lines.stream().map(Block.TextLine::raw);
            case Block.Listing list -> list.items().stream().map(Block.Item::raw);
            case Block.Fence _,Block.Table _,Block.Aside _ -> Stream.<String>of();
        });
    }

    /** Puts what the entry says into the agent, and adds its job. */
    void read(Sibling member, FoundAgent agent) {
        List<Field> fields = new ArrayList<>(Field.of(member.body()).stream()
                .filter(field -> field.label().isPresent()).toList());
        jobLabel.ifPresent(label -> lines(member.body()).map(LABELLED::matcher).filter(Matcher::matches)
                .filter(line -> Words.key(line.group(1)).equals(label)).findFirst()
                .ifPresent(line -> fields.add(
                        new Field("task", line.group(2), List.of(), member.line(), member.line()))));
        var parts = new AgentFields(agent, fields);
        parts.fillAgent();
        var place = new Place(file, member.line());
        String told = String.join("; ",
                parts.of(Label.TASK).flatMap(field -> field.rawTexts().stream()).toList());
        if (!told.isBlank()) {
            findings.tasks.add(parts.task(told, TaskSpec.Kind.TASK, place));
            return;
        }
        boolean listed = holdsJobs(member.body());
        if (listed && group.form() == SiblingGroup.Form.ITEMS) {
            agent.role = agent.role.isEmpty() ? Words.plain(member.words()) : agent.role;
            jobs(member, agent);
        } else if (!listed) {
            said(member, parts, place);
        }
    }

    /** A list of which any line is no label holds jobs. */
    private static boolean holdsJobs(List<Block> body) {
        return body.stream().filter(Block.Listing.class::isInstance).map(Block.Listing.class::cast)
                .flatMap(list -> list.items().stream())
                .anyMatch(item -> Field.ofItem(item).flatMap(Field::label).isEmpty());
    }

    private void jobs(Sibling member, FoundAgent agent) {
        member.body().stream().filter(Block.Listing.class::isInstance).map(Block.Listing.class::cast)
                .flatMap(list -> list.items().stream())
                .filter(item -> Field.ofItem(item).flatMap(Field::label).isEmpty())
                .forEach(item -> {
                    var stated = StatedOutput.of(item.raw());
                    FoundTask task = new AgentFields(agent, List.of()).task(TaskTitles.of(stated.text()),
                            TaskSpec.Kind.ASSIGNMENT, new Place(file, item.line()));
                    task.draft().outputs.addAll(stated.paths());
                    findings.tasks.add(new FoundTask(task.draft(), task.needs(), "list"));
                });
    }

    /** The sentence beside or below the name, which is the job where nothing else gives one. */
    private void said(Sibling member, AgentFields parts, Place place) {
        String words = Words.count(member.words()) >= SAID_WORDS_MIN || EastAsian.isIn(member.words())
                ? member.words()
                : paragraph(member);
        if (words.isBlank()) {
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
        boolean sure = outputs.isEmpty() && parts.count() == 0;
        findings.tasks.add(sure
                ? new FoundTask(task.draft(), task.needs(), "roster@" + group.line(), true, task.days())
                : new FoundTask(task.draft(), task.needs(), "agent", true, task.days()));
    }

    private static String paragraph(Sibling member) {
        return member.body().stream().filter(Block.Paragraph.class::isInstance).map(Block.Paragraph.class::cast)
                .filter(paragraph -> Field.of(List.of(paragraph)).isEmpty())
                .map(paragraph -> String.join(" ", paragraph.lines().stream().map(Block.TextLine::raw).toList()))
                .filter(text -> Words.count(text) >= JOB_WORDS_MIN || EastAsian.isIn(text)).findFirst().orElse("");
    }
}

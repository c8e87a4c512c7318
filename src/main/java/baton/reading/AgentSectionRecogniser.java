package baton.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.plan.TaskSpec;
import baton.reading.Findings.FoundAgent;

/**
 * Agents as sections: a heading with the name, and below it labelled lines for task, tools, output, criteria and the like.
 *
 * <p>
 * The labels decide, not the heading's form: a section without any is no agent however it is called. A section that names
 * its agent in a label is a task of that agent.
 */
final class AgentSectionRecogniser implements Recogniser {

    private static final Pattern OF_AGENTS = Pattern.compile(
            ".*\\b(agents?|subagents?|team|roster|crew|specialists?|roles?|wave|deployment|assignments?|staff|workers?|who does what"
                    + "|phase|round|stage|batch)\\b.*");
    private static final Pattern NO_NAME = Pattern
            .compile("(?:.*\\b)?(overview|summary|introduction|background|goals?|objectives?"
                    + "|dependenc(?:y|ies)|communication|protocol|deliverables?|criteria|metrics?|timeline|checklist|templates?|examples?"
                    + "|context|usage|installation|configuration|license|contributing|requirements|notes|risks?|questions|budget|status"
                    + "|schedule|milestones?|rules?|principles?|factors|(?:phase|wave|week|sprint|stage|step) \\p{Alnum}+)(?:\\b.*)?");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        visit(document, document.root(), new ArrayDeque<>(), claims, findings);
    }

    private void visit(MarkdownDocument document, Section section, Deque<Section> above, Claims claims,
            Findings findings) {
        List<Field> fields = Field.of(section).stream().filter(field -> field.label().isPresent()).toList();
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
        Optional<Field> owner = fields.stream().filter(field -> field.label().filter(Label.AGENT::equals).isPresent())
                .findFirst();
        AgentName name = owner.map(field -> AgentName.of(field.value()))
                .orElseGet(() -> AgentName.of(section.rawTitle()));
        var agent = new FoundAgent(name, place);
        var parts = new AgentFields(agent, fields);
        boolean taken = !name.id().isEmpty()
                && (owner.isPresent() ? namesWork(parts) : isAgent(section, above, name, parts));
        if (!taken) {
            return;
        }
        agent.role = name.role();
        parts.fillAgent();
        findings.agents.add(agent);
        tasks(section, owner.isPresent(), parts, place, findings);
        findings.own(document.file(), section.line(), section.ownLastLine());
        claims.take(section.line(), section.line());
        fields.forEach(field -> claims.take(field.line(), field.lastLine()));
        section.blocks().stream().filter(block -> switch (block) {
            case Block.Paragraph _ -> true;
            case Block.Table table ->
                fields.stream().anyMatch(field -> field.line() > table.line() && field.line() <= table.lastLine());
            case Block.Listing _,Block.Fence _,Block.Aside _ -> false;
        }).forEach(claims::take);
    }

    private static boolean isAgent(Section section, Deque<Section> above, AgentName name, AgentFields parts) {
        if (NO_NAME.matcher(section.key()).matches() && !name.soundsLikeSomebody()) {
            return false;
        }
        boolean amongAgents = above.stream().anyMatch(parent -> OF_AGENTS.matcher(parent.key()).matches());
        boolean somebody = name.soundsLikeSomebody() || (name.isIdentifier() && amongAgents);
        boolean task = parts.has(Label.TASK, Label.TASKS);
        boolean described = parts.has(Label.OUTPUT, Label.TOOLS, Label.CRITERIA, Label.RESPONSIBILITIES, Label.FOCUS,
                Label.OWNS, Label.ROLE, Label.DELIVERABLES);
        return task
                ? somebody || (amongAgents && described)
                : somebody && described && (amongAgents || namesWork(parts));
    }

    /** A job, or a file to write, or enough said about the result; a role alone is no work. */
    private static boolean namesWork(AgentFields parts) {
        boolean result = parts.has(Label.DELIVERABLES, Label.CRITERIA, Label.OUTPUT);
        return parts.has(Label.TASK, Label.TASKS) || !parts.outputs().isEmpty() || (result && parts.count() > 2);
    }

    private static void tasks(Section section, boolean owned, AgentFields parts, Place place, Findings findings) {
        List<Block.Item> several = parts.of(Label.TASKS).flatMap(field -> field.items().stream()).toList();
        for (Block.Item item : several) {
            findings.tasks.add(parts.task(item.raw(), TaskSpec.Kind.TASK, new Place(place.file(), item.line())));
        }
        List<Field> single = parts.of(Label.TASK).toList();
        if (!single.isEmpty()) {
            String title = String.join("; ", single.stream().flatMap(field -> field.rawTexts().stream()).toList());
            findings.tasks.add(parts.task(title, TaskSpec.Kind.TASK, place));
        } else if (several.isEmpty() && namesWork(parts)) {
            String title = owned
                    ? section.title()
                    : parts.of(Label.FOCUS).map(Field::value)
                            .filter(text -> !text.isBlank()).findFirst().or(() -> paragraph(section))
                            .or(() -> parts.of(Label.RESPONSIBILITIES).flatMap(field -> field.texts().stream())
                                    .findFirst())
                            .orElse(section.title());
            findings.tasks.add(parts.task(title, TaskSpec.Kind.TASK, place));
        }
    }

    private static Optional<String> paragraph(Section section) {
        return section.blocks().stream().filter(Block.Paragraph.class::isInstance).map(Block.Paragraph.class::cast)
                .filter(paragraph -> Field.of(List.of(paragraph)).isEmpty())
                .map(paragraph -> Words
                        .plain(String.join(" ", paragraph.lines().stream().map(Block.TextLine::raw).toList())))
                .findFirst();
    }
}

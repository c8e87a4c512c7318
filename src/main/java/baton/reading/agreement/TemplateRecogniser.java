package baton.reading.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.DelegationSchema;
import baton.plan.Place;
import baton.plan.PlanLint;
import baton.plan.PlannedTemplate;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.document.Lead;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.MarkdownTree;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.found.StatedOutput;
import baton.reading.found.TaskLabels;
import baton.reading.language.Label;
import baton.reading.language.Period;
import baton.reading.language.Phrases;
import baton.reading.language.TaskTitles;
import baton.reading.language.TimeBoxes;

/**
 * Delegations written out for one agent: a fence that begins with {@code @Agent} and goes on with labelled parts.
 *
 * <p>
 * Below a title about templates such a block is a template, which runs only when somebody delegates it; where the title says
 * that it is ready to be sent, and elsewhere, it is a job that is given.
 */
public final class TemplateRecogniser implements Recogniser {

    private static final Pattern HEAD = Pattern
            .compile("(?:(?:\\*\\*)?\\p{L}{2,12}(?:\\*\\*)?\\s*:(?:\\*\\*)?\\s*)?@(\\p{L}[\\p{L}\\p{N}_-]*)\\s*:?\\s*");
    private static final Phrases READY = Phrases.of("READY_TO_SEND");
    /** A slot that somebody has to fill in. */
    private static final Pattern OPEN = Pattern.compile("\\{\\{?[^{}]+}|<[\\p{L} _-]+>|^\\[[^\\]]+]$|_{3,}");
    private static final int FIELDS_MIN = 2;

    private static final Pattern LABEL = Pattern
            .compile("(?:\\*\\*|__)?\\p{L}[\\p{L} _/&-]{1,40}(?::(?:\\*\\*|__)?|(?:\\*\\*|__):)(?:\\s.*)?");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            if (!passage.inFence() && !claims.isTaken(passage.line())) {
                switch (passage.block()) {
                    case Block.Fence fence -> read(passage, fence.lines(), claims, findings);
                    case Block.Paragraph paragraph ->
                        read(passage, withList(paragraph, passage, claims), claims, findings);
                    case Block.Listing _,Block.Table _,Block.Aside _ -> {
                    }
                }
            }
        }
    }

    /** A label at the end of the lines leads to the list below them. */
    private static List<Block.TextLine> withList(Block.Paragraph paragraph, Passage passage, Claims claims) {
        List<Block> blocks = passage.section().blocks();
        int at = blocks.indexOf(paragraph);
        String last = paragraph.lines().getLast().raw().strip().replace("*", "");
        List<Block.TextLine> lines = new ArrayList<>(paragraph.lines());
        boolean called = HEAD.matcher(paragraph.lines().getFirst().raw().strip()).matches();
        if (called && last.endsWith(":") && at >= 0 && at + 1 < blocks.size()
                && blocks.get(at + 1) instanceof Block.Listing list) {
            list.items().forEach(item -> lines.add(new Block.TextLine("- " + item.raw(), item.line())));
            claims.take(list);
        }
        return lines;
    }

    private static void read(Passage passage, List<Block.TextLine> all, Claims claims, Findings findings) {
        List<Block.TextLine> lines = all.stream().filter(line -> !line.raw().isBlank()).toList();
        if (lines.size() <= FIELDS_MIN) {
            return;
        }
        Matcher head = HEAD.matcher(lines.getFirst().raw().strip());
        if (!head.matches()) {
            return;
        }
        List<Field> fields = fields(lines.subList(1, lines.size()));
        if (fields.size() < FIELDS_MIN) {
            return;
        }
        Optional<String> known = findings.roster.meant(head.group(1));
        boolean template = passage.within(Topic.TEMPLATES);
        if (known.isEmpty() && template) {
            if (findings.draft.delegationSchema.equals(DelegationSchema.NONE)) {
                findings.draft.delegationSchema = new DelegationSchema(fields.stream().map(Field::words).toList(),
                        new Place(passage.document().file(), lines.getFirst().line()));
            }
            passage.claim(claims);
            return;
        }
        String agent = known.orElse(head.group(1));
        var place = new Place(passage.document().file(), lines.getFirst().line());
        String name = passage.lead().filter(Lead::marked).map(Lead::title).orElse(passage.section().title());
        if (template) {
            findings.draft.templates.add(new PlannedTemplate(name, agent, fields.stream()
                    .map(field -> new PlannedTemplate.Slot(field.words(), field.texts())).toList(), place));
        }
        task(fields, agent, template && !isReady(passage, fields), place, name, findings);
        passage.claim(claims);
    }

    /** "Blocks ready to send": what is filled in and waits for nothing but sending is a job, not a form for one. */
    private static boolean isReady(Passage passage, List<Field> fields) {
        return passage.titles().anyMatch(title -> READY.isIn(title.key()))
                && fields.stream().flatMap(field -> field.texts().stream())
                        .noneMatch(text -> OPEN.matcher(text).find());
    }

    private static void task(List<Field> fields, String agent, boolean template, Place place, String name,
            Findings findings) {
        Optional<Field> job = fields.stream().filter(field -> field.is(Label.TASK)).findFirst();
        String title = job.map(field -> String.join("; ", field.texts())).filter(text -> !text.isBlank())
                .orElse(template ? "" : name);
        if (title.isBlank()) {
            return;
        }
        TimeBoxes.Boxed boxed = TimeBoxes.inTask(title);
        var draft = new TaskDraft("", TaskTitles.of(boxed.text()), agent.isEmpty() ? PlanLint.ORCHESTRATOR : agent);
        boxed.minutes().ifPresent(minutes -> draft.timeBox = Optional.of(new TaskSpec.Minutes(minutes)));
        draft.kind = template ? TaskSpec.Kind.TEMPLATE : TaskSpec.Kind.ASSIGNMENT;
        draft.runs = !template;
        draft.place = place;
        List<String> needs = new ArrayList<>();
        fields.forEach(field -> TaskLabels.put(field, draft, needs));
        // A label that nobody knows and nothing but files behind it say where the result goes.
        fields.stream().filter(field -> field.label().isEmpty())
                .flatMap(field -> field.rawTexts().stream().map(StatedOutput::onlyPaths)).flatMap(List::stream)
                .filter(path -> !draft.outputs.contains(path) && !draft.inputs.contains(path))
                .forEach(draft.outputs::add);
        findings.tasks.add(new FoundTask(draft, needs, "template", false, Period.daysIn(draft.sprint)));
    }

    /** The labelled parts of the block, read as the Markdown that it is. */
    private static List<Field> fields(List<Block.TextLine> block) {
        List<Field> fields = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= block.size(); i++) {
            // A label at the margin ends the list above it, though Markdown takes it for the end of the last item.
            boolean begins = i == block.size() || LABEL.matcher(block.get(i).raw()).matches();
            if (begins) {
                fields.addAll(part(block.subList(from, i)));
                from = i;
            }
        }
        return fields;
    }

    private static List<Field> part(List<Block.TextLine> block) {
        List<String> lines = new ArrayList<>();
        int first = block.getFirst().line();
        int last = first;
        for (Block.TextLine line : block) {
            // A label right below an item would be taken for more of the item.
            boolean label = !Field.of(List.of(new Block.Paragraph(List.of(line)))).isEmpty();
            lines.addAll(Collections.nCopies(Math.max(0, line.line() - last - 1) + (label ? 1 : 0), ""));
            lines.add(line.raw());
            last = line.line();
        }
        return Field.of(MarkdownTree.parse(lines, 1)).stream().map(field -> field.movedBy(first - 1)).toList();
    }
}

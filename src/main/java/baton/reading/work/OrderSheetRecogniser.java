package baton.reading.work;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.plan.PlanLint;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Section;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/**
 * Sheets of work: a line or heading with an id and a title, and below it labelled lines for who does it, what it waits for and
 * what comes out of it.
 */
public final class OrderSheetRecogniser implements Recogniser {

    private static final Pattern HEAD = Pattern.compile(
            "^(?:\\*\\*|__)?\\s*((?!FR|NFR|REQ|AC|SC|US|ADR|CHK)[A-Z]{1,8}(?:\\d{1,3}-)?[-_]?\\d{1,5}(?:\\.\\d{1,3})*)(?:\\s*[·:–—.-]\\s*|\\s+)(.{3,160}?)\\s*(?:\\*\\*|__)?$");
    private static final Pattern COUNTED = Pattern.compile("(?iu)^(?:\\*\\*|__)?\\s*("
            + Lexicon.WORDS.pattern("WORK_COUNTED")
            + "\\s+\\d{1,3}(?:\\.\\d{1,3})*)\\s*[·:–—.-]\\s*(.{3,160}?)\\s*(?:\\*\\*|__)?$");
    private static final int SHEETS_MIN = 2;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        List<Sheet> sheets = document.sections().flatMap(section -> Stream.concat(ofHeading(section).stream(),
                section.blocks().stream().flatMap(block -> ofBlock(block).stream()))).filter(Sheet::saysWork).toList();
        if (sheets.size() < SHEETS_MIN) {
            return;
        }
        Set<String> ids = sheets.stream().map(Sheet::id).collect(Collectors.toCollection(LinkedHashSet::new));
        for (Sheet sheet : sheets) {
            boolean own = findings.isOwn(document.file(), sheet.line);
            if (!own) {
                add(sheet, ids, document, findings);
                claims.take(sheet.line, sheet.line);
                sheet.fields.forEach(field -> claims.take(field.line(), field.lastLine()));
            }
        }
    }

    /** One sheet. */
    private record Sheet(String id, String title, List<Field> fields, SheetWords words, int line, int lastLine) {

        /**
         * An owner or an order; a title with a date and an author is something else, and so is one that holds a list of jobs.
         */
        boolean saysWork() {
            boolean holdsJobs = fields.stream().anyMatch(field -> field.is(Label.TASKS) && !field.items().isEmpty());
            boolean owned = fields.stream().anyMatch(field -> field.is(Label.AGENT));
            return (!holdsJobs || owned) && saysAnything();
        }

        private boolean saysAnything() {
            return fields.stream().anyMatch(field -> field.is(Label.AGENT) || field.is(Label.DEPENDS)
                    || field.is(Label.OUTPUT) || field.is(Label.CRITERIA)) || !words.owner().isEmpty();
        }
    }

    private static Optional<Sheet> ofHeading(Section section) {
        Matcher id = HEAD.matcher(section.rawTitle().strip());
        Matcher head = id.matches() ? id : COUNTED.matcher(section.rawTitle().strip());
        return section.level() > 1 && head.matches()
                ? Optional.of(
                        new Sheet(head.group(1), SheetWords.title(head.group(2)), known(Field.of(section)),
                                SheetWords.of(head.group(2), section.blocks()), section.line(),
                                section.ownLastLine()))
                : Optional.empty();
    }

    private static Optional<Sheet> ofBlock(Block block) {
        if (!(block instanceof Block.Paragraph(List<Block.TextLine> lines)) || lines.size() < 2) {
            return Optional.empty();
        }
        Matcher id = HEAD.matcher(lines.getFirst().raw().strip());
        Matcher head = id.matches() ? id : COUNTED.matcher(lines.getFirst().raw().strip());
        boolean marked = lines.getFirst().raw().strip().startsWith("**")
                || lines.getFirst().raw().strip().startsWith("__");
        return head.matches() && marked
                ? Optional.of(new Sheet(head.group(1), SheetWords.title(head.group(2)),
                        known(Field.of(List.of(new Block.Paragraph(lines.subList(1, lines.size()))))),
                        SheetWords.of(head.group(2), List.of(new Block.Paragraph(lines.subList(1, lines.size())))),
                        lines.getFirst().line(), lines.getLast().line()))
                : Optional.empty();
    }

    private static List<Field> known(List<Field> fields) {
        return fields.stream().filter(field -> field.label().isPresent()).toList();
    }

    private static void add(Sheet sheet, Set<String> ids, MarkdownDocument document, Findings findings) {
        var place = new Place(document.file(), sheet.line);
        String who = sheet.fields.stream().filter(field -> field.is(Label.AGENT)).map(Field::value).map(Words::plain)
                .filter(text -> !text.isBlank() && !AgentFields.isNothing(text)).findFirst()
                .orElse(sheet.words.owner());
        AgentName name = AgentName.of(who.isEmpty() ? PlanLint.ORCHESTRATOR : who);
        var agent = new FoundAgent(name, place);
        agent.mention = true;
        if (!who.isEmpty()) {
            findings.agents.add(agent);
        }
        String job = sheet.fields.stream().filter(field -> field.is(Label.TASK) && !field.value().isBlank())
                .map(Field::value).findFirst().orElse(sheet.title);
        FoundTask task = new AgentFields(agent, sheet.fields).task(job, TaskSpec.Kind.TASK, place);
        task.draft().id = sheet.id.replace(' ', '-');
        if (!job.equals(sheet.title)) {
            findings.called.put(Words.key(sheet.title), task.draft());
        }
        if (task.draft().estimate.isEmpty()) {
            task.draft().estimate = sheet.words.estimate();
        }
        List<String> needs = Stream.of(task.needs(), sheet.words.needs(), sheet.words.after(ids, sheet.id))
                .flatMap(List::stream).distinct().toList();
        findings.tasks.add(new FoundTask(task.draft(), needs, "sheet"));
        findings.own(document.file(), sheet.line, sheet.lastLine);
    }
}

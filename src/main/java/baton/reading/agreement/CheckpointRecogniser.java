package baton.reading.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import baton.plan.Checkpoint;
import baton.plan.Checkpoint.Criterion;
import baton.plan.Place;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Entry;
import baton.reading.document.Lead;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundPhase;
import baton.reading.found.PhaseIndex;
import baton.reading.found.Recogniser;
import baton.reading.found.Roster;
import baton.reading.language.Label;
import baton.reading.language.Period;
import baton.reading.language.Phrases;
import baton.reading.language.Words;

/**
 * Points at which agents meet: a title with one line for each agent, or a list of dates with what is due at each.
 *
 * <p>
 * "Daily: …" is no point but a rhythm and is left to others.
 */
public final class CheckpointRecogniser implements Recogniser {

    /** "Checkpoint after stage one" is a name; "Meeting points" only says what follows. */
    private static final int NAME_WORDS_MIN = 3;
    /** A title of its own right above a list, below one about checkpoints, is the name of one of them. */
    private static final int NAMED_LINES_MAX = 4;
    private static final Phrases AT_END = Phrases.of("AT_END");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        var phases = new PhaseIndex(findings.phases);
        for (int i = 0; i < document.passages().size(); i++) {
            Passage passage = document.passages().get(i);
            boolean led = i + 1 < document.passages().size()
                    && document.passages().get(i + 1).block() instanceof Block.Listing
                    && document.passages().get(i + 1).section().line() == passage.section().line();
            boolean open = !claims.isTaken(passage.line()) && !findings.isOwn(document.file(), passage.line());
            if (open && passage.block() instanceof Block.Table table && isDue(table)) {
                due(passage, table, phases, findings);
                passage.claim(claims);
            } else if (open && passage.block() instanceof Block.Table table
                    && (passage.about(Topic.CHECKPOINTS) || isByAgent(table, findings.roster))) {
                table(passage, table, phases, findings);
                passage.claim(claims);
            } else if (open && passage.block() instanceof Block.Listing list && isPoint(passage, list, findings)) {
                list(passage, list, phases, findings);
                passage.claim(claims);
            } else if (open && !led && isTimed(passage)) {
                timed(passage, phases, findings);
                passage.claim(claims);
            } else if (open && !led && passage.block() instanceof Block.Paragraph(var lines)) {
                lines.forEach(line -> inLine(line, document, phases, claims, findings));
            }
        }
    }

    /**
     * True for a list below a title about points; below one that says when something ends, for a list of agents; and for
     * meetings that are no rhythm, each at a day of its own.
     */
    private static boolean isPoint(Passage passage, Block.Listing list, Findings findings) {
        List<Entry> entries = Entry.of(list);
        boolean owned = entries.stream().anyMatch(entry -> findings.roster.meant(entry.label()).isPresent());
        if (list.isBoxed() && !owned) {
            return false;
        }
        // "sync:" may be somebody's name, and the list below it that agent's.
        boolean somebody = passage.titles().findFirst()
                .filter(title -> findings.roster.find(title.text()).isPresent()).isPresent();
        if (somebody) {
            return false;
        }
        if (passage.about(Topic.CHECKPOINTS)) {
            boolean structure = passage.inFence() && entries.stream().allMatch(entry -> isKey(entry.label())
                    && findings.roster.meant(entry.label()).isEmpty() && !isDate(entry.label()));
            return !structure;
        }
        // What each of several agents has reached by a time is a point, whatever the title around calls it.
        boolean timed = passage.about(Topic.GATES) && !list.isBoxed()
                && passage.titles().findFirst().filter(CheckpointRecogniser::isOne).isPresent()
                && entries.stream().allMatch(entry -> findings.roster.meant(entry.label()).isPresent());
        // What is numbered after something is to be done then.
        boolean end = !list.ordered()
                && passage.titles().findFirst().filter(title -> AT_END.begins(title.key())).isPresent()
                && entries.stream().filter(entry -> findings.roster.meant(entry.label()).isPresent()).count()
                        * 2 > entries.size();
        boolean dated = passage.about(Topic.CADENCES)
                && entries.stream().allMatch(entry -> Period.daysIn(entry.label()).isPresent());
        return timed || end || dated;
    }

    /** One word in small letters, as keys of data are. */
    private static boolean isKey(String label) {
        return label.matches("[a-z][a-z0-9_]*|[A-Z][A-Z0-9_]*");
    }

    /** "Meeting points: day 10 – weights agreed; day 20 – ship loaded" in one line. */
    private static void inLine(Block.TextLine line, MarkdownDocument document, PhaseIndex phases, Claims claims,
            Findings findings) {
        Lead.inLine(line.raw(), line.line()).filter(lead -> Topic.in(lead.key()).contains(Topic.CHECKPOINTS))
                .filter(lead -> lead.value().codePoints().anyMatch(Character::isLetter))
                .ifPresent(lead -> {
                    var place = new Place(document.file(), line.line());
                    String phase = phases.at(place).map(FoundPhase::phase).map(one -> one.id()).orElse("");
                    Passage.Title title = Passage.Title.of(lead);
                    boolean named = isOne(title) || Words.count(title.text()) >= NAME_WORDS_MIN;
                    if (named) {
                        List<Criterion> criteria = PointCriteria.of(lead.value(), findings.roster);
                        findings.draft.checkpoints.add(new Checkpoint(title.text(), phase, criteria, place));
                    } else {
                        Lead.parts(lead.value()).forEach(part -> findings.draft.checkpoints
                                .add(new Checkpoint(part, phase, List.of(new Criterion("", part)), place)));
                    }
                    claims.take(line.line(), line.line());
                });
    }

    private static void list(Passage passage, Block.Listing list, PhaseIndex phases, Findings findings) {
        var place = new Place(passage.document().file(), passage.line());
        String phase = phases.at(place).map(FoundPhase::phase).map(one -> one.id()).orElse("");
        List<Entry> entries = Entry.of(list);
        long owned = entries.stream().filter(entry -> findings.roster.meant(entry.label()).isPresent()).count();
        long dated = entries.stream().filter(entry -> isDate(entry.label())).count();
        Passage.Title title = passage.titles().findFirst().orElseThrow();
        boolean named = passage.about(Topic.CHECKPOINTS) && !title.topics().contains(Topic.CHECKPOINTS)
                && title.line() > list.line() - NAMED_LINES_MAX;
        boolean one = owned * 2 >= entries.size() || !title.value().isEmpty()
                || (dated * 2 < entries.size() && (named || isOne(title)));
        if (one) {
            List<Criterion> criteria = entries.stream().flatMap(entry -> criteria(entry, findings.roster).stream())
                    .toList();
            String name = title.value().isEmpty() ? title.text() : Words.plain(title.value());
            findings.draft.checkpoints.add(new Checkpoint(name, phase, criteria,
                    new Place(passage.document().file(), title.line())));
        } else {
            entries.forEach(entry -> findings.draft.checkpoints.add(new Checkpoint(entry.text(), phase,
                    entry.inner().isEmpty()
                            ? criteria(entry, findings.roster)
                            : entry.inner().stream().flatMap(item -> criteria(Entry.of(item.raw(), List.of(),
                                    item.line(), item.lastLine()), findings.roster).stream()).toList(),
                    new Place(passage.document().file(), entry.line()))));
        }
    }

    /** A title that itself names a time is one point; a title that only says "points" stands over several. */
    private static boolean isOne(Passage.Title title) {
        return Period.named(title.text()).isPresent() || Period.daysIn(title.text()).isPresent();
    }

    private static boolean isDate(String label) {
        return Period.ofTitle(label).isPresent() || label.chars().anyMatch(Character::isDigit)
                || Period.daysIn(label).isPresent();
    }

    /** What one line demands: of the agent at its start, of several named in it, or of nobody in particular. */
    private static List<Criterion> criteria(Entry entry, Roster roster) {
        Optional<String> agent = entry.label().isEmpty() ? Optional.empty() : roster.meant(entry.label());
        String text = agent.isPresent() || isDate(entry.label()) ? entry.value() : entry.text();
        List<Criterion> told = agent.isPresent() ? List.of() : PointCriteria.of(text, roster);
        return told.stream().anyMatch(criterion -> !criterion.agent().isEmpty())
                ? told
                : List.of(new Criterion(agent.orElse(""), text));
    }

    /** "Mon 17:00: the tables are there" in every line below a title about points. */
    private static boolean isTimed(Passage passage) {
        return passage.about(Topic.CHECKPOINTS) && passage.block() instanceof Block.Paragraph(var lines)
                && lines.stream().map(line -> Entry.of(line.raw(), List.of(), line.line(), line.line()))
                        .allMatch(
                                entry -> !entry.label().isEmpty() && isDate(entry.label()) && !entry.value().isBlank());
    }

    private static void timed(Passage passage, PhaseIndex phases, Findings findings) {
        for (Block.TextLine line : ((Block.Paragraph) passage.block()).lines()) {
            Entry entry = Entry.of(line.raw(), List.of(), line.line(), line.line());
            var place = new Place(passage.document().file(), line.line());
            findings.draft.checkpoints.add(new Checkpoint(entry.label(),
                    phases.at(place).map(FoundPhase::phase).map(one -> one.id()).orElse(""),
                    PointCriteria.of(entry.value(), findings.roster), place));
        }
    }

    /** True where all columns but the first are agents; what stands beside plain weeks and days is work for that time. */
    private static boolean isByAgent(Block.Table table, Roster roster) {
        List<String> header = table.header();
        String unit = Words.plain(header.getFirst());
        boolean times = table.rows().stream().allMatch(row -> Period.ofTitle(row.cells().getFirst()).isPresent()
                || Period.ofTitle(unit + " " + Words.plain(row.cells().getFirst())).isPresent());
        return !times && header.size() > 2 && header.stream().skip(1).allMatch(name -> roster.meant(name).isPresent());
    }

    /** Times in the first column and a column that says what must stand by then; a column of jobs makes it work. */
    private static boolean isDue(Block.Table table) {
        List<String> header = table.header();
        String unit = Words.plain(header.getFirst());
        boolean times = !table.rows().isEmpty() && table.rows().stream().map(row -> Words.plain(row.cells().getFirst()))
                .allMatch(cell -> Period.ofTitle(cell).isPresent() || Period.ofTitle(unit + " " + cell).isPresent());
        boolean work = header.stream().map(Label::all)
                .anyMatch(labels -> labels.contains(Label.TASK) || labels.contains(Label.TASKS)
                        || labels.contains(Label.DEPENDS));
        return times && !work && stating(header) >= 0;
    }

    private static int stating(List<String> header) {
        return IntStream.range(1, header.size()).filter(i -> Label.all(header.get(i)).contains(Label.CRITERIA))
                .findFirst().orElse(-1);
    }

    private static void due(Passage passage, Block.Table table, PhaseIndex phases, Findings findings) {
        int stating = stating(table.header());
        String unit = Words.plain(table.header().getFirst());
        for (Block.Table.Row row : table.rows()) {
            List<String> cells = row.cells().stream().map(Words::plain).toList();
            String when = cells.getFirst();
            String name = Period.ofTitle(when).isPresent() ? when : unit + " " + when;
            String agent = IntStream.range(1, cells.size()).filter(i -> i != stating).mapToObj(cells::get)
                    .flatMap(cell -> findings.roster.meant(cell).stream()).findFirst().orElse("");
            var place = new Place(passage.document().file(), row.line());
            findings.draft.checkpoints.add(new Checkpoint(name,
                    phases.at(place).map(FoundPhase::phase).map(one -> one.id()).orElse(""),
                    stating < cells.size()
                            ? parts(cells.get(stating)).stream().map(part -> new Criterion(agent, part)).toList()
                            : List.of(),
                    place));
        }
    }

    /** What one cell lists: at middle dots, semicolons and breaks. */
    private static List<String> parts(String cell) {
        return Stream.of(cell.split("\\s+·\\s+|;\\s+|\\s*<br\\s*/?>\\s*", -1)).map(String::strip)
                .filter(part -> !part.isEmpty()).toList();
    }

    private static void table(Passage passage, Block.Table table, PhaseIndex phases, Findings findings) {
        int stating = stating(table.header());
        for (Block.Table.Row row : table.rows()) {
            var place = new Place(passage.document().file(), row.line());
            List<Criterion> criteria = new ArrayList<>();
            IntStream.range(1, row.cells().size()).filter(i -> stating < 0 || i == stating).forEach(i -> {
                String text = Words.plain(row.cells().get(i));
                String header = i < table.header().size() ? table.header().get(i) : "";
                // A date alone says when, and nothing of what must hold.
                if (text.codePoints().anyMatch(Character::isLetter) && !AgentFields.isNothing(text)) {
                    Optional<String> agent = findings.roster.meant(header);
                    List<Criterion> told = agent.isPresent() ? List.of() : PointCriteria.of(text, findings.roster);
                    boolean owned = told.stream().anyMatch(criterion -> !criterion.agent().isEmpty());
                    criteria.addAll(owned
                            ? told
                            : parts(text).stream().map(part -> new Criterion(agent.orElse(""), part)).toList());
                }
            });
            findings.draft.checkpoints.add(new Checkpoint(Words.plain(row.cells().getFirst()),
                    phases.at(place).map(FoundPhase::phase).map(one -> one.id()).orElse(""), criteria, place));
        }
    }
}

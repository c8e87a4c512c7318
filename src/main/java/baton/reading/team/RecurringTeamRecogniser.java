package baton.reading.team;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Entry;
import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.found.StatedOutput;
import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Paths;
import baton.reading.language.Period;
import baton.reading.language.TaskTitles;
import baton.reading.language.Words;

/**
 * A list or table of names that nothing calls agents, but to whom other places of the document give work: as the owner of a
 * job, in brackets behind it, or as the ends of arrows.
 *
 * <p>
 * What stands behind a name says who that is; it is a job only where no other place gives its bearer one.
 */
public final class RecurringTeamRecogniser implements Recogniser {

    private static final Pattern ARROW = Pattern.compile("\\s*(?:[-=]{1,3}>|→|⟶|⇒|➜)\\s*");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[]@?([^()\\[\\]:]{2,40})[)\\]]");
    private static final int NAMES_MIN = 2;
    private static final int NAME_WORDS_MAX = 3;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        Map<String, Set<Integer>> given = new HashMap<>();
        BiConsumer<String, Integer> note = (name, line) -> given
                .computeIfAbsent(NameIndex.key(name), _ -> new HashSet<>()).add(line);
        document.sections().forEach(section -> section.blocks().forEach(block -> owners(block, note)));
        Set<String> agents = new HashSet<>();
        findings.agents.forEach(agent -> {
            agents.add(NameIndex.key(agent.name.written()));
            agent.aliases.forEach(alias -> agents.add(NameIndex.key(alias)));
        });
        for (Passage passage : document.passages()) {
            List<Entry> entries = passage.inFence() ? List.of() : entries(passage);
            long called = entries.stream()
                    .filter(entry -> agents.contains(NameIndex.key(AgentName.of(entry.label()).written()))).count();
            long known = called * 2 >= entries.size()
                    ? 0
                    : entries.stream().filter(entry -> isGiven(entry, passage.block(), given)).count();
            if (known >= NAMES_MIN && known * 10 >= entries.size() * 6L
                    && !findings.isOwn(document.file(), passage.line())) {
                entries.forEach(entry -> add(entry, document, findings));
                claims.take(passage.block());
            }
        }
    }

    private static boolean isGiven(Entry entry, Block list, Map<String, Set<Integer>> given) {
        return given.getOrDefault(NameIndex.key(AgentName.of(entry.label()).written()), Set.of()).stream()
                .anyMatch(line -> line < list.line() || line > list.lastLine());
    }

    /** The names of a list and what stands behind them; nothing where any entry has another form. */
    private static List<Entry> entries(Passage passage) {
        boolean table = passage.block() instanceof Block.Table;
        if (passage.block() instanceof Block.Table(var header, _, _, _)
                && !AgentTableRecogniser.isCalled(header.getFirst())) {
            return List.of();
        }
        List<Entry> entries = passage.block() instanceof Block.Paragraph ? List.of() : Entry.of(passage.block());
        boolean names = entries.size() >= NAMES_MIN && entries.stream().allMatch(RecurringTeamRecogniser::isName)
                && (table || entries.stream().allMatch(entry -> !entry.value().isEmpty()));
        return names ? entries : List.of();
    }

    private static boolean isName(Entry entry) {
        String name = AgentName.of(entry.label()).written();
        return !name.isBlank() && Words.count(name) <= NAME_WORDS_MAX && Character.isLetter(name.codePointAt(0))
                && Label.all(name).isEmpty() && Period.ofTitle(name).isEmpty() && !Paths.isPath(name)
                && !Lexicon.WORDS.words("HUMAN").contains(Words.key(name));
    }

    /** Everybody to whom a block gives something, with the line. */
    private static void owners(Block block, BiConsumer<String, Integer> note) {
        switch (block) {
            case Block.Listing list -> list.items().forEach(item -> {
                fields(Field.ofItem(item).stream(), note);
                Matcher brackets = BRACKETS.matcher(item.raw());
                while (item.raw().indexOf('(') >= 0 && brackets.find()) {
                    note.accept(brackets.group(1), item.line());
                }
                chain(item.raw(), item.line(), note);
                item.inner().forEach(inner -> owners(inner, note));
            });
            case Block.Paragraph paragraph -> {
                fields(Field.of(List.of(paragraph)).stream(), note);
                paragraph.lines().forEach(line -> chain(line.raw(), line.line(), note));
            }
            case Block.Fence fence when fence.info().isEmpty() ->
                fence.lines().forEach(line -> chain(line.raw(), line.line(), note));
            case Block.Table table -> columns(table, note);
            case Block.Fence _,Block.Aside _ -> {
            }
        }
    }

    private static void fields(Stream<Field> fields, BiConsumer<String, Integer> note) {
        fields.filter(field -> field.is(Label.AGENT) && !field.value().isBlank())
                .forEach(field -> AgentFields.parts(Words.plain(field.value()))
                        .forEach(name -> note.accept(name, field.line())));
    }

    private static void columns(Block.Table table, BiConsumer<String, Integer> note) {
        for (int i = 1; i < table.header().size(); i++) {
            int at = i;
            if (Label.all(table.header().get(i)).contains(Label.AGENT)) {
                table.rows().stream().filter(row -> at < row.cells().size()).forEach(
                        row -> AgentFields.parts(Words.plain(row.cells().get(at)))
                                .forEach(name -> note.accept(name, row.line())));
            }
        }
    }

    private static void chain(String raw, int line, BiConsumer<String, Integer> note) {
        if (raw.indexOf('>') < 0 && raw.indexOf('→') < 0) {
            return;
        }
        List<String> ends = List.of(ARROW.split(raw.replace("`", ""), -1));
        if (ends.size() > 2 && ends.stream().allMatch(end -> Words.count(end) <= NAME_WORDS_MAX)) {
            ends.forEach(end -> note.accept(end, line));
        }
    }

    private static void add(Entry entry, MarkdownDocument document, Findings findings) {
        var place = new Place(document.file(), entry.line());
        var agent = new FoundAgent(AgentName.of(entry.label()), place);
        agent.role = entry.value();
        findings.agents.add(agent);
        var stated = StatedOutput.of(entry.raw().contains("|") ? entry.value() : entry.raw());
        var draft = new TaskDraft("", TaskTitles.of(Entry.of(stated.text(), List.of(), 1, 1).value()),
                agent.name.written());
        draft.place = place;
        draft.outputs.addAll(stated.paths());
        if (!draft.title.isBlank()) {
            findings.tasks.add(new FoundTask(draft, List.of(), "roster@" + entry.line(), true, Optional.empty()));
        }
    }
}

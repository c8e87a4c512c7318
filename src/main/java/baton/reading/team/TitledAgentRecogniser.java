package baton.reading.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.reading.document.AgentTitle;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Entry;
import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.found.StatedOutput;
import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.NameIndex;
import baton.reading.language.Period;
import baton.reading.language.TaskTitles;
import baton.reading.language.Words;

/**
 * Agents that titles name and nothing else describes: "Seed Agent" as the heading, the lead or the item above a list of jobs,
 * at the head of a column or at the start of a row.
 *
 * <p>
 * One such title may be about anything; a document that gives work to agents has two.
 */
public final class TitledAgentRecogniser implements Recogniser {

    private static final Pattern BEHIND = Pattern
            .compile("\\s(?:[–—-]+|→|->)\\s+([^–—()\\[\\]:,]{2,40}?)\\s*(?:[(\\[].*)?$");
    private static final int NAMES_MIN = 2;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (findings.agents.isEmpty() && !PlanSigns.areIn(document)) {
            return;
        }
        List<FoundAgent> found = new ArrayList<>();
        List<FoundTask> tasks = new ArrayList<>();
        for (Passage passage : document.passages()) {
            switch (passage.block()) {
                case Block.Listing list -> {
                    entries(passage, claims, findings, found, tasks);
                    titles(passage).filter(title -> holdsWork(list))
                            .forEach(title -> add(title.text(), new Place(document.file(), title.line()), found));
                }
                case Block.Table table -> table(table, document, found);
                case Block.Paragraph _ -> entries(passage, claims, findings, found, tasks);
                case Block.Fence _,Block.Aside _ -> {
                }
            }
        }
        if (found.stream().map(agent -> NameIndex.key(agent.name.written())).distinct().count() >= NAMES_MIN) {
            findings.agents.addAll(found);
            findings.tasks.addAll(tasks);
        }
    }

    private static Stream<Passage.Title> titles(Passage passage) {
        List<Passage.Title> titles = AgentTitle.near(passage);
        return titles.stream().filter(title -> AgentTitle.isName(title.text()))
                .filter(title -> titles.subList(0, titles.indexOf(title)).stream()
                        .allMatch(one -> AgentTitle.isName(one.text()) || AgentTitle.leadsToWork(one)));
    }

    /** Labels describe; whatever else stands in a list may be a job. */
    private static boolean holdsWork(Block.Listing list) {
        return list.items().stream().anyMatch(item -> Field.ofItem(item).flatMap(Field::label).isEmpty());
    }

    /** "Seed Agent: order the seeds" is an agent's job where nothing else gives it one. */
    private static void entries(Passage passage, Claims claims, Findings findings, List<FoundAgent> found,
            List<FoundTask> tasks) {
        boolean work = passage.topics().isEmpty() || passage.about(Topic.TASKS) || passage.about(Topic.FIRST_ACTIONS);
        String file = passage.document().file();
        if (!work || passage.inFence() || claims.isTaken(passage.line()) || findings.isOwn(file, passage.line())) {
            return;
        }
        if (passage.block() instanceof Block.Listing list) {
            list.items().forEach(item -> {
                Matcher behind = BEHIND.matcher(Words.plain(item.raw()));
                if (behind.find()) {
                    add(behind.group(1), new Place(file, item.line()), found);
                }
            });
        }
        for (Entry entry : Entry.of(passage.block())) {
            if (AgentTitle.isName(entry.label())) {
                var place = new Place(file, entry.line());
                add(entry.label(), place, found);
                var draft = new TaskDraft("", TaskTitles.of(entry.value()), entry.label());
                draft.place = place;
                draft.outputs.addAll(StatedOutput.of(entry.raw()).paths());
                if (!draft.title.isBlank()) {
                    tasks.add(new FoundTask(draft, List.of(), "titled", true, Optional.empty()));
                }
            }
        }
    }

    private static void table(Block.Table table, MarkdownDocument document, List<FoundAgent> found) {
        if (table.header().stream().filter(AgentTitle::isName).count() >= NAMES_MIN) {
            table.header().forEach(cell -> add(cell, new Place(document.file(), table.line()), found));
        }
        boolean times = IntStream.range(1, table.header().size())
                .filter(i -> Period.ofTitle(table.header().get(i)).isPresent()).count() >= NAMES_MIN;
        if (times) {
            table.rows().stream().filter(row -> !row.cells().isEmpty()).forEach(
                    row -> add(row.cells().getFirst(), new Place(document.file(), row.line()), found));
        }
    }

    private static void add(String written, Place place, List<FoundAgent> found) {
        if (AgentTitle.isName(written)) {
            var agent = new FoundAgent(AgentName.of(written), place);
            agent.mention = true;
            agent.role = agent.name.role();
            found.add(agent);
        }
    }
}

package baton.reading.work;

import java.util.List;
import java.util.Set;

import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Statement;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.found.Recogniser;

/**
 * Work that is told in sentences: "The <b>safety agent</b> begins: it writes the assessment. Once it stands, the <b>crane
 * agent</b> draws the plan."
 *
 * <p>
 * Where something else gives an agent work, what a sentence tells of it does not count; where the sentences alone tell who takes
 * part, those of lists are read too, and all of them count.
 */
public final class NarratedWorkRecogniser implements Recogniser {

    private static final Set<Topic> WORK = Set.of(Topic.TASKS, Topic.FIRST_ACTIONS);
    private static final Set<Topic> TOLD = Set.of(Topic.TASKS, Topic.FIRST_ACTIONS, Topic.NEXT_STEPS, Topic.TIMELINE,
            Topic.PROSE, Topic.HUMAN_TASKS, Topic.DECISIONS);

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (findings.roster.isEmpty()) {
            return;
        }
        boolean given = findings.tasks.stream()
                .anyMatch(task -> !task.implied() && task.draft().place.file().equals(document.file()));
        boolean all = findings.told.contains(document.file()) || !given;
        var told = new Narration(document, findings, all);
        for (Passage passage : document.passages()) {
            Set<Topic> topics = all ? passage.nearTopics() : passage.topics();
            boolean work = topics.isEmpty() || topics.stream().anyMatch((all ? TOLD : WORK)::contains);
            boolean open = work && !passage.inFence() && !findings.isOwn(document.file(), passage.line());
            if (open && passage.block() instanceof Block.Paragraph paragraph
                    && (all || Field.of(List.of(paragraph)).isEmpty())) {
                int before = findings.tasks.size();
                Statement.of(passage).forEach(told::read);
                if (all && findings.tasks.size() > before) {
                    findings.told.add(document.file());
                }
            } else if (open && all && passage.block() instanceof Block.Listing list
                    && (!claims.isTaken(passage.line()) || passage.about(Topic.DECISIONS))) {
                int before = findings.tasks.size();
                // What is to be decided was read already; behind it somebody may be asked to prepare it.
                boolean taken = claims.isTaken(passage.line());
                Statement.of(passage).stream().filter(statement -> !taken || !statement.first()).forEach(told::read);
                if (findings.tasks.size() > before) {
                    findings.told.add(document.file());
                    passage.claim(claims);
                    claims.take(list);
                }
            }
        }
    }
}

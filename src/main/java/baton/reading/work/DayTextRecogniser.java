package baton.reading.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import baton.plan.Place;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Sentences;
import baton.reading.document.Topic;
import baton.reading.found.Assignment;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.JobWords;
import baton.reading.found.Recogniser;
import baton.reading.language.AgentName;
import baton.reading.language.Period;
import baton.reading.language.TaskTitles;
import baton.reading.language.TimeBoxes;
import baton.reading.language.Words;

/**
 * Running text below the name of a day or a phase that gives work to somebody: lines "Ledger: close the books", and sentences
 * "Ledger closes the books". Runs late, so that it gets only what nothing else explains.
 */
public final class DayTextRecogniser implements Recogniser {

    private static final Set<Topic> WORK = Set.of(Topic.TASKS, Topic.TIMELINE);

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (findings.roster.isEmpty() || findings.told.contains(document.file())) {
            return;
        }
        boolean english = Sentences.areEnglish(document);
        for (Passage passage : document.passages()) {
            boolean open = !claims.isTaken(passage.line()) && !findings.isOwn(document.file(), passage.line())
                    && !passage.inFence() && WORK.containsAll(passage.topics())
                    && passage.titles().findFirst().flatMap(title -> Period.ofTitle(title.text())).isPresent();
            // What stands in brackets as a whole is an aside.
            if (open && passage.block() instanceof Block.Paragraph(var lines)
                    && !lines.getFirst().raw().strip().startsWith("(")) {
                List<FoundTask> found = units(lines, findings).stream()
                        .flatMap(unit -> jobs(unit, english, passage, findings).stream()).toList();
                if (!found.isEmpty()) {
                    findings.tasks.addAll(found);
                    passage.claim(claims);
                }
            }
        }
    }

    /** Lines that begin with a name and a colon stand for themselves; all others go on where the one before ended. */
    private static List<Block.TextLine> units(List<Block.TextLine> lines, Findings findings) {
        List<Block.TextLine> units = new ArrayList<>();
        for (Block.TextLine line : lines) {
            String text = Words.plain(line.raw()).strip();
            int colon = text.indexOf(':');
            String name = colon < 0 ? "" : text.substring(0, colon).strip();
            boolean own = !name.isEmpty()
                    && (findings.roster.find(name).isPresent() || AgentName.isEverybody(name));
            if (own || units.isEmpty()) {
                units.add(new Block.TextLine(text, line.line()));
            } else {
                Block.TextLine before = units.removeLast();
                units.add(new Block.TextLine(before.raw() + " " + text, before.line()));
            }
        }
        return units;
    }

    private static List<FoundTask> jobs(Block.TextLine unit, boolean english, Passage passage, Findings findings) {
        List<FoundTask> found = new ArrayList<>();
        for (Assignment job : DayLine.jobs(unit.raw(), english, findings.roster).stream()
                .filter(one -> findings.roster.meant(one.words()).isEmpty()).toList()) {
            JobWords said = JobWords.of(job.words(), findings.roster);
            TimeBoxes.Boxed boxed = TimeBoxes.inTask(said.title());
            var draft = new TaskDraft("", TaskTitles.of(boxed.text()), job.agent().orElse(PlanLint.ORCHESTRATOR));
            boxed.minutes().ifPresent(minutes -> draft.timeBox = Optional.of(new TaskSpec.Minutes(minutes)));
            draft.place = new Place(passage.document().file(), unit.line());
            draft.kind = TaskSpec.Kind.ASSIGNMENT;
            draft.deadline = said.deadline();
            draft.estimate = job.estimate();
            List<String> needs = new ArrayList<>(job.needs());
            needs.addAll(said.needs());
            found.add(new FoundTask(draft, needs, "list"));
        }
        return found;
    }
}

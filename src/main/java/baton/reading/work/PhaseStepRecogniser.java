package baton.reading.work;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.found.Assignment;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.found.StatedOutput;
import baton.reading.language.Paths;
import baton.reading.language.Period;
import baton.reading.language.TaskTitles;
import baton.reading.language.TimeBoxes;
import baton.reading.language.Words;

/**
 * Numbered steps right below the heading of a phase, with nobody's name in any: whoever leads does them, one after another as they
 * are numbered. Runs late, so that it gets only what nothing else explains.
 */
public final class PhaseStepRecogniser implements Recogniser {

    private static final Set<Topic> WORK = Set.of(Topic.TASKS);
    private static final Pattern STEP = Pattern.compile("[`*_\"“]*\\p{Lu}.{8,}[^?:]");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (findings.roster.isEmpty() || findings.told.contains(document.file())) {
            return;
        }
        for (Passage passage : document.passages()) {
            boolean open = !claims.isTaken(passage.line()) && !findings.isOwn(document.file(), passage.line())
                    && !passage.inFence() && passage.leads().isEmpty();
            if (open && passage.block() instanceof Block.Listing list && list.ordered()
                    && WORK.containsAll(passage.topics())
                    && Period.ofTitle(passage.section().rawTitle()).isPresent()
                    && list.items().stream().allMatch(item -> isStep(item, findings))) {
                list.items().forEach(item -> findings.tasks.add(step(item, passage, findings)));
                passage.claim(claims);
            }
        }
    }

    private static boolean isStep(Block.Item item, Findings findings) {
        Assignment read = Assignment.read(item.raw(), findings.roster);
        return !item.lines().isEmpty() && STEP.matcher(item.raw().strip()).matches() && !read.everybody();
    }

    private static FoundTask step(Block.Item item, Passage passage, Findings findings) {
        var stated = StatedOutput.of(item.raw());
        Assignment read = Assignment.read(stated.text(), findings.roster);
        TimeBoxes.Boxed boxed = TimeBoxes.inTask(read.words());
        var draft = new TaskDraft("", TaskTitles.of(boxed.text()), read.agent().orElse(PlanLint.ORCHESTRATOR));
        boxed.minutes().ifPresent(minutes -> draft.timeBox = Optional.of(new TaskSpec.Minutes(minutes)));
        draft.place = new Place(passage.document().file(), item.line());
        draft.kind = TaskSpec.Kind.TASK;
        draft.estimate = read.estimate();
        draft.outputs.addAll(stated.paths());
        Paths.in(stated.text()).stream().filter(path -> !draft.outputs.contains(path)).forEach(draft.inputs::add);
        item.subItems().forEach(inner -> draft.deliverables.add(Words.plain(inner.raw())));
        return new FoundTask(draft, List.copyOf(read.needs()), "steps");
    }
}

package baton.reading.work;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import baton.plan.Gate;
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
import baton.reading.language.TaskItem;
import baton.reading.language.TaskTitles;
import baton.reading.language.TimeBoxes;
import baton.reading.language.Words;

/**
 * What stands right below the heading of a phase with nobody's name in any line: numbered steps are done by whoever leads, and
 * boxes are what must be true at the end of the phase, where the work itself stands elsewhere. Runs late, so that it gets only what
 * nothing else explains.
 */
public final class PhaseStepRecogniser implements Recogniser {

    private static final Set<Topic> WORK = Set.of(Topic.TASKS);
    private static final Pattern STEP = Pattern.compile("[`*_\"“]*\\p{Lu}.{8,}[^?:]");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (findings.roster.isEmpty() || findings.told.contains(document.file())) {
            return;
        }
        boolean busy = findings.tasks.stream().anyMatch(task -> !task.implied()
                && task.draft().place.file().equals(document.file()));
        for (Passage passage : document.passages()) {
            boolean open = !claims.isTaken(passage.line()) && !findings.isOwn(document.file(), passage.line())
                    && !passage.inFence() && WORK.containsAll(passage.topics())
                    && Period.ofTitle(passage.section().rawTitle()).isPresent();
            if (open && passage.block() instanceof Block.Listing list
                    && list.items().stream().noneMatch(item -> Assignment
                            .read(item.raw(), findings.roster).agent().isPresent())) {
                read(passage, list, busy, claims, findings);
            }
        }
    }

    private static void read(Passage passage, Block.Listing list, boolean busy, Claims claims, Findings findings) {
        boolean steps = list.ordered() && passage.leads().isEmpty()
                && list.items().stream().allMatch(item -> isStep(item, findings));
        if (steps) {
            list.items().forEach(item -> findings.tasks.add(step(item, passage, findings)));
            passage.claim(claims);
        } else if (busy && !list.items().isEmpty() && list.items().stream().allMatch(PhaseStepRecogniser::isBoxed)) {
            List<Gate.Check> checks = list.items().stream()
                    .map(item -> new Gate.Check(Words.plain(item.raw()), "", "")).toList();
            findings.draft.gates.add(new Gate(passage.section().title(), Gate.Scope.PHASE, "", checks,
                    new Place(passage.document().file(), passage.line())));
            passage.claim(claims);
        }
    }

    private static boolean isBoxed(Block.Item item) {
        return !item.lines().isEmpty() && TaskItem.isBoxed(item.lines().getFirst().raw());
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

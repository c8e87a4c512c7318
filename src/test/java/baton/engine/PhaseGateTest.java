package baton.engine;

import java.util.List;

import baton.engine.Effect.RunChecks;
import baton.engine.Outcome.ChecksEnded;
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.engine.fact.GateEvent.GateFailed;
import baton.engine.fact.PeopleEvent.BlockerRaised;
import baton.engine.fact.SessionEvent.PhaseCompleted;
import baton.plan.Gate;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.PlanDraft;
import baton.plan.TaskDraft;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A phase counts as done when its gate has passed, and what comes after it waits for that. */
class PhaseGateTest {
    private static TaskDraft task(String id, String phase, String... needs) {
        var draft = new TaskDraft(id, "Work on " + id, "a");
        draft.phase = phase;
        draft.dependsOn.addAll(List.of(needs));
        return draft;
    }

    private static Plan plan(TaskDraft... tasks) {
        var draft = new PlanDraft("A plan", "plan.md");
        for (var task : tasks) {
            draft.tasks.add(task.toTask());
        }
        draft.gates.add(new Gate("Build", Gate.Scope.PHASE, "one",
                List.of(new Gate.Check("it builds", "make all", ""), new Gate.Check("everybody is happy", "", "")),
                Place.NOWHERE));
        return draft.toPlan();
    }

    private static Story open(TaskDraft... tasks) {
        return Story.open(Story.settings(3), plan(tasks));
    }

    private static RunChecks checks(Story story) {
        return (RunChecks) story.effects.stream().filter(RunChecks.class::isInstance).findFirst().orElseThrow();
    }

    private static Story fails(Story story) {
        return story.tell(new ChecksEnded("phase:one", List.of(new CheckResult("it builds", Verdict.FAILED, "no"))));
    }

    @Test
    void whatComesAfterAPhaseWaitsForItsGateAlsoWhereItNeedsOneTaskOnly() {
        var story = open(task("T-1", "one"), task("T-2", "one"), task("T-3", "two", "T-1"));
        story.answers("T-1/1", "done");
        assertEquals(List.of("T-2/1"), story.running());
        story.answers("T-2/1", "done");
        assertEquals(List.of("phase:one"), List.of(checks(story).gate()));
        assertEquals(List.of(), story.running());
        story.passes(checks(story));
        assertEquals(List.of("T-3/1"), story.running());
        assertEquals(List.of(new PhaseCompleted("one")), story.facts(PhaseCompleted.class));
        story.answers("T-3/1", "done");
        assertEquals(0, story.result().exitCode());
        assertEquals(List.of("confirm: everybody is happy"), story.result().humanTasks());
    }

    @Test
    void aGateThatFailsWaitsForAPersonAndIsLookedAtAgain() {
        var story = fails(open(task("T-1", "one"), task("T-2", "two", "T-1")).answers("T-1/1", "done"));
        assertEquals("the gate of phase one did not pass: it builds", story.facts(BlockerRaised.class).getFirst()
                .text());
        assertEquals(5, story.result().exitCode());
        story.tell(new Command.Resume(story.state.setup().settings(), List.of()));
        story = fails(open(task("T-0", ""), task("T-1", "one"), task("T-2", "two", "T-1")).answers("T-1/1", "done"));
        story.tell(new Command.ResolveBlocker("B-1", "mended", "owner"));
        assertEquals("phase:one", checks(story).gate());
        assertEquals(List.of("T-0/1"), story.running(), "being told is not enough");
        story.passes(checks(story));
        assertEquals(List.of("T-0/1", "T-2/1"), story.running());
    }

    @Test
    void aGateThatNobodyWaitsForStillCountsAtTheEnd() {
        var story = fails(open(task("T-1", "one")).answers("T-1/1", "done"));
        assertEquals(List.of(), story.facts(BlockerRaised.class));
        assertEquals(1, story.facts(GateFailed.class).size());
        assertEquals(4, story.result().exitCode());
        assertEquals("the gate of a phase did not pass", story.result().reason());
    }

    @Test
    void aGateNeverWaitsForItself() {
        var story = open(task("T-1", "one"), task("T-2", "two", "T-1"), task("T-3", "one", "T-2"),
                task("T-4", "two", "T-3"));
        story.answers("T-1/1", "done");
        assertEquals(List.of("T-2/1"), story.running(), "T-3 of the phase needs it");
        story.answers("T-2/1", "done").answers("T-3/1", "done");
        story.passes(checks(story));
        assertEquals(List.of("T-4/1"), story.running());
    }

    @Test
    void aStopWhileItRunsLosesNothing() {
        var story = open(task("T-1", "one"), task("T-2", "two", "T-1")).answers("T-1/1", "done");
        story.tell(new Command.Stop(Command.StopReason.INTERRUPTED));
        story.tell(new Command.Resume(story.state.setup().settings(), List.of()));
        story.passes(checks(story));
        assertEquals(List.of("T-2/1"), story.running());
    }
}

package baton.engine;

import java.util.List;

import baton.engine.Effect.RunChecks;
import baton.engine.Outcome.ChecksEnded;
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.engine.fact.GateEvent.GateLost;
import baton.engine.fact.GateEvent.GateStarted;
import baton.engine.fact.SessionEvent.Status;
import baton.plan.Gate;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.PlanDraft;
import baton.settings.RunSettings.Face;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The end of a run is weighed alike before every face; only who ends it differs. */
class EndOfRunTest {
    private static Plan plan() {
        var draft = new PlanDraft("A plan", "plan.md");
        draft.tasks.add(Story.task("T-1", "a").toTask());
        draft.gates.add(new Gate("Release", Gate.Scope.RUN, "",
                List.of(new Gate.Check("it builds", "make all", "")), Place.NOWHERE));
        return draft.toPlan();
    }

    private static Story open(Face face) {
        return Story.open(Story.settings(2).withFace(face), plan());
    }

    private static Story fails(Story story) {
        return story.tell(new ChecksEnded("run", List.of(new CheckResult("it builds", Verdict.FAILED, "no"))));
    }

    private static RunChecks checks(Story story) {
        return (RunChecks) story.effects.stream().filter(RunChecks.class::isInstance).findFirst().orElseThrow();
    }

    private static Story left(Story story) {
        return story.tell(new Command.Stop(Command.StopReason.QUIT));
    }

    @Test
    void theChecksAtTheEndAreMadeBeforeEveryFace() {
        for (var face : Face.values()) {
            var story = open(face).answers("T-1/1", "done");
            assertEquals("run", checks(story).gate(), face::name);
            story.passes(checks(story));
            var ended = face == Face.BATCH ? story : left(story);
            assertEquals(0, ended.result().exitCode(), face::name);
            assertEquals(Status.COMPLETE, ended.result().status(), face::name);
        }
    }

    @Test
    void checksThatDoNotPassEndEveryFaceWithFour() {
        for (var face : Face.values()) {
            var story = fails(open(face).answers("T-1/1", "done"));
            var ended = face == Face.BATCH ? story : left(story);
            assertEquals(4, ended.result().exitCode(), face::name);
            assertEquals("the checks at the end of the run did not pass", ended.result().reason(), face::name);
        }
    }

    @Test
    void whoLeavesWhileTheyRunHasLeftBeforeTheEndAndResumeMakesThemAgain() {
        var story = left(open(Face.LINE).answers("T-1/1", "done"));
        assertEquals(1, story.facts(GateLost.class).size());
        assertEquals(130, story.result().exitCode());
        story.tell(new Command.Resume(story.state.setup().settings(), List.of()));
        assertEquals("run", checks(story).gate());
        assertEquals(0, left(story.passes(checks(story))).result().exitCode());
    }

    @Test
    void workThatIsAddedLaterIsCheckedAsWell() {
        var story = open(Face.LINE).answers("T-1/1", "done");
        story.passes(checks(story));
        story.tell(new Command.Goal("Mend the door", "owner"));
        story.answers("T-2/1", "Mended.");
        assertEquals(2, story.facts(GateStarted.class).size());
        assertEquals(4, left(fails(story)).result().exitCode());
    }

    @Test
    void workThatIsAddedWhileTheyRunIsCheckedAsWell() {
        var story = open(Face.BATCH).answers("T-1/1", "done");
        var first = checks(story);
        story.tell(new Command.Goal("Mend the door", "owner"));
        story.passes(first);
        assertTrue(story.state.result().isEmpty());
        story.answers("T-2/1", "Mended.");
        assertEquals("run", checks(story).gate());
        assertEquals(4, fails(story).result().exitCode());
    }

    @Test
    void whoLeavesWhileOthersWorkIsNotWaitedFor() {
        var draft = new PlanDraft("A plan", "plan.md");
        draft.tasks.add(Story.task("T-1", "a").toTask());
        draft.tasks.add(Story.task("T-2", "b").toTask());
        var story = Story.open(Story.settings(2).withFace(Face.TUI), draft.toPlan());
        story.replies("T-1/1", new baton.engine.fact.Action.ReportBlocker("P1", "access", "no key", "the key"));
        assertEquals("left before the end", left(story).result().reason());
        assertEquals(130, story.result().exitCode());
        story.tell(new Command.Resume(story.state.setup().settings(), List.of())).answers("T-2/1", "done");
        assertEquals(5, left(story).result().exitCode());
    }
}

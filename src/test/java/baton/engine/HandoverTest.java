package baton.engine;

import java.util.List;

import baton.engine.Command.CancelTask;
import baton.engine.Command.RetryTask;
import baton.engine.fact.Action;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.SharingEvent.HandoffBounced;
import baton.engine.fact.SharingEvent.HandoffCreated;
import baton.engine.fact.TaskEvent.TaskFailed;
import baton.engine.fact.Trouble;
import baton.plan.AgentSpec;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.PlanDraft;
import baton.plan.TaskSpec;
import baton.settings.RunLimits;
import org.junit.jupiter.api.Test;

import static baton.engine.Story.task;
import static baton.engine.Story.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HandoverTest {
    private static final HandoffNote NOTE = new HandoffNote(List.of("half"), List.of(), List.of(), List.of("the rest"),
            List.of(), "");

    private static TaskSpec report(String id, String agent, String... needs) {
        var draft = task(id, agent);
        draft.outputs.add(id + ".md");
        draft.dependsOn.addAll(List.of(needs));
        return draft.toTask();
    }

    private static Plan plan(TaskSpec... tasks) {
        var draft = new PlanDraft("A plan", "plan.md");
        draft.agents.add(AgentSpec.named("writer", "Writer", Place.NOWHERE));
        draft.agents.add(AgentSpec.named("tester", "Quality Tester", Place.NOWHERE));
        draft.tasks.addAll(List.of(tasks));
        return draft.toPlan();
    }

    private static String agentOf(Story story, String attempt) {
        return story.attempt(attempt).agent();
    }

    @Test
    void aHandoffToAnotherAgentMakesTheNextAttemptThatAgents() {
        var story = Story.open(Story.settings(1), plan(report("T-1", "writer")));
        story.replies("T-1/1", new Action.HandOff("quality tester", NOTE));
        assertEquals("tester", agentOf(story, "T-1/2"));
        assertEquals("H-1", story.attempt("T-1/2").continues());
        story.breaks("T-1/2", Trouble.REJECTED);
        assertEquals("tester", agentOf(story, "T-1/3"), "whoever took the work over goes on with it");
    }

    @Test
    void aHandoffToNobodyComesBackAndTheAttemptGoesOn() {
        var story = Story.open(Story.settings(1), plan(report("T-1", "writer")));
        story.replies("T-1/1", new Action.HandOff("Paul", NOTE));
        assertEquals(List.of(new HandoffBounced("H-1", "nobody is called \"Paul\"")),
                story.facts(HandoffBounced.class));
        assertEquals(List.of("Failed: nobody is called \"Paul\"; there are tester, writer; leave \"to\" empty to hand"
                + " over to the next attempt at this task"), story.results("T-1/1"));
        assertEquals(List.of("T-1/1#2"), story.asked());
        assertEquals(0, story.state.totals().handoffs());
        assertEquals("", story.task("T-1").continues());
    }

    @Test
    void aHandoffOfTheClosingTurnIsNeverLostForItsName() {
        var story = Story.open(Story.settings(1).withLimits(RunLimits.DEFAULTS.withAgents(0, 1).withTimeBox(1_000)),
                plan(report("T-1", "writer")));
        story.after(1_000).replies("T-1/1", new Action.UpdateStatus(1, "more", ""));
        story.replies("T-1/1", new Action.HandOff("Paul", NOTE));
        assertEquals("H-1", story.attempt("T-1/2").continues());
        assertEquals("writer", agentOf(story, "T-1/2"));
    }

    @Test
    void workPassedToADependentOfTheSameAgentIsNotTakenForItsOwnEarlierAttempt() {
        var story = Story.open(Story.settings(1), plan(report("T-1", "writer"), report("T-2", "writer", "T-1")));
        story.finishes("T-1/1", "T-1.md");
        assertEquals("", story.attempt("T-2/1").continues());
        assertEquals(List.of("H-1"), List.copyOf(story.attempt("T-2/1").concerns()));
    }

    @Test
    void aFailedTaskThatIsBroughtBackGoesOnFromTheRecord() {
        var story = Story.open(Story.settings(1).withLimits(new RunLimits(1, 0, 0, 60_000, 1, 60, 4, 5, 0)),
                plan(report("T-1", "writer"), report("T-2", "tester", "T-1"), report("T-3", "tester")));
        story.replies("T-1/1", write("T-1.md")).wrote("T-1/1", "T-1.md").breaks("T-1/1", Trouble.REJECTED);
        assertEquals(1, story.facts(TaskFailed.class).size());
        assertTrue(story.facts(HandoffCreated.class).getFirst().synthesised());
        assertEquals("needs T-1, which failed", story.task("T-2").reason());
        story.tell(new RetryTask("T-1", "somebody"));
        assertEquals("needs T-1, which is tried again", story.task("T-2").reason());
        story.finishes("T-3/1", "T-3.md");
        assertEquals("H-1", story.attempt("T-1/2").continues());
        story.finishes("T-1/2", "T-1.md").finishes("T-2/1", "T-2.md");
        assertEquals(0, story.result().exitCode());
    }

    @Test
    void aTaskCancelledWhileItsGateRunsStaysCancelled() {
        var story = Story.open(Story.settings(1), plan(report("T-1", "writer"), report("T-2", "tester", "T-1")));
        story.replies("T-1/1", write("T-1.md")).wrote("T-1/1", "T-1.md").replies("T-1/1", Story.claim("T-1.md"));
        var checks = (Effect.RunChecks) story.effects.getFirst();
        story.tell(new CancelTask("T-1", "not wanted", "somebody"));
        assertTrue(story.effects.contains(new Effect.Cancel(checks.gate())));
        assertEquals("needs T-1, which was cancelled", story.task("T-2").reason());
        assertEquals(4, story.result().exitCode());
        story.passes(checks);
        assertEquals(TaskState.Status.CANCELLED, story.task("T-1").status());
    }
}

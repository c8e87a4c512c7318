package baton.engine;

import java.util.List;

import baton.engine.AttemptState.Phase;
import baton.engine.Command.Answer;
import baton.engine.Command.ContinueSession;
import baton.engine.Command.PauseAgent;
import baton.engine.Command.PauseSession;
import baton.engine.Command.PauseTask;
import baton.engine.Command.ResumeAgent;
import baton.engine.Command.ResumeTask;
import baton.engine.Command.StopAttempt;
import baton.engine.TaskState.Status;
import baton.engine.fact.Action;
import baton.engine.fact.AttemptEvent.AttemptParked;
import baton.engine.fact.AttemptEvent.Hold;
import baton.engine.fact.PeopleEvent.QuestionAsked;
import baton.engine.fact.PeopleEvent.Withdrawn;
import baton.engine.fact.SessionEvent.CommandRefused;
import baton.engine.fact.TaskEvent.TaskPaused;
import baton.engine.fact.TurnEvent.TurnCancelled;
import baton.plan.TaskSpec;
import baton.settings.RunLimits;
import org.junit.jupiter.api.Test;

import static baton.engine.Story.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Holding work back, breaking it off, and letting it go on. */
class PauseTest {
    private static TaskSpec report(String id, String agent) {
        var draft = task(id, agent);
        draft.outputs.add(id + ".md");
        return draft.toTask();
    }

    @Test
    void aPausedTaskFinishesItsTurnAndThenGivesItsSlotToAnother() {
        var story = Story.open(1, report("T-1", "a"), report("T-2", "b"));
        story.tell(new PauseTask("T-1", "owner"));
        assertEquals(List.of("T-1/1"), story.running());
        story.replies("T-1/1", Story.write("T-1.md")).wrote("T-1/1", "T-1.md");
        assertEquals(List.of(new AttemptParked("paused by owner", 0, Hold.PAUSE)), story.facts(AttemptParked.class));
        assertEquals(Phase.PARKED, story.attempt("T-1/1").phase());
        assertEquals(List.of("T-2/1#1"), story.asked());
        story.tell(new ResumeTask("T-1", "owner"));
        assertEquals(Phase.PARKED, story.attempt("T-1/1").phase());
        story.finishes("T-2/1", "T-2.md");
        assertEquals(List.of("T-1/1#2"), story.asked());
    }

    @Test
    void aPausedTaskThatHasNotBegunDoesNotBegin() {
        var story = Story.open(1, report("T-1", "a"), report("T-2", "b"));
        story.tell(new PauseTask("T-2", "owner")).finishes("T-1/1", "T-1.md");
        assertEquals(5, story.result().exitCode());
        assertEquals("only a person can go on: T-2 (paused by owner)", story.result().reason());
    }

    @Test
    void aPausedSessionIsGoneOnWithByTheNextProcess() {
        var story = Story.open(2, report("T-1", "a"), report("T-2", "b"));
        story.tell(new PauseSession("owner"));
        story.replies("T-1/1", Story.write("T-1.md")).wrote("T-1/1", "T-1.md");
        story.replies("T-2/1", new Action.UpdateStatus(5, "on it", ""));
        assertEquals("only a person can go on: T-1 (the session is paused by owner), "
                + "T-2 (the session is paused by owner)", story.result().reason());
        story.tell(new Command.Resume(Story.settings(2), List.of()));
        assertEquals(List.of("T-1/1#2", "T-2/1#2"), story.asked());
    }

    @Test
    void aPausedAgentLetsOthersWorkAndGoesOnWhenItIsLetGo() {
        var plan = new baton.plan.PlanDraft("A plan", "plan.md");
        plan.agents.add(baton.plan.AgentSpec.named("a", "Anna", baton.plan.Place.NOWHERE));
        plan.agents.add(baton.plan.AgentSpec.named("b", "Bert", baton.plan.Place.NOWHERE));
        plan.tasks.addAll(List.of(report("T-1", "a"), report("T-2", "a"), report("T-3", "b")));
        var story = Story.open(Story.settings(1), plan.toPlan());
        story.tell(new PauseAgent("Anna", "owner"));
        story.replies("T-1/1", Story.write("T-1.md")).wrote("T-1/1", "T-1.md");
        assertEquals(Status.PARKED, story.task("T-1").status());
        assertEquals(List.of("T-1/1", "T-3/1"), story.running());
        story.tell(new PauseAgent("a", "owner")).tell(new PauseAgent("Carl", "owner"));
        assertEquals(List.of(new CommandRefused("pause a", "the agent is paused already"),
                new CommandRefused("pause Carl", "nobody is called \"Carl\"; there are a, b")),
                story.facts(CommandRefused.class));
        story.tell(new ResumeAgent("a", "owner")).finishes("T-3/1", "T-3.md");
        assertEquals(List.of("T-1/1#2"), story.asked());
    }

    @Test
    void theBoxOfAPausedAttemptStandsStill() {
        var limits = RunLimits.DEFAULTS.withAgents(0, 1).withTimeBox(60_000);
        var story = Story.open(Story.settings(1).withFace(baton.settings.RunSettings.Face.LINE).withLimits(limits),
                Story.plan(report("T-1", "a")));
        story.nowMs += 20_000;
        story.tell(new PauseSession("owner")).replies("T-1/1", new Action.UpdateStatus(5, "on it", ""));
        assertEquals(40_000, story.attempt("T-1/1").boxLeftMs());
        story.after(500_000).tell(new ContinueSession("owner"));
        assertEquals(560_000, story.attempt("T-1/1").softAtMs());
    }

    @Test
    void stoppingBreaksOffTheTurnKeepsEverythingAndAsksWhatNext() {
        var story = Story.open(1, report("T-1", "a"));
        story.replies("T-1/1", Story.write("T-1.md")).wrote("T-1/1", "T-1.md");
        story.tell(new StopAttempt("T-1", "owner"));
        assertEquals(List.of(new TurnCancelled("T-1/1#2", "stopped by owner")), story.facts(TurnCancelled.class));
        assertEquals(List.of(new Effect.Cancel("T-1/1#2")), List.copyOf(story.effects));
        assertEquals(List.of("Go on where it stopped", "Begin a new attempt with a handoff", "Cancel the task"),
                story.facts(QuestionAsked.class).getFirst().options());
        assertEquals(5, story.result().exitCode());
        story.tell(new Command.Resume(Story.settings(1), List.of()));
        assertEquals(List.of(), story.asked());
    }

    private static Story stopped() {
        var line = Story.settings(1).withFace(baton.settings.RunSettings.Face.LINE);
        var story = Story.open(line, Story.plan(report("T-1", "a")));
        story.replies("T-1/1", Story.write("T-1.md")).wrote("T-1/1", "T-1.md");
        return story.tell(new StopAttempt("T-1", "owner"));
    }

    @Test
    void afterAStopItGoesOnInTheSameConversation() {
        var story = stopped().tell(new Answer("Q-1", "1", "owner"));
        assertEquals(List.of("T-1/1#3"), story.asked());
        assertEquals(List.of("T-1.md"), List.copyOf(story.attempt("T-1/1").changes().keySet()));
    }

    @Test
    void afterAStopWordsGoToTheAgentWhichGoesOn() {
        var story = stopped().tell(new Answer("Q-1", "Use metres.", "owner"));
        assertEquals("A note from owner while you work. It amends your task and does not replace it:\nUse metres.",
                story.told("T-1/1").getLast());
        assertEquals(List.of("T-1/1#3"), story.asked());
    }

    @Test
    void afterAStopANewAttemptGoesOnFromAHandoff() {
        var story = stopped().tell(new Answer("Q-1", "2", "owner"));
        assertEquals(List.of("T-1/2"), story.running());
        assertEquals("H-1", story.attempt("T-1/2").continues());
    }

    @Test
    void afterAStopTheTaskCanBeCancelled() {
        var story = stopped().tell(new Answer("Q-1", "3", "owner"));
        assertEquals(Status.CANCELLED, story.task("T-1").status());
    }

    @Test
    void whoResumesAStoppedTaskOtherwiseNeedNotAnswer() {
        var story = stopped().tell(new ResumeTask("T-1", "owner"));
        assertEquals(List.of(new Withdrawn("Q-1", "the task goes on")), story.facts(Withdrawn.class));
        assertEquals(List.of("T-1/1#3"), story.asked());
    }

    @Test
    void nothingIsPausedTwiceOrStoppedWhereNobodyWorks() {
        var story = Story.open(1, report("T-1", "a"), report("T-2", "b"));
        story.tell(new PauseTask("T-1", "owner")).tell(new PauseTask("T-1", "owner")).tell(new PauseTask("T-9", ""))
                .tell(new StopAttempt("T-2", "owner")).tell(new ResumeTask("T-2", "owner"))
                .tell(new ContinueSession("owner"));
        assertEquals(List.of("it is paused already", "there is no such task, or it has ended", "nobody works at it",
                "it is not paused", "it is not paused"),
                story.facts(CommandRefused.class).stream().map(CommandRefused::reason).toList());
        assertEquals(1, story.facts(TaskPaused.class).size());
        assertTrue(story.state.people().open().isEmpty());
    }
}

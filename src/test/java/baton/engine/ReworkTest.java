package baton.engine;

import java.util.List;

import baton.engine.Command.Answer;
import baton.engine.Command.Decide;
import baton.engine.Command.Overturn;
import baton.engine.Command.PauseTask;
import baton.engine.Command.ResumeTask;
import baton.engine.Command.RetryTask;
import baton.engine.TaskState.Status;
import baton.engine.fact.Action;
import baton.engine.fact.PeopleEvent.QuestionAsked;
import baton.engine.fact.PeopleEvent.Withdrawn;
import baton.engine.fact.SessionEvent.CommandRefused;
import baton.engine.fact.TaskEvent.TaskResumed;
import baton.engine.fact.TaskEvent.TaskWaiting;
import baton.plan.Gate;
import baton.plan.Phase;
import baton.plan.Place;
import baton.plan.PlanDraft;
import baton.plan.PlannedDecision;
import baton.plan.TaskDraft;
import baton.settings.PreparedAnswer;
import baton.settings.RunSettings;
import baton.settings.RunSettings.Face;
import baton.settings.RunSettings.OnQuestion;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A decision is overturned after tasks were accepted that were built on it: a person says what becomes of them. */
class ReworkTest {
    private static final String TEXT = "D-1 was decided as \"A: files\" and is now \"B: a database\" (we grow). Accepted"
            + " before: T-1 \"Work on T-1\". Is that done again? Ids of tasks are an answer too.";

    private static TaskDraft report(String id, String agent, String... needs) {
        var draft = Story.task(id, agent);
        draft.outputs.add(id + ".md");
        draft.dependsOn.addAll(List.of(needs));
        return draft;
    }

    /** T-1 waits for the decision, T-2 needs T-1, T-3 needs T-2; T-4 stands alone. */
    private static PlanDraft plan() {
        var draft = new PlanDraft("A plan", "plan.md");
        draft.decisions.add(new PlannedDecision("D-1", "Store", "Which store?",
                List.of(new PlannedDecision.Option("A", "files"), new PlannedDecision.Option("B", "a database")), "A",
                List.of("T-1"), Place.NOWHERE));
        draft.tasks.add(report("T-1", "a").toTask());
        draft.tasks.add(report("T-2", "b", "T-1").toTask());
        draft.tasks.add(report("T-3", "c", "T-2").toTask());
        draft.tasks.add(report("T-4", "d").toTask());
        return draft;
    }

    private static Story decided(RunSettings settings, PlanDraft plan) {
        return Story.open(settings, plan.toPlan()).tell(new Decide("D-1", "A", "", "owner"));
    }

    private static Story decided() {
        return decided(Story.settings(4).withFace(Face.LINE), plan());
    }

    private static Story overturned(Story story) {
        return story.tell(new Overturn("D-1", "B", "we grow", "owner"));
    }

    @Test
    void asksWhatBecomesOfWhatWasAcceptedOnTheOldDecisionAndHoldsWhatNeedsIt() {
        var story = overturned(decided().finishes("T-4/1", "T-4.md").finishes("T-1/1", "T-1.md"));
        assertEquals(List.of(new QuestionAsked("Q-1", TEXT, List.of("Do again: T-1", "Keep what was accepted"), "",
                "overturned D-1", "", List.of("T-1"), List.of())), story.facts(QuestionAsked.class));
        assertEquals(List.of("T-2/1"), story.running());
    }

    @Test
    void nothingBeginsThatNeedsADoubtfulTaskUntilAPersonSaysSo() {
        var story = overturned(decided().tell(new PauseTask("T-2", "owner")).finishes("T-1/1", "T-1.md"));
        assertEquals(Status.PENDING, story.task("T-2").status());
        assertEquals(List.of("T-2"), story.facts(QuestionAsked.class).getFirst().gates());
        assertEquals("a person must say in Q-1 whether what it needs is done again",
                story.facts(TaskWaiting.class).getLast().reason());
        story.finishes("T-4/1", "T-4.md").tell(new ResumeTask("T-2", "owner"));
        assertEquals(List.of(), story.running());
        story.tell(new Answer("Q-1", "2", "owner"));
        assertEquals(List.of("T-2/1"), story.running());
        assertEquals(Status.ACCEPTED, story.task("T-1").status());
    }

    @Test
    void doesAgainWhatAPersonWantsAndTellsItsAgentWhy() {
        var story = overturned(decided().tell(new PauseTask("T-2", "owner")).finishes("T-1/1", "T-1.md"))
                .finishes("T-4/1", "T-4.md").tell(new Answer("Q-1", "1", "owner"))
                .tell(new ResumeTask("T-2", "owner"));
        assertEquals(List.of("T-1/2"), story.running());
        assertTrue(story.told("T-1/2").getLast()
                .endsWith("This task was accepted before D-1 was answered otherwise. It is"
                        + " now \"B: a database\". Do it again on the new answer; what stands in the workspace is from the first"
                        + " time."),
                story.told("T-1/2").getLast());
        assertEquals("needs T-1, which is done again", story.task("T-2").reason());
        assertEquals(1, story.state.totals().accepted());
        story.finishes("T-1/2", "T-1.md").finishes("T-2/1", "T-2.md").finishes("T-3/1", "T-3.md");
        assertEquals(0, story.state.totals().left());
        assertEquals(4, story.state.totals().accepted());
    }

    @Test
    void offersWhatStandsOnItInItsTurnAndRunsItInOrder() {
        var story = overturned(decided().finishes("T-1/1", "T-1.md").finishes("T-2/1", "T-2.md")
                .finishes("T-3/1", "T-3.md"));
        assertEquals(List.of("Do again: T-1", "Do these again and what was built on them: T-2, T-3",
                "Keep what was accepted"), story.facts(QuestionAsked.class).getFirst().options());
        story.tell(new Answer("Q-1", "2", "owner"));
        assertEquals(List.of("T-1/2", "T-4/1"), story.running());
        story.finishes("T-1/2", "T-1.md");
        assertEquals(List.of("T-2/2", "T-4/1"), story.running());
        story.finishes("T-2/2", "T-2.md").finishes("T-3/2", "T-3.md").finishes("T-4/1", "T-4.md");
        assertEquals(4, story.state.totals().accepted());
    }

    @Test
    void takesIdsOfTasksForAnAnswerAndRefusesWordsThatNameNothing() {
        var story = overturned(decided().finishes("T-1/1", "T-1.md").finishes("T-2/1", "T-2.md")
                .finishes("T-3/1", "T-3.md"));
        story.tell(new Answer("Q-1", "whatever", "owner")).tell(new Answer("Q-1", "T-1 and T-4", "owner"));
        assertEquals(List.of("choose by number, 1 to 3, or name tasks of it: T-1, T-2, T-3",
                "choose by number, 1 to 3, or name tasks of it: T-1, T-2, T-3"),
                story.facts(CommandRefused.class).stream().map(CommandRefused::reason).toList());
        assertTrue(story.state.people().open().contains("Q-1"));
        story.tell(new Answer("Q-1", "t-1 and #T-3", "owner"));
        assertEquals(2, story.facts(TaskResumed.class).size());
        assertEquals(List.of(Status.RUNNING, Status.ACCEPTED, Status.RUNNING),
                List.of(story.task("T-1").status(), story.task("T-2").status(), story.task("T-3").status()));
    }

    @Test
    void tellsWhoeverIsAtWorkOnWhatItGave() {
        var story = overturned(decided().finishes("T-1/1", "T-1.md")).tell(new Answer("Q-1", "1", "owner"));
        story.replies("T-2/1", new Action.UpdateStatus(10, "begun", ""));
        assertTrue(story.told("T-2/1").getLast()
                .endsWith("T-1, on which you build, is done again and may come out otherwise."));
    }

    @Test
    void asksAnewWhereItIsOverturnedOnceMore() {
        var story = overturned(decided().finishes("T-1/1", "T-1.md")).tell(new Overturn("D-1", "none", "", "owner"));
        assertEquals(List.of(new Withdrawn("Q-1", "D-1 is answered otherwise once more")),
                story.facts(Withdrawn.class));
        assertTrue(story.state.people().open().contains("Q-2"));
        story.tell(new RetryTask("T-1", "owner"));
        assertEquals(new Withdrawn("Q-2", "everything it is about is done again"),
                story.facts(Withdrawn.class).getLast());
    }

    @Test
    void asksNothingWhereNothingWasBuiltOnIt() {
        var story = overturned(decided().finishes("T-4/1", "T-4.md"));
        assertEquals(List.of(), story.facts(QuestionAsked.class));
    }

    @Test
    void aBatchRunStopsWithTheQuestionAndGoesOnWithItsAnswer() {
        var story = decided(Story.settings(4).withFace(Face.LINE), plan()).finishes("T-1/1", "T-1.md")
                .finishes("T-2/1", "T-2.md").finishes("T-3/1", "T-3.md").finishes("T-4/1", "T-4.md");
        overturned(story).tell(new Command.Stop(Command.StopReason.QUIT));
        assertEquals(5, story.result().exitCode());
        assertEquals("only a person can go on: Q-1", story.result().reason());
        var recommend = Story.settings(4).withOnQuestion(OnQuestion.RECOMMEND, List.of());
        story.tell(new Command.Resume(recommend, List.of()));
        assertEquals(5, story.result().exitCode());
        var answers = List.of(new PreparedAnswer(PreparedAnswer.By.ID, "Q-1", "T-3"));
        story.tell(new Command.Resume(Story.settings(4).withOnQuestion(OnQuestion.WAIT, answers), List.of()));
        assertEquals(List.of("T-3/2"), story.running());
        story.finishes("T-3/2", "T-3.md");
        assertEquals(0, story.result().exitCode());
    }

    @Test
    void aTaskThatWasAcceptedIsDoneAgainWhenAPersonWantsItSo() {
        var story = decided().finishes("T-1/1", "T-1.md").finishes("T-2/1", "T-2.md");
        story.tell(new RetryTask("T-1", "owner")).tell(new RetryTask("T-3", "owner"))
                .tell(new RetryTask("T-9", "owner"));
        assertEquals(List.of("it has not ended", "there is no such task"),
                story.facts(CommandRefused.class).stream().map(CommandRefused::reason).toList());
        assertEquals(List.of("T-1/2", "T-3/1", "T-4/1"), story.running());
        assertEquals(Status.ACCEPTED, story.task("T-2").status());
        assertFalse(story.task("T-1").progressPercent() == 100);
    }

    @Test
    void theGateOfAPhaseIsLookedAtAgainBeforeWhatComesAfterIt() {
        var draft = plan();
        draft.tasks.clear();
        var first = report("T-1", "a");
        first.phase = "one";
        draft.phases.add(new Phase("one", "One", Phase.Mode.PARALLEL, List.of(), false, Place.NOWHERE));
        draft.gates.add(new Gate("end of one", Gate.Scope.PHASE, "one",
                List.of(new Gate.Check("it is there", "", "T-1.md")), Place.NOWHERE));
        draft.tasks.add(first.toTask());
        draft.tasks.add(report("T-5", "z").toTask());
        draft.tasks.add(report("T-2", "b", "T-1").toTask());
        var story = decided(Story.settings(2).withFace(Face.LINE), draft).tell(new PauseTask("T-2", "owner"))
                .finishes("T-1/1", "T-1.md");
        var gate = "phase:one";
        overturned(story.passes((Effect.RunChecks) story.effects.getFirst())).tell(new Answer("Q-1", "1", "owner"))
                .tell(new ResumeTask("T-2", "owner")).finishes("T-5/1", "T-5.md");
        assertEquals(List.of("T-1/2"), story.running());
        assertTrue(story.task("T-2").waitsFor().contains(gate));
        story.finishes("T-1/2", "T-1.md");
        assertEquals(List.of(), story.running());
        story.passes((Effect.RunChecks) story.effects.getFirst());
        assertEquals(List.of("T-2/1"), story.running());
    }
}

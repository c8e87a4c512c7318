package baton.engine;

import java.util.List;

import baton.engine.Command.RetryTask;
import baton.engine.fact.Action;
import baton.engine.fact.AttemptEvent.AttemptEnded;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.TurnEvent.TurnRequested;
import baton.settings.ApprovalPolicy;
import baton.settings.PreparedAnswer;
import baton.settings.RunLimits;
import baton.settings.RunSettings;
import org.junit.jupiter.api.Test;

import static baton.engine.Story.claim;
import static baton.engine.Story.plan;
import static baton.engine.Story.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the simulation found, as short as it can be told. */
class RaceTest {

    @Test
    void aClaimAndAHandoffInOneTurnAreTakenInTheirOrder() {
        var draft = task("T-1", "a");
        draft.outputs.add("T-1.md");
        var story = Story.open(1, draft.toTask());
        var note = new HandoffNote(List.of("half"), List.of(), List.of(), List.of("the other half"), List.of(), "");
        story.replies("T-1/1", claim("T-1.md"), new Action.HandOff("", note));
        assertEquals(End.HANDED_OFF, story.facts(AttemptEnded.class).getFirst().end());
        assertEquals(List.of("T-1/2"), story.running());
    }

    @Test
    void aTaskThatIsBroughtBackNeverUsesTheNameOfAnAttemptTwice() {
        var settings = RunSettings.rehearsal(1).withLimits(new RunLimits(2, 0, 0, 60_000, 1, 60, 4, 5, 0));
        var story = Story.open(settings, plan(task("T-1", "a").toTask(), task("T-2", "b").toTask()));
        fail(story, "T-1/1");
        story.tell(new RetryTask("T-1", "somebody"));
        assertEquals(List.of("T-1/2", "T-2/1"), story.running());
        fail(story, "T-1/2");
        assertEquals(TaskState.Status.FAILED, story.state.work().task("T-1").orElseThrow().status());
        var turns = story.facts(TurnRequested.class).stream().map(TurnRequested::turn).toList();
        assertEquals(List.of("T-1/1#1", "T-2/1#1", "T-1/2#1"), turns);
    }

    private static void fail(Story story, String attempt) {
        story.tell(new Outcome.TurnBroke(story.turnOf(attempt), baton.engine.fact.Trouble.REJECTED, "no"));
    }

    @Test
    void anAnswerGivenInAdvanceDoesNotApproveACall() {
        var asking = RunSettings.rehearsal(1)
                .withApprovals(new ApprovalPolicy(ApprovalPolicy.Otherwise.ASK, List.of()));
        var story = Story.open(asking, plan(task("T-1", "a").toTask()));
        story.replies("T-1/1", new Action.RunCommand(List.of("make")));
        var answers = List.of(new PreparedAnswer(PreparedAnswer.By.ID, "A-1", "yes"));
        story.tell(new Command.Resume(asking.withOnQuestion(RunSettings.OnQuestion.WAIT, answers), List.of()));
        assertTrue(story.state.people().open().contains("A-1"));
    }

    @Test
    void aFolderOrAPatternIsFulfilledByAFileBelowIt() {
        for (String output : List.of("reports/", "/reports/*.md")) {
            var draft = task("T-1", "a");
            draft.outputs.add(output);
            var story = Story.open(1, draft.toTask());
            story.replies("T-1/1", claim());
            assertEquals(1, story.facts(baton.engine.fact.GateEvent.GateFailed.class).size(), output);
            story.finishes("T-1/1", "reports/one.md");
            assertEquals(TaskState.Status.ACCEPTED, story.state.work().task("T-1").orElseThrow().status(), output);
        }
    }
}

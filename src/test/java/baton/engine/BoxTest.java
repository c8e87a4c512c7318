package baton.engine;

import java.util.List;
import java.util.Optional;

import baton.engine.AttemptState.Closing;
import baton.engine.Command.Answer;
import baton.engine.Command.ExtendBox;
import baton.engine.Command.StopReason;
import baton.engine.Outcome.ToolEnd;
import baton.engine.Outcome.ToolEnded;
import baton.engine.fact.Action;
import baton.engine.fact.AttemptEvent.AttemptEnded;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.AttemptEvent.TimeboxSoft;
import baton.engine.fact.GateEvent.GateLost;
import baton.engine.fact.SessionEvent.CommandRefused;
import baton.engine.fact.SessionEvent.Status;
import baton.engine.fact.ToolEvent.ToolCancelled;
import baton.engine.fact.TurnEvent.TurnRequested;
import baton.plan.TaskSpec;
import baton.settings.RunLimits;
import baton.settings.RunSettings;
import org.junit.jupiter.api.Test;

import static baton.engine.Story.claim;
import static baton.engine.Story.task;
import static baton.engine.Story.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BoxTest {
    private static final RunSettings SETTINGS = Story.settings(1)
            .withLimits(RunLimits.DEFAULTS.withAgents(0, 1).withTimeBox(10_000));
    private static final Action READ = new Action.Workspace(Action.Access.READ, "x");
    private static final Action ASK = new Action.AskQuestion("Which port?", List.of(), "");

    private static TaskSpec report(String id, String agent) {
        var draft = task(id, agent);
        draft.outputs.add(id + ".md");
        return draft.toTask();
    }

    private static Story open() {
        return Story.open(SETTINGS, Story.plan(report("T-1", "a"), report("T-2", "b")));
    }

    /** With a second task that takes its time beside the first. */
    private static Story beside() {
        var slow = task("T-2", "b");
        slow.timeBox = Optional.of(new TaskSpec.Minutes(600));
        return Story.open(SETTINGS.withLimits(SETTINGS.limits().withAgents(0, 2)),
                Story.plan(report("T-1", "a"), slow.toTask()));
    }

    private static boolean closingTurn(Story story) {
        return story.facts(TurnRequested.class).getLast().closing();
    }

    @Test
    void theBoxStandsStillWhileAPersonIsAsked() {
        var story = beside();
        story.after(4_000).replies("T-1/1", ASK);
        story.after(60_000).tell(new Answer("Q-1", "80", "owner"));
        assertEquals(List.of("T-1/1#2"), story.asked());
        assertEquals(story.nowMs + 6_000, story.attempt("T-1/1").softAtMs());
        assertTrue(story.effects.contains(new Effect.WakeAt(story.nowMs + 6_000)));
    }

    @Test
    void moreTimeInTheGraceTakesTheCallToCloseBack() {
        var story = open();
        story.after(10_000).tell(new ExtendBox("T-1", 5_000, "owner"));
        assertEquals(Closing.NO, story.attempt("T-1/1").closing());
        assertEquals(15_000, story.attempt("T-1/1").softAtMs());
        story.replies("T-1/1", new Action.UpdateStatus(10, "on", ""));
        assertEquals(false, closingTurn(story));
        story.after(5_000);
        assertEquals(Closing.WANTED, story.attempt("T-1/1").closing());
    }

    @Test
    void noTimeIsAddedWhereNothingRuns() {
        var story = open();
        story.tell(new ExtendBox("T-2", 5_000, "owner")).tell(new ExtendBox("T-1", -1, "owner"));
        assertEquals(2, story.facts(CommandRefused.class).size());
    }

    @Test
    void aClosingTurnWhoseClaimIsRefusedEndsTheAttempt() {
        var story = open();
        story.after(10_000).replies("T-1/1", READ).ends("T-1/1#1.1", "text");
        assertTrue(closingTurn(story));
        story.replies("T-1/1", claim("T-1.md"));
        assertEquals(List.of(new AttemptEnded(End.TIME_BOX,
                "the time box is over and the gate refused the last claim")), story.facts(AttemptEnded.class));
        assertEquals(TaskState.Status.READY, story.task("T-1").status());
    }

    @Test
    void theHardLimitEndsWhateverRunsAndLateOutcomesChangeNothing() {
        var story = open();
        story.replies("T-1/1", write("T-1.md"));
        story.after(10_000).after(60_000);
        assertEquals(List.of(new ToolCancelled("T-1/1#1.1", "the time box and its grace are over")),
                story.facts(ToolCancelled.class));
        var before = story.state;
        story.tell(new ToolEnded("T-1/1#1.1", ToolEnd.DONE, "late", List.of()));
        assertEquals(before, story.state);
    }

    @Test
    void theHardLimitEndsARunningGate() {
        var story = open();
        story.replies("T-1/1", write("T-1.md")).wrote("T-1/1", "T-1.md").replies("T-1/1", claim("T-1.md"));
        var checks = (Effect.RunChecks) story.effects.getFirst();
        story.after(10_000);
        assertEquals(List.of(), story.asked(), "the gate has the grace to end");
        story.after(60_000);
        assertEquals(List.of(new GateLost("T-1/1!1")), story.facts(GateLost.class));
        var before = story.state;
        story.passes(checks);
        assertEquals(before, story.state);
        assertEquals(TaskState.Status.READY, story.task("T-1").status());
    }

    @Test
    void aGateThatPassesInTheGraceCounts() {
        var story = open();
        story.replies("T-1/1", write("T-1.md")).wrote("T-1/1", "T-1.md").replies("T-1/1", claim("T-1.md"));
        var checks = (Effect.RunChecks) story.effects.getFirst();
        story.after(10_000).passes(checks);
        assertEquals(TaskState.Status.ACCEPTED, story.task("T-1").status());
    }

    @Test
    void aClosingTurnThatWasLostIsAskedAgainAndToldOnce() {
        var story = open();
        story.after(10_000).replies("T-1/1", READ).ends("T-1/1#1.1", "text");
        assertTrue(closingTurn(story));
        story.tell(new Command.Resume(SETTINGS, List.of()));
        assertEquals(List.of("T-1/1#3"), story.asked());
        assertTrue(closingTurn(story));
        assertEquals(1, story.told("T-1/1").stream().filter(text -> text.startsWith("Your time box is over")).count());
    }

    @Test
    void anAnswerToAQuestionOfTheClosingTurnBringsOneMoreClosingTurn() {
        var story = beside();
        story.after(10_000).replies("T-1/1", READ).ends("T-1/1#1.1", "text").replies("T-1/1", ASK);
        story.after(100_000).tell(new Answer("Q-1", "80", "owner"));
        assertEquals(List.of(new TimeboxSoft(70_000), new TimeboxSoft(170_000)), story.facts(TimeboxSoft.class));
        assertEquals(List.of("T-1/1#3"), story.asked());
        assertTrue(closingTurn(story));
    }

    @Test
    void goesOnAfterAStopInEveryPhase() {
        for (int phase = 0; phase < 5; phase++) {
            var story = Story.open(SETTINGS, Story.plan(report("T-1", "a")));
            switch (phase) {
                case 0 -> story.after(1);
                case 1 -> story.replies("T-1/1", write("T-1.md"), write("other.md"));
                case 2 -> story.replies("T-1/1", write("T-1.md")).wrote("T-1/1", "T-1.md")
                        .replies("T-1/1", claim("T-1.md"));
                case 3 -> story.after(10_000);
                default -> story.replies("T-1/1", ASK, READ);
            }
            story.tell(new Command.Stop(StopReason.INTERRUPTED));
            assertEquals(130, story.result().exitCode());
            assertTrue(story.effects.contains(new Effect.WakeAt(0)));
            story.tell(new Command.Resume(SETTINGS, List.of()));
            finish(story);
            assertEquals(Status.COMPLETE, story.result().status(), "phase " + phase);
        }
    }

    private static void finish(Story story) {
        if (!story.state.people().open().isEmpty()) {
            var answers = List.of(new baton.settings.PreparedAnswer(baton.settings.PreparedAnswer.By.ID, "Q-1", "80"));
            story.tell(new Command.Resume(SETTINGS.withOnQuestion(RunSettings.OnQuestion.WAIT, answers), List.of()));
        }
        for (int steps = 0; steps < 10 && story.state.result().isEmpty(); steps++) {
            var id = story.running().getFirst();
            var attempt = story.attempt(id);
            var call = attempt.calls().values().stream().filter(OpenCall::isRunning).findFirst();
            if (call.isPresent()) {
                story.wrote(id, attempt.changes().isEmpty() ? "T-1.md" : "other.md");
            } else if (!attempt.gate().isEmpty()) {
                story.passes((Effect.RunChecks) story.effects.stream().filter(Effect.RunChecks.class::isInstance)
                        .findFirst().orElseThrow());
            } else if (attempt.changes().isEmpty()) {
                story.replies(id, write("T-1.md"));
            } else {
                story.replies(id, claim("T-1.md"));
            }
        }
    }
}

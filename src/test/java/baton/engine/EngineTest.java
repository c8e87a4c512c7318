package baton.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import baton.engine.Command.Answer;
import baton.engine.Command.StopReason;
import baton.engine.Effect.CallTool;
import baton.engine.Effect.RunChecks;
import baton.engine.Outcome.ChecksEnded;
import baton.engine.Outcome.TurnBroke;
import baton.engine.fact.Action;
import baton.engine.fact.AttemptEvent.AttemptEnded;
import baton.engine.fact.AttemptEvent.AttemptParked;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.engine.fact.GateEvent.GateFailed;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.LimitEvent.BudgetExhausted;
import baton.engine.fact.LimitEvent.PoolBelowFloor;
import baton.engine.fact.LimitEvent.Stretch;
import baton.engine.fact.PeopleEvent.BlockerRaised;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.engine.fact.SessionEvent.Status;
import baton.engine.fact.SharingEvent.HandoffCreated;
import baton.engine.fact.TaskEvent.TaskAccepted;
import baton.engine.fact.TaskEvent.TaskFailed;
import baton.engine.fact.ToolEvent.ToolDenied;
import baton.engine.fact.Trouble;
import baton.engine.fact.TurnEvent.TurnLost;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.settings.Budget;
import baton.settings.RunLimits;
import org.junit.jupiter.api.Test;

import static baton.engine.Story.claim;
import static baton.engine.Story.task;
import static baton.engine.Story.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EngineTest {

    private static TaskSpec report(String id, String agent, String... needs) {
        var draft = task(id, agent);
        draft.outputs.add(id + ".md");
        draft.acceptance.add("says what was found");
        draft.dependsOn.addAll(List.of(needs));
        return draft.toTask();
    }

    private static SessionResult result(Story story) {
        return story.state.result().orElseThrow();
    }

    @Test
    void startsReadyTasksUpToTheCeilingAndRefillsInTheSameStep() {
        var story = Story.open(2, report("T-1", "a"), report("T-2", "b"), report("T-3", "c"));
        assertEquals(List.of("T-1/1", "T-2/1"), story.running());
        story.finishes("T-1/1", "T-1.md");
        assertEquals(List.of("T-2/1", "T-3/1"), story.running());
        assertEquals(List.of("T-3/1#1"), story.asked());
    }

    @Test
    void startsADependentOnlyWhenItsNeedIsAcceptedAndHandsItTheWork() {
        var story = Story.open(5, report("T-1", "a"), report("T-2", "b", "T-1"));
        assertEquals(List.of("T-1/1"), story.running());
        story.finishes("T-1/1", "T-1.md");
        assertEquals(List.of("T-2/1"), story.running());
        var handoff = story.facts(HandoffCreated.class).getFirst();
        assertEquals("b", handoff.to());
        assertEquals("T-1.md", handoff.note().artifacts().getFirst().path());
        assertTrue(story.state.work().attempt("T-2/1").orElseThrow().concerns().contains("H-1"));
    }

    @Test
    void refusesAClaimWithoutEvidenceAndTellsWhatIsMissing() {
        var story = Story.open(1, report("T-1", "a"));
        story.replies("T-1/1", claim());
        var failed = story.facts(GateFailed.class).getFirst();
        assertEquals(List.of("output T-1.md", "criterion says what was found"),
                failed.results().stream().map(CheckResult::name).toList());
        assertEquals(List.of("T-1/1#2"), story.asked());
        story.finishes("T-1/1", "T-1.md");
        assertEquals(Status.COMPLETE, result(story).status());
    }

    @Test
    void doesNotCountAFileThatWasThereYesterday() {
        var story = Story.open(1, report("T-1", "a"));
        story.replies("T-1/1", claim("T-1.md"));
        assertEquals(1, story.facts(GateFailed.class).size());
    }

    @Test
    void failsTheAttemptWhenTheFileIsGoneAtTheGateAsOftenAsItMayClaim() {
        var story = Story.open(1, report("T-1", "a"));
        story.replies("T-1/1", write("T-1.md")).wrote("T-1/1", "T-1.md");
        for (int claim = 0; claim < RunLimits.DEFAULTS.claimsMax(); claim++) {
            story.replies("T-1/1", claim("T-1.md"));
            var checks = (RunChecks) story.effects.stream().filter(RunChecks.class::isInstance).findFirst()
                    .orElseThrow();
            story.tell(new ChecksEnded(checks.gate(),
                    List.of(new CheckResult("output T-1.md", Verdict.FAILED, "not there"))));
        }
        assertEquals(End.FAILED, story.facts(AttemptEnded.class).getFirst().end());
        assertEquals(List.of("T-1/2"), story.running());
    }

    @Test
    void endsABoxWithAClosingTurnAHandoffAndASuccessor() {
        var draft = task("T-1", "a");
        draft.outputs.add("T-1.md");
        draft.timeBox = Optional.of(new TaskSpec.Minutes(15));
        var story = Story.open(1, draft.toTask());
        story.after(15 * 60_000);
        assertEquals(List.of("T-1/1"), story.running());
        story.replies("T-1/1", new Action.UpdateStatus(40, "half way", ""));
        assertEquals(List.of("T-1/1#2"), story.asked());
        story.replies("T-1/1", new Action.HandOff("", new HandoffNote(List.of("read all"), List.of(), List.of(),
                List.of("write it"), List.of(), "")));
        assertEquals(End.HANDED_OFF, story.facts(AttemptEnded.class).getFirst().end());
        assertEquals(List.of("T-1/2"), story.running());
        assertEquals("H-1", story.state.work().attempt("T-1/2").orElseThrow().continues());
        assertFalse(story.facts(HandoffCreated.class).getFirst().synthesised());
    }

    @Test
    void writesTheHandoffItselfWhenTheGraceIsOverToo() {
        var draft = task("T-1", "a");
        draft.outputs.add("T-1.md");
        draft.timeBox = Optional.of(new TaskSpec.Minutes(15));
        var story = Story.open(1, draft.toTask());
        story.after(15 * 60_000).after(60_000);
        var handoff = story.facts(HandoffCreated.class).getFirst();
        assertTrue(handoff.synthesised());
        assertEquals(List.of("write T-1.md"), handoff.note().nextSteps());
        assertEquals(List.of("T-1/2"), story.running());
        assertTrue(story.effects.contains(new Effect.Cancel("T-1/1#1")));
    }

    @Test
    void freesTheSlotWhileAQuestionIsOpenAndGoesOnWithTheAnswer() {
        var story = Story.open(1, report("T-1", "a"), report("T-2", "b"));
        story.replies("T-1/1", new Action.AskQuestion("Which port?", List.of("80", "8080"), "8080"));
        assertEquals(1, story.facts(AttemptParked.class).size());
        assertEquals(List.of("T-1/1", "T-2/1"), story.running());
        story.tell(new Answer("Q-1", "2", "owner"));
        story.finishes("T-2/1", "T-2.md");
        assertEquals(List.of("T-1/1#2"), story.asked());
        story.finishes("T-1/1", "T-1.md");
        assertEquals(Status.COMPLETE, result(story).status());
    }

    @Test
    void endsABatchWithFiveWhenOnlyAPersonCanGoOn() {
        var story = Story.open(1, report("T-1", "a"));
        story.replies("T-1/1", new Action.ReportBlocker("P1", "access", "no key", "a key"));
        assertEquals(5, result(story).exitCode());
        assertEquals(Status.WAITING, result(story).status());
    }

    @Test
    void deniesACommandThatWasNotAllowedInAdvanceAndLetsTheAgentGoOn() {
        var story = Story.open(1, report("T-1", "a"));
        story.replies("T-1/1", new Action.RunCommand(List.of("rm", "-rf", "x")));
        assertEquals(1, story.facts(ToolDenied.class).size());
        assertEquals(0, story.effects.stream().filter(CallTool.class::isInstance).count());
        assertEquals(List.of("T-1/1#2"), story.asked());
    }

    @Test
    void runsReadsTogetherAndWritesOneAfterAnother() {
        var story = Story.open(1, report("T-1", "a"));
        story.replies("T-1/1", new Action.Workspace(Action.Access.READ, "x"), write("a"),
                new Action.Workspace(Action.Access.READ, "y"),
                write("b"));
        assertEquals(List.of("T-1/1#1.1", "T-1/1#1.2", "T-1/1#1.3"),
                story.effects.stream().filter(CallTool.class::isInstance)
                        .map(effect -> ((CallTool) effect).call()).toList());
    }

    @Test
    void makesNoCallThatTheBudgetDoesNotCover() {
        var settings = Story.settings(1)
                .withBudget(new Budget(OptionalLong.of(100), OptionalLong.empty(), OptionalLong.empty()));
        var story = Story.open(settings, Story.plan(report("T-1", "a")));
        assertEquals(1, story.facts(BudgetExhausted.class).size());
        assertEquals(6, result(story).exitCode());
        assertEquals(List.of(), story.asked());
    }

    @Test
    void blocksOnlyTheDependentsOfAFailedTask() {
        var story = Story.open(Story.settings(3).withLimits(new RunLimits(3, 0, 0, 60_000, 1, 60, 4, 5, 0)),
                Story.plan(report("T-1", "a"), report("T-2", "b", "T-1"), report("T-3", "c")));
        story.tell(new TurnBroke("T-1/1#1", Trouble.REJECTED, "bad request"));
        assertEquals(1, story.facts(TaskFailed.class).size());
        story.finishes("T-3/1", "T-3.md");
        assertEquals(4, result(story).exitCode());
        assertEquals("needs T-1, which failed", story.state.work().task("T-2").orElseThrow().reason());
    }

    @Test
    void asksALostTurnAgainInTheSameAttemptAndKeepsACompletedOne() {
        var story = Story.open(2, report("T-1", "a"), report("T-2", "b"));
        story.replies("T-1/1", write("T-1.md")).wrote("T-1/1", "T-1.md");
        story.tell(new Command.Resume(Story.settings(2), List.of()));
        assertEquals(List.of("T-1/1#2", "T-2/1#1"), story.facts(TurnLost.class).stream().map(TurnLost::turn).toList());
        assertEquals(List.of("T-1/1#3", "T-2/1#2"), story.asked());
    }

    @Test
    void stopsAndGoesOnAfterASignal() {
        var story = Story.open(1, report("T-1", "a"));
        story.tell(new Command.Stop(StopReason.INTERRUPTED));
        assertEquals(130, result(story).exitCode());
        story.tell(new Command.Resume(Story.settings(1), List.of())).finishes("T-1/1", "T-1.md");
        assertEquals(Status.COMPLETE, result(story).status());
    }

    @Test
    void takesAnAnswerAsTheArtifactWhereATaskDeclaresNothingElse() {
        var story = Story.open(1, task("T-1", "a").toTask());
        story.answers("T-1/1", "42");
        assertEquals("42", story.facts(TaskAccepted.class).getFirst().summary());
    }

    @Test
    void tellsOnceWhatIsMissingWhenAnAgentOnlyAnswers() {
        var story = Story.open(1, report("T-1", "a"));
        story.answers("T-1/1", "done!");
        assertEquals(List.of("T-1/1#2"), story.asked());
        story.answers("T-1/1", "really done!");
        assertEquals(End.FAILED, story.facts(AttemptEnded.class).getFirst().end());
    }

    @Test
    void stopsAnAgentThatRepeatsACallWithoutProgress() {
        var story = Story.open(1, report("T-1", "a"));
        for (int turn = 1; turn <= RunLimits.DEFAULTS.sameCallsMax(); turn++) {
            story.replies("T-1/1", new Action.UpdateStatus(10, "still looking", ""));
        }
        assertEquals(End.LOOPED, story.facts(AttemptEnded.class).getFirst().end());
    }

    @Test
    void raisesABlockerForANeedThatThePlanDoesNotDefine() {
        var story = Story.open(1, report("T-1", "a", "API-001"));
        assertEquals(5, result(story).exitCode());
        assertEquals("T-1 needs API-001, which the plan does not define",
                story.facts(BlockerRaised.class).getFirst().text());
    }

    @Test
    void accountsForEverySecondBelowTheFloor() {
        var settings = Story.settings(2).withLimits(RunLimits.DEFAULTS.withAgents(2, 2));
        var story = Story.open(settings, Story.plan(report("T-1", "a"), report("T-2", "b", "T-1")));
        story.nowMs += 5_000;
        story.finishes("T-1/1", "T-1.md");
        story.nowMs += 3_000;
        story.finishes("T-2/1", "T-2.md");
        var stretches = story.facts(PoolBelowFloor.class);
        assertEquals(Stretch.BEGAN, stretches.getFirst().stretch());
        assertEquals(Stretch.ENDED, stretches.getLast().stretch());
        assertEquals(8_000, stretches.stream().mapToLong(PoolBelowFloor::lastedMs).sum());
    }

    @Test
    void takesUrgentTasksFirstAndKeepsThePlansOrderOtherwise() {
        TaskDraft low = task("T-1", "a");
        low.priority = "low";
        TaskDraft high = task("T-3", "c");
        high.priority = "critical";
        var story = Story.open(1, low.toTask(), task("T-2", "b").toTask(), high.toTask());
        assertEquals(List.of("T-3/1"), story.running());
        story.answers("T-3/1", "done");
        assertEquals(List.of("T-2/1"), story.running());
    }
}

package baton.engine;

import java.util.List;
import java.util.stream.Stream;

import baton.engine.AttemptState.Phase;
import baton.engine.Command.Goal;
import baton.engine.Command.Say;
import baton.engine.Effect.AskModel;
import baton.engine.TaskState.Status;
import baton.engine.fact.Action;
import baton.engine.fact.AttemptEvent.AttemptParked;
import baton.engine.fact.AttemptEvent.Hold;
import baton.engine.fact.Evidence;
import baton.engine.fact.Filling;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.fact.TaskEvent.TaskReassigned;
import baton.engine.fact.ToolSpec;
import baton.plan.PlanDraft;
import baton.plan.TaskSpec;
import baton.plan.TaskWish;
import baton.profile.DelegationTemplate;
import baton.profile.StandardSlots;
import baton.settings.RunSettings.Face;
import baton.wire.ToolCatalogue;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The agent that breaks a goal down: what it may do, what wakes it, and when it is done. */
class OrchestratorTest {
    private static Action job(String agent, String title, String... outputs) {
        return new Action.Delegate("", List.of(),
                TaskWish.of(title, agent).with(List.of(), List.of(outputs), List.of()));
    }

    private static Action finish(String... tasks) {
        return new Action.Finish("All is there",
                Stream.of(tasks).map(task -> new Evidence("1", Evidence.Kind.TASK, task, "")).toList());
    }

    private static Story withGoal(int agentsMax) {
        var goal = TaskSpec.of("T-1", "Compare three ways", "orchestrator");
        return Story.open(Story.settings(agentsMax), ChangeTest.plan(goal));
    }

    /** Three jobs for three agents, given in one turn. */
    private static Story delegated(int agentsMax) {
        return withGoal(agentsMax).replies("T-1/1", job("a", "First way", "1.md"), job("b", "Second way", "2.md"),
                job("c", "Third way", "3.md"));
    }

    @Test
    void jobsGivenInOneTurnAreDoneSideBySideWhileItWaits() {
        var story = delegated(4);
        assertEquals(List.of("T-1/1", "T-2/1", "T-3/1", "T-4/1"), story.running());
        assertEquals(List.of("T-2 is given to a.", "T-3 is given to b.", "T-4 is given to c."),
                story.results("T-1/1"));
        story.answers("T-1/1", "Now I wait.");
        assertEquals(List.of(new AttemptParked("waits for news of T-2, T-3, T-4", 0, Hold.OTHERS)),
                story.facts(AttemptParked.class));
        assertEquals(3, story.state.work().slotsUsed());
    }

    @Test
    void itWorksWithOneSlotBecauseWhoWaitsNeedsNone() {
        var story = delegated(1).answers("T-1/1", "Now I wait.");
        assertEquals(List.of("T-2/1#1"), story.asked());
        story.finishes("T-2/1", "1.md");
        assertEquals(List.of("T-1/1#3"), story.asked());
    }

    @Test
    void newsWakeItAndAreToldAsOneDigest() {
        var story = delegated(4).answers("T-1/1", "Now I wait.");
        story.finishes("T-2/1", "1.md");
        assertEquals(List.of("T-1/1#3"), story.asked());
        assertEquals("""
                Since your last turn:
                - T-2 "First way" (a) is accepted: done Files: 1.md.
                What you delegated:
                - T-2 a, accepted: First way
                - T-3 b, running: Second way
                - T-4 c, running: Third way
                """, story.told("T-1/1").getLast());
        story.finishes("T-3/1", "2.md").finishes("T-4/1", "3.md").answers("T-1/1", "I go on.");
        assertTrue(story.told("T-1/1").getLast().startsWith("""
                Since your last turn:
                - T-3 "Second way" (b) is accepted: done Files: 2.md.
                - T-4 "Third way" (c) is accepted: done Files: 3.md.
                """));
    }

    @Test
    void theGoalIsMetWhenItFinishesWithWhatWasDelegatedAsEvidence() {
        var story = delegated(4).answers("T-1/1", "Now I wait.");
        story.finishes("T-2/1", "1.md").finishes("T-3/1", "2.md").finishes("T-4/1", "3.md");
        story.replies("T-1/1", finish("T-2", "T-3"));
        assertEquals(0, story.result().exitCode());
        assertEquals("All is there", story.task("T-1").summary());
    }

    @Test
    void finishingTooEarlyOrWithoutEvidenceIsRefusedWithTheReason() {
        var story = delegated(4).replies("T-1/1", finish("T-2"));
        assertEquals("Failed: Too early: T-2, T-3, T-4 are not done. Answer in one sentence without a tool call to "
                + "wait; you are told when something changes.", story.results("T-1/1").getLast());
        story.finishes("T-2/1", "1.md").finishes("T-3/1", "2.md").finishes("T-4/1", "3.md");
        story.replies("T-1/1", finish("T-9"));
        assertEquals("Not accepted.\n- criterion the goal is met: Compare three ways: the evidence does not count: "
                + "task T-9\nClaims left in this attempt: 3", story.results("T-1/1").getLast());
        assertEquals(Status.RUNNING, story.task("T-1").status());
    }

    @Test
    void anAnswerIsNoResultOnceSomethingWasDelegated() {
        var story = withGoal(4).replies("T-1/1", job("a", "One job")).answers("T-2/1", "done");
        story.answers("T-1/1", "It is done.").answers("T-1/1", "It is done.");
        assertTrue(story.told("T-1/1").getLast().endsWith("- evidence for: the goal is met: Compare three ways"),
                story.told("T-1/1").toString());
    }

    @Test
    void aQuestionThatNeedsNoWorkIsAnsweredAtOnce() {
        var story = withGoal(1).answers("T-1/1", "Forty-two.");
        assertEquals("Forty-two.", story.task("T-1").summary());
        assertEquals(0, story.result().exitCode());
    }

    @Test
    void aFailedJobWakesItAndTheReasonIsTold() {
        var settings = Story.settings(2).withLimits(new baton.settings.RunLimits(2, 0, 0, 60_000, 1, 60, 4, 5, 0));
        var story = Story.open(settings, ChangeTest.plan(TaskSpec.of("T-1", "Compare", "orchestrator")));
        story.replies("T-1/1", job("a", "First way", "1.md")).answers("T-1/1", "I wait.");
        story.answers("T-2/1", "No.").answers("T-2/1", "No.");
        assertTrue(story.told("T-1/1").getLast().startsWith("Since your last turn:\n- T-2 \"First way\" (a) failed: "
                + "answered twice without claiming the task\nWhat you delegated:\n- T-2 a, failed"),
                story.told("T-1/1").getLast());
    }

    @Test
    void itReassignsSplitsAndReprioritisesOnlyWhatItDelegated() {
        var goal = TaskSpec.of("T-1", "Compare", "orchestrator");
        var story = Story.open(Story.settings(4), ChangeTest.plan(goal, TaskSpec.of("T-2", "Planned", "b")));
        story.replies("T-1/1", job("a", "First way", "1.md"));
        story.replies("T-1/1", new Action.Reassign("T-3", "c", "a is slow"), new Action.Reassign("T-2", "c", ""),
                new Action.Reprioritise("T-3", "high"),
                new Action.Split("T-2", List.of(TaskWish.of("x", ""), TaskWish.of("y", ""))));
        assertEquals(List.of(new TaskReassigned("c", "orchestrator")), story.facts(TaskReassigned.class));
        assertEquals(List.of("T-3 goes to c.", "Failed: T-2 is no task that you delegated",
                "T-3 now has priority high.", "Failed: T-2 is no task that you delegated"),
                story.results("T-1/1").subList(1, 5));
    }

    @Test
    void itResolvesBlockersOfItsJobsButNeverAnswersForAPerson() {
        var story = withGoal(4).replies("T-1/1", job("a", "First way", "1.md")).answers("T-1/1", "I wait.");
        story.replies("T-2/1", new Action.ReportBlocker("P1", "access", "no key", "the key"));
        assertTrue(story.told("T-1/1").getLast()
                .contains("- T-2 \"First way\" (a) is blocked, B-1: no key It needs: the key"));
        story.replies("T-1/1", new Action.ResolveBlocker("B-1", "do it without"),
                new Action.ResolveBlocker("B-2", "?"));
        assertEquals(List.of("B-1 settled by orchestrator: do it without"), story.results("T-2/1"));
        assertEquals(List.of("T-2 is given to a.", "B-1 is resolved.", "Failed: there is no open blocker B-2"),
                story.results("T-1/1"));
        assertEquals(Phase.ACTIVE, story.attempt("T-2/1").phase());
    }

    @Test
    void unknownAgentsTwinsAndTooManyJobsAreRefused() {
        var story = withGoal(4).replies("T-1/1", job("aa", "First way"), job("a", "First way"), job("a", "first way"));
        assertEquals(List.of("Failed: nobody is called \"aa\"; did you mean a? (Name one of them.)",
                "T-2 is given to a.", "Failed: a has that task already: T-2 \"First way\" (Wait for it, or give the new"
                        + " one another title.)"),
                story.results("T-1/1"));
        var many = Stream.iterate(2, i -> i + 1).limit(41).map(i -> job("a", "Way " + i)).toArray(Action[]::new);
        story.replies("T-1/1", many);
        assertEquals(41, story.facts(TaskAdded.class).size());
        assertEquals("Failed: no more than 40 tasks are delegated for T-1 (Finish with what is there.)",
                story.results("T-1/1").getLast());
    }

    @Test
    void nobodyElseDelegatesAndWhatIsDelegatedIsNotDelegatedFurther() {
        var story = withGoal(4).replies("T-1/1", job("a", "First way"),
                new Action.AddTask(TaskWish.of("My own part", "")));
        story.replies("T-2/1", job("b", "For me")).replies("T-3/1", job("b", "For me"));
        var refused = "Not allowed: you were not given the tool Delegate; use one of those you were given";
        assertEquals(List.of(refused), story.results("T-2/1"));
        assertEquals("orchestrator", story.attempt("T-3/1").agent());
        assertEquals(List.of(refused), story.results("T-3/1"));
    }

    @Test
    void onlyAnOrchestratorIsToldOfItsTools() {
        var tools = Stream.concat(ToolCatalogue.COORDINATION.stream(), ToolCatalogue.ORCHESTRATION.stream()).toList();
        var plan = ChangeTest.plan(TaskSpec.of("T-1", "Compare", "orchestrator"), TaskSpec.of("T-2", "Planned", "b"));
        var story = new Story().tell(new Command.Open(Story.settings(2), plan, List.of(), List.of(), List.of(),
                StandardTexts.all(), tools));
        var asks = story.effects.stream().filter(AskModel.class::isInstance).map(AskModel.class::cast).toList();
        assertEquals(tools, asks.get(0).tools());
        assertEquals(ToolCatalogue.COORDINATION, asks.get(1).tools());
        assertEquals(List.of("role", "plan", "team", "task"),
                asks.get(0).parts().stream().map(Effect.Part::name).toList());
        assertEquals("""
                # The team
                Agents you can delegate to:
                - a
                - b
                - c
                Tasks of the plan, which run by themselves:
                - T-2 Planned (b)""", asks.get(0).parts().get(2).text());
        assertEquals(List.of("update_status", "share_finding", "publish_contract", "ask_question", "propose_decision",
                "report_blocker", "hand_off", "complete_task"),
                asks.get(1).tools().stream().map(ToolSpec::name).toList());
    }

    @Test
    void itDelegatesByTemplate() {
        var slots = StandardSlots.all().stream()
                .filter(slot -> List.of("title", "acceptance_criteria").contains(slot.name())).toList();
        var template = new DelegationTemplate("brief", "b", "", slots, "Please: {{title}}", "brief.md", 1);
        var plan = ChangeTest.plan(TaskSpec.of("T-1", "Compare", "orchestrator"));
        var story = new Story().tell(new Command.Open(Story.settings(2), plan, List.of(), List.of(), List.of(),
                StandardTexts.all(), List.of(), List.of(template)));
        story.replies("T-1/1",
                new Action.Delegate("brief", List.of(new Filling("title", List.of("look around")),
                        new Filling("acceptance_criteria", List.of("names a way"))), TaskWish.of("", "")),
                new Action.Delegate("brief", List.of(), TaskWish.of("", "a")));
        assertEquals(List.of("T-2 is given to b.", "Failed: title: what is to be done, in one line; "
                + "acceptance_criteria: how it is judged"), story.results("T-1/1"));
        assertEquals("Please: look around", story.task("T-2").origin().brief());
        var ask = story.effects.stream().filter(AskModel.class::isInstance).map(AskModel.class::cast)
                .filter(one -> one.turn().equals("T-2/1#1")).findFirst().orElseThrow();
        assertTrue(ask.parts().getLast().text().contains("In the words of orchestrator:\nPlease: look around\n"));
    }

    @Test
    void aTypedGoalBecomesATaskAndLaterWordsReachTheOrchestratorAtWork() {
        var story = Story.open(Story.settings(2).withFace(Face.LINE), new PlanDraft("Chat", "").toPlan());
        story.tell(new Goal("Compare three ways\nand recommend one.", "owner"));
        assertEquals("Compare three ways", story.task("T-1").spec().title());
        assertEquals("Compare three ways\nand recommend one.", story.task("T-1").origin().brief());
        story.tell(new Goal("Only free ones.", "owner")).replies("T-1/1", new Action.UpdateStatus(1, "on it", ""));
        assertEquals("A note from owner while you work. It amends your task and does not replace it:\nOnly free ones.",
                story.told("T-1/1").getLast());
        story.answers("T-1/1", "Take the second.");
        story.tell(new Say("orchestrator", "", "And why?", "owner"));
        assertEquals(List.of("T-2/1"), story.running());
        assertEquals("And why?", story.task("T-2").spec().title());
    }

    @Test
    void whatItWritesIntoAJobGrantsNoPaths() {
        var plan = ChangeTest.plan(TaskSpec.of("T-1", "Compare", "orchestrator"));
        var casting = new baton.engine.fact.SessionEvent.Casting("a", "a", "", List.of("*"), List.of("docs/**"));
        var story = new Story().tell(new Command.Open(Story.settings(2), plan, List.of(), List.of(casting), List.of(),
                StandardTexts.all(), List.of()));
        story.replies("T-1/1", job("a", "Take over", "secrets/keys.md"))
                .replies("T-2/1", Story.write("secrets/keys.md"));
        var call = story.effects.stream().filter(Effect.CallTool.class::isInstance).map(Effect.CallTool.class::cast)
                .findFirst().orElseThrow();
        assertEquals(List.of("docs/**"), call.writes());
    }

    @Test
    void ofThePlansOtherTasksTroubleWakesItAndWhatGoesWellWaitsForItsNextTurn() {
        var settings = Story.settings(4).withLimits(new baton.settings.RunLimits(4, 0, 0, 60_000, 1, 60, 4, 5, 0));
        var story = Story.open(settings, ChangeTest.plan(TaskSpec.of("T-1", "Compare three ways", "orchestrator"),
                TaskSpec.of("T-2", "Measure", "b"), TaskSpec.of("T-3", "Draw", "c")));
        story.replies("T-1/1", job("a", "First way", "1.md")).answers("T-1/1", "Now I wait.");
        story.answers("T-2/1", "It is forty-two.");
        assertEquals(List.of(), story.asked(), "what goes well is no reason to ask again");
        story.replies("T-3/1", new Action.ReportBlocker("P1", "access", "no pen", "a pen"));
        assertEquals(List.of("T-1/1#3"), story.asked());
        assertEquals("""
                Since your last turn:
                - Of the plan: T-2 "Measure" (b) is accepted: It is forty-two.
                - Of the plan: T-3 "Draw" (c) is blocked, B-1: no pen It needs: a pen
                What you delegated:
                - T-4 a, running: First way
                """, story.told("T-1/1").getLast());
        story.replies("T-1/1", new Action.ResolveBlocker("B-1", "take mine"));
        assertEquals("Failed: B-1 is no blocker of a task you delegated; a person settles it",
                story.results("T-1/1").getLast());
    }
}

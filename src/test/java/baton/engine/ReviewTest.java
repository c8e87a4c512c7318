package baton.engine;

import java.util.List;

import baton.engine.Effect.AskModel;
import baton.engine.Effect.RunChecks;
import baton.engine.fact.Action;
import baton.engine.fact.Action.GiveReview;
import baton.engine.fact.AttemptEvent.AttemptParked;
import baton.engine.fact.Evidence;
import baton.engine.fact.GateEvent.GateFailed;
import baton.engine.fact.GateEvent.GatePassed;
import baton.engine.fact.GateEvent.ReviewGiven;
import baton.engine.fact.GateEvent.ReviewRequested;
import baton.engine.fact.GateEvent.ReviewVerdict;
import baton.engine.fact.ToolSpec;
import baton.plan.AgentSpec;
import baton.plan.Gate;
import baton.plan.Place;
import baton.plan.PlanChange;
import baton.plan.PlanDraft;
import baton.plan.TaskDraft;
import baton.settings.RunLimits;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A check "reviewed by AGENT" is answered by that agent, and by nobody else. */
class ReviewTest {
    private static final String ONE = "T-1/1";

    private static Story open(int agentsMax, List<String> checks, String... criteria) {
        var draft = new PlanDraft("A plan", "plan.md");
        draft.agents.add(AgentSpec.named("writer", "Writer", Place.NOWHERE));
        draft.agents.add(AgentSpec.named("security-auditor", "Security Auditor", Place.NOWHERE));
        draft.agents.add(AgentSpec.named("qa", "QA", Place.NOWHERE));
        var task = new TaskDraft("T-1", "Write it", "writer");
        task.outputs.add("a.md");
        task.acceptance.addAll(List.of(criteria));
        draft.tasks.add(task.toTask());
        if (!checks.isEmpty()) {
            draft.gates.add(new Gate("Done", Gate.Scope.TASK, "",
                    checks.stream().map(check -> new Gate.Check(check, "", "")).toList(), Place.NOWHERE));
        }
        var tools = List.of(new ToolSpec("complete_task", "c", "{}"), new ToolSpec("give_review", "g", "{}"));
        return new Story().tell(new Command.Open(Story.settings(agentsMax), draft.toPlan(), List.of(), List.of(),
                List.of(), StandardTexts.all(), tools));
    }

    private static Story claims(Story story, Evidence... evidence) {
        if (story.attempt(ONE).changes().isEmpty()) {
            story.replies(ONE, Story.write("a.md")).wrote(ONE, "a.md");
        }
        story.replies(ONE, new Action.CompleteTask("written", List.of(evidence)));
        for (var effect : List.copyOf(story.effects)) {
            if (effect instanceof RunChecks checks) {
                story.passes(checks);
            }
        }
        return story;
    }

    private static List<String> offered(Story story) {
        return story.effects.stream().filter(AskModel.class::isInstance).map(AskModel.class::cast)
                .flatMap(ask -> ask.tools().stream()).map(ToolSpec::name).toList();
    }

    @Test
    void theClaimWaitsWithoutASlotUntilTheReviewerAccepts() {
        var story = claims(open(1, List.of("Code reviewed by @security-auditor.")));
        var asked = story.facts(ReviewRequested.class).getFirst();
        assertEquals(List.of("T-1/1!1", "R-1", "security-auditor", "Code reviewed by @security-auditor."),
                List.of(asked.gate(), asked.review(), asked.reviewer(), asked.check()));
        assertEquals("waits for the review R-1 by security-auditor", story.facts(AttemptParked.class).getFirst()
                .reason());
        assertEquals(List.of("R-1/1#1"), story.asked());
        assertEquals(List.of("give_review"), offered(story));
        assertEquals(List.of("a.md"), story.task("R-1").spec().inputs());

        story.replies("R-1/1", new GiveReview(true, "sound"));
        assertEquals(List.of(new ReviewGiven("T-1/1!1", "R-1", "security-auditor", ReviewVerdict.ACCEPTED, "sound")),
                story.facts(ReviewGiven.class));
        assertEquals(2, story.facts(GatePassed.class).getFirst().results().size());
        assertEquals(TaskState.Status.ACCEPTED, story.task("T-1").status());
        assertEquals(0, story.result().exitCode());
        assertEquals(2, story.result().counts().accepted());
        assertEquals(List.of(), story.result().humanTasks());
    }

    @Test
    void aCriterionThatWasAddedSinceTheClaimMustBeProvedToo() {
        var story = claims(open(1, List.of("Review by QA")));
        story.tell(new Command.ChangePlan(
                List.of(new PlanChange.EditTask("T-1", PlanChange.Field.CRITERIA, List.of("names its sources"))),
                "owner"));

        story.replies("R-1/1", new GiveReview(true, "sound"));

        assertEquals(TaskState.Status.RUNNING, story.task("T-1").status());
        assertTrue(story.results(ONE).getLast().contains("names its sources: no evidence was given"),
                story.results(ONE).toString());
    }

    @Test
    void aRejectionGoesBackToTheAuthorWhoMayClaimAgain() {
        var story = claims(open(1, List.of("Review by Security Auditor")));
        story.replies("R-1/1", new GiveReview(false, "no limits on the input"));
        assertTrue(story.results(ONE).getLast().contains("- Review by Security Auditor: security-auditor: no limits"),
                story.results(ONE).toString());
        assertEquals(List.of("T-1/1#3"), story.asked());
        claims(story).replies("R-2/1", new GiveReview(true, "now it has"));
        assertEquals(TaskState.Status.ACCEPTED, story.task("T-1").status());
        assertEquals(1, story.facts(GateFailed.class).size());
    }

    @Test
    void rejectionsAreBounded() {
        var story = open(1, List.of("Review by QA"));
        int claimsMax = RunLimits.DEFAULTS.claimsMax();
        for (int i = 1; i <= claimsMax; i++) {
            claims(story).replies("R-" + i + "/1", new GiveReview(false, "no"));
        }
        assertEquals(List.of("T-1/2"), story.running(), "the attempt is over, the next one begins");
    }

    @Test
    void aReviewerThatGivesNoVerdictIsARefusalThatSaysSo() {
        var story = claims(open(1, List.of("Review by QA")));
        for (int attempt = 1; attempt <= RunLimits.DEFAULTS.attemptsMax(); attempt++) {
            story.answers("R-1/" + attempt, "Looks fine to me.").answers("R-1/" + attempt, "As I said.");
        }
        assertEquals(ReviewVerdict.NOT_GIVEN, story.facts(ReviewGiven.class).getFirst().verdict());
        assertTrue(story.results(ONE).getLast().contains("there is no verdict of qa"), story.results(ONE).toString());
        assertEquals(TaskState.Status.RUNNING, story.task("T-1").status());
    }

    @Test
    void severalReviewersAreAskedOneAfterAnother() {
        var story = claims(open(2, List.of("Review by QA", "Signed off by the Security Auditor on delivery")));
        story.replies("R-1/1", new GiveReview(true, "good"));
        assertEquals(List.of("R-2/1#1"), story.asked());
        story.replies("R-2/1", new GiveReview(true, "safe"));
        assertEquals(TaskState.Status.ACCEPTED, story.task("T-1").status());
    }

    @Test
    void aCriterionCanBeAReviewAndCountsAsItsOwnEvidence() {
        var story = claims(open(1, List.of(), "Reviewed by QA"),
                new Evidence("1", Evidence.Kind.REVIEW, "QA", ""));
        assertEquals(List.of("R-1/1#1"), story.asked());
        story.replies("R-1/1", new GiveReview(true, "good"));
        assertEquals(0, story.result().exitCode());
    }

    @Test
    void wordsThatNameNobodyAreLeftToPeople() {
        var story = claims(open(1, List.of("Reviewed by legal", "Reviewed by Writer", "QA finished")));
        assertEquals(List.of(), story.facts(ReviewRequested.class));
        assertEquals(TaskState.Status.ACCEPTED, story.task("T-1").status());
        assertTrue(story.result().humanTasks().contains("confirm: Reviewed by legal"));
    }

    @Test
    void onlyAReviewerGivesAVerdictAndAReviewEndsWithNothingElse() {
        var story = open(2, List.of("Review by QA"));
        assertEquals(List.of("complete_task"), offered(story));
        story.replies(ONE, new GiveReview(true, "my own work is fine"));
        assertTrue(story.results(ONE).getFirst().startsWith("Not allowed: you were not given"),
                "" + story.results(ONE));
        claims(story).replies("R-1/1", new Action.CompleteTask("done", List.of()));
        assertEquals("Failed: this task is a review; give your verdict with give_review",
                story.results("R-1/1").getFirst());
        assertFalse(story.facts(ReviewRequested.class).isEmpty());
    }

    @Test
    void aStopInBetweenChangesNothing() {
        var story = claims(open(1, List.of("Review by QA")));
        story.tell(new Command.Stop(Command.StopReason.INTERRUPTED));
        story.tell(new Command.Resume(story.state.setup().settings(), List.of()));
        assertEquals(List.of("R-1/1#2"), story.asked());
        story.replies("R-1/1", new GiveReview(true, "good"));
        assertEquals(0, story.result().exitCode());
    }
}

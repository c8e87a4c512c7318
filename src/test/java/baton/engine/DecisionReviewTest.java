package baton.engine;

import java.util.List;

import baton.engine.fact.Action;
import baton.engine.fact.GateEvent.ReviewVerdict;
import baton.engine.fact.PeopleEvent.DecisionMade;
import baton.engine.fact.PeopleEvent.DecisionProvisional;
import baton.engine.fact.PeopleEvent.DecisionReviewed;
import baton.plan.AgentSpec;
import baton.plan.ConflictRule;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.PlanDraft;
import baton.plan.PlannedDecision;
import baton.settings.RunSettings;
import baton.settings.RunSettings.OnQuestion;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who is named for a decision is heard before a rule makes it; a person may make it at any time. */
class DecisionReviewTest {
    private static PlanDraft draft() {
        var draft = new PlanDraft("A plan", "plan.md");
        List.of("a", "b", "c").forEach(name -> draft.agents.add(AgentSpec.named(name, name, Place.NOWHERE)));
        draft.tasks.add(Story.task("T-1", "a").toTask());
        return draft;
    }

    private static Action proposal(String... reviewers) {
        return new Action.ProposeDecision("Store", "Which store?", List.of("files", "a database"), "files", "small",
                List.of(reviewers));
    }

    private static RunSettings recommending() {
        return Story.settings(4).withOnQuestion(OnQuestion.RECOMMEND, List.of());
    }

    private static Story open(RunSettings settings, Plan plan) {
        return Story.open(settings, plan);
    }

    private static Action verdict(boolean accepted, String text) {
        return new Action.GiveReview(accepted, text);
    }

    @Test
    void theRecommendationIsTakenOnlyOnceAllWhoWereNamedWereHeard() {
        var story = open(recommending(), draft().toPlan()).replies("T-1/1", proposal("b", "@c", "a", "nobody"));
        assertEquals(List.of("R-1/1", "R-2/1", "T-1/1"), story.running());
        assertEquals(List.of(), story.facts(DecisionProvisional.class));
        story.replies("R-1/1", verdict(true, "files will do"));
        assertEquals(List.of(), story.facts(DecisionProvisional.class));
        story.replies("R-2/1", verdict(false, "a database, we will grow"));
        assertEquals(List.of(
                new DecisionReviewed("D-1", "R-1", "b", ReviewVerdict.ACCEPTED, "files will do"),
                new DecisionReviewed("D-1", "R-2", "c", ReviewVerdict.REJECTED, "a database, we will grow")),
                story.facts(DecisionReviewed.class));
        assertEquals(List.of("files"), story.facts(DecisionProvisional.class).stream().map(DecisionProvisional::choice)
                .toList());
    }

    @Test
    void aPersonWaitsForNobodyAndALateReviewIsStillRecorded() {
        var story = open(Story.settings(4), draft().toPlan()).replies("T-1/1", proposal("b"));
        story.tell(new Command.Decide("D-1", "2", "", "owner"));
        assertEquals(1, story.facts(DecisionMade.class).size());
        story.replies("R-1/1", verdict(true, "files will do"));
        assertEquals(1, story.facts(DecisionReviewed.class).size());
        assertEquals(1, story.facts(DecisionMade.class).size());
    }

    @Test
    void whoGivesNoVerdictInTimeHoldsNothingUp() {
        var limited = recommending().withLimits(new baton.settings.RunLimits(4, 0, 0, 60_000, 1, 60, 4, 5, 0))
                .withOnQuestion(OnQuestion.RECOMMEND, List.of());
        var story = open(limited, draft().toPlan()).replies("T-1/1", proposal("b"));
        story.after(15 * 60_000).after(60_000);
        assertEquals(List.of(ReviewVerdict.NOT_GIVEN),
                story.facts(DecisionReviewed.class).stream().map(DecisionReviewed::verdict).toList());
        assertEquals(1, story.facts(DecisionProvisional.class).size());
    }

    @Test
    void reviewersStandInADecisionOfThePlanOrInItsRuleForTheResource() {
        var draft = draft();
        draft.decisions.add(new PlannedDecision("D-1", "Store", "Which store? Reviewers: b and c", List.of(), "files",
                List.of(), Place.NOWHERE));
        assertEquals(List.of("R-1/1", "R-2/1", "T-1/1"), open(Story.settings(4), draft.toPlan()).running());
        var ruled = draft();
        ruled.conflictRules.add(new ConflictRule("store", "a", List.of("c"), "", Place.NOWHERE));
        assertEquals(List.of("R-1/1", "T-1/1"),
                open(Story.settings(4), ruled.toPlan()).replies("T-1/1", proposal()).running());
    }

    @Test
    void aSessionThatIsGoneOnWithStillWaitsForTheReview() {
        var story = open(recommending(), draft().toPlan()).replies("T-1/1", proposal("b"));
        story.tell(new Command.Stop(Command.StopReason.INTERRUPTED));
        story.tell(new Command.Resume(recommending(), List.of()));
        assertEquals(List.of(), story.facts(DecisionProvisional.class));
        assertTrue(story.running().contains("R-1/1"));
        story.replies("R-1/1", verdict(true, "files will do"));
        assertEquals(1, story.facts(DecisionProvisional.class).size());
    }
}

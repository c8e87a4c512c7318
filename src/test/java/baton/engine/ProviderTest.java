package baton.engine;

import java.util.List;
import java.util.Optional;

import baton.engine.Outcome.ProviderBack;
import baton.engine.fact.AttemptEvent.AttemptParked;
import baton.engine.fact.LimitEvent.ProviderUnusable;
import baton.engine.fact.SessionEvent.Status;
import baton.engine.fact.Trouble;
import baton.engine.fact.TurnEvent.ModelSwitched;
import baton.engine.fact.Usage;
import baton.plan.Plan;
import baton.settings.ModelChoice;
import baton.settings.ModelChoice.AgentModelChoice;
import baton.settings.ModelFacts;
import baton.settings.ModelName;
import baton.settings.RunSettings;
import org.junit.jupiter.api.Test;

import static baton.engine.Story.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

class ProviderTest {
    private static final ModelName ONE = ModelName.parse("one/big");
    private static final ModelName TWO = ModelName.parse("two/big");

    private static RunSettings settings(int agentsMax, List<ModelName> fallbacks) {
        return Story.settings(agentsMax).withModels(new ModelChoice(ONE, fallbacks,
                List.of(new AgentModelChoice("b", List.of(TWO))), List.of()));
    }

    private static Plan plan(int tasks, String... agents) {
        var specs = new java.util.ArrayList<baton.plan.TaskSpec>();
        for (int number = 1; number <= tasks; number++) {
            specs.add(task("T-" + number, agents[(number - 1) % agents.length]).toTask());
        }
        return Story.plan(specs.toArray(baton.plan.TaskSpec[]::new));
    }

    @Test
    void holdsUpOnlyTheAgentsOfTheProviderThatIsOut() {
        var story = Story.open(settings(1, List.of()), plan(4, "a", "b"));
        story.breaks("T-1/1", Trouble.UNAUTHORISED);
        assertEquals(List.of(new ProviderUnusable("one", Trouble.UNAUTHORISED, "no answer")),
                story.facts(ProviderUnusable.class));
        assertEquals(List.of("T-2/1#1"), story.asked(), "T-2 goes on with another provider");
        story.answers("T-2/1", "done").answers("T-4/1", "done");
        assertEquals(Status.PROVIDER, story.result().status());
        assertEquals(7, story.result().exitCode());
        assertEquals("one: no answer", story.result().reason());
    }

    @Test
    void goesOnWithTheFallBackAndSaysThatTheSuccessIsDegraded() {
        var story = Story.open(settings(1, List.of(TWO)), plan(2, "a"));
        story.breaks("T-1/1", Trouble.QUOTA);
        story.answers("T-1/1", "done");
        assertEquals(List.of(), story.facts(AttemptParked.class));
        story.answers("T-2/1", "done");
        assertEquals(Status.DEGRADED, story.result().status());
        assertEquals(0, story.result().exitCode());
        assertEquals(List.of(new ModelSwitched("T-1/1#1", "one/big", "two/big", "no answer"),
                new ModelSwitched("T-2/1#1", "one/big", "two/big", "provider one cannot be used: no answer")),
                story.facts(ModelSwitched.class), "a provider that refuses the account is not asked again and again");
    }

    @Test
    void asksAProviderAgainAfterATroubleThatPassesWhileAFallBackHelps() {
        var story = Story.open(settings(1, List.of(TWO)), plan(2, "a"));
        story.breaks("T-1/1", Trouble.TIMED_OUT).answers("T-1/1", "done").answers("T-2/1", "done");
        assertEquals(1, story.facts(ModelSwitched.class).size());
        assertEquals(1, story.state.totals().degraded());
    }

    @Test
    void triesAgainWhenTheProviderIsBackOrSomebodyElseGotAnAnswer() {
        var story = Story.open(settings(2, List.of()), plan(3, "a", "a", "b"));
        story.breaks("T-1/1", Trouble.OVERLOADED);
        assertEquals(List.of("T-3/1#1"), story.asked());
        story.answers("T-2/1", "done");
        assertEquals(List.of("T-1/1#2"), story.asked(), "an answer shows that the provider can be asked");
        story.breaks("T-1/1", Trouble.OVERLOADED);
        story.tell(new ProviderBack("one"));
        assertEquals(List.of("T-1/1#3"), story.asked());
    }

    @Test
    void aResumeTriesAgain() {
        var story = Story.open(settings(1, List.of()), plan(1, "a"));
        story.breaks("T-1/1", Trouble.UNREACHABLE);
        assertEquals(7, story.result().exitCode());
        story.tell(new Command.Resume(settings(1, List.of()), List.of()));
        assertEquals(List.of("T-1/1#2"), story.asked());
        story.answers("T-1/1", "done");
        assertEquals(Status.COMPLETE, story.result().status());
    }

    @Test
    void aModelThatRefusesTheRequestCostsAnAttemptAndNotTheProvider() {
        var story = Story.open(settings(1, List.of()), plan(1, "a"));
        story.breaks("T-1/1", Trouble.REJECTED);
        assertEquals(List.of("T-1/2#1"), story.asked());
        assertEquals(Optional.empty(), story.state.result());
    }

    @Test
    void triesThatBroughtNothingAreCountedAndPricedWhereTheProviderSaysWhatTheyTook() {
        var price = new ModelFacts.Price(1_000_000, 2_000_000, 0, 0, "2026-01-01");
        var choice = new ModelChoice(ONE, List.of(), List.of(),
                List.of(new ModelFacts(ONE, 100_000, 1_000, Optional.of(price))));
        var story = Story.open(Story.settings(1).withModels(choice), plan(1, "a"));
        story.tell(new Outcome.TurnRetrying(story.turnOf("T-1/1"), Trouble.INCOMPLETE, 2, 5, "cut",
                new Usage(1_000, 100, 0, 0, false)));
        story.tell(new Outcome.TurnBroke(story.turnOf("T-1/1"), Trouble.INCOMPLETE, "cut",
                new Usage(1_000, 50, 0, 0, false)));
        assertEquals(new Usage(2_000, 150, 0, 0, false), story.state.totals().usage());
        assertEquals(2_000 + 300, story.state.totals().costMicros());
        story.breaks("T-1/2", Trouble.INCOMPLETE);
        assertEquals(true, story.state.totals().costKnown(), "nothing was counted, so nothing is unknown");
    }

    @Test
    void aResumeWithAnotherModelAsksThatOneAlsoInAttemptsUnderWay() {
        var story = Story.open(settings(1, List.of(TWO)), plan(2, "a"));
        story.breaks("T-1/1", Trouble.QUOTA);
        assertEquals("two/big", asked(story));
        story.tell(new Command.Stop(Command.StopReason.INTERRUPTED));
        var three = ModelName.parse("three/new");
        var models = new ModelChoice(three, List.of(TWO), List.of(), List.of());
        story.tell(new Command.Resume(settings(1, List.of()).withModels(models), List.of()));
        assertEquals("three/new", asked(story));
        assertEquals(new ModelSwitched("T-1/1#3", "two/big", "three/new", "the session goes on with other models"),
                story.facts(ModelSwitched.class).getLast());
        story.answers("T-1/1", "done").answers("T-2/1", "done");
        assertEquals(Status.COMPLETE, story.result().status(), "the model asked for is no fall-back");
    }

    @Test
    void aResumeWithTheSameModelsSwitchesNothing() {
        var story = Story.open(settings(1, List.of(TWO)), plan(1, "a"));
        story.breaks("T-1/1", Trouble.QUOTA).tell(new Command.Stop(Command.StopReason.INTERRUPTED));
        story.tell(new Command.Resume(settings(1, List.of(TWO)), List.of()));
        assertEquals(1, story.facts(ModelSwitched.class).size());
        assertEquals("two/big", asked(story));
    }

    private static String asked(Story story) {
        return story.effects.stream().filter(Effect.AskModel.class::isInstance)
                .map(effect -> ((Effect.AskModel) effect).model().toString()).findFirst().orElse("");
    }
}

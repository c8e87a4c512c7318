package baton.engine;

import java.util.List;
import java.util.OptionalLong;

import baton.engine.Outcome.TurnRetrying;
import baton.engine.fact.LimitEvent.BudgetExhausted;
import baton.engine.fact.SessionEvent.Status;
import baton.engine.fact.Trouble;
import baton.engine.fact.TurnEvent.TurnCancelled;
import baton.engine.fact.TurnEvent.TurnRequested;
import baton.engine.fact.Usage;
import baton.plan.TaskSpec;
import baton.settings.Budget;
import baton.settings.RunSettings;
import org.junit.jupiter.api.Test;

import static baton.engine.Story.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

class BudgetTest {
    private static final TaskSpec[] THREE = {task("T-1", "a").toTask(), task("T-2", "b").toTask(),
        task("T-3", "c").toTask()};

    private static RunSettings tokens(long max) {
        return Story.settings(3)
                .withBudget(new Budget(OptionalLong.of(max), OptionalLong.empty(), OptionalLong.empty()));
    }

    private static RunSettings turns(long max) {
        return Story.settings(3)
                .withBudget(new Budget(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(max)));
    }

    private static long worstCase() {
        return Story.open(tokens(1_000_000), Story.plan(THREE)).facts(TurnRequested.class).getFirst().reservedTokens();
    }

    @Test
    void waitsForTurnsInFlightWhereOnlyWhatTheyHoldBackIsMissing() {
        long room = worstCase() * 2 + 500;
        var story = Story.open(tokens(room), Story.plan(THREE));
        assertEquals(List.of("T-1/1#1", "T-2/1#1"), story.asked());
        assertEquals(List.of(), story.facts(BudgetExhausted.class), "nothing is used up yet");
        story.answers("T-1/1", "done");
        assertEquals(List.of("T-3/1#1"), story.asked(), "110 tokens were used of all that was held back");
        story.answers("T-2/1", "done").answers("T-3/1", "done");
        assertEquals(Status.COMPLETE, story.result().status());
        assertEquals(0, story.state.totals().reservedTokens());
    }

    @Test
    void endsWithSixWhenWhatIsUsedLeavesNoRoomAndLetsWhatRunsEnd() {
        long room = worstCase() * 2;
        var story = Story.open(tokens(room), Story.plan(THREE));
        story.answers("T-1/1", "done");
        assertEquals(0, story.facts(BudgetExhausted.class).size());
        story.answers("T-2/1", "done").answers("T-3/1", "done");
        assertEquals(0, story.result().exitCode());
        var small = Story.open(tokens(worstCase() + 100), Story.plan(THREE));
        small.answers("T-1/1", "done");
        assertEquals(6, small.result().exitCode());
        assertEquals(List.of(new BudgetExhausted("tokens", 110, worstCase() + 100)),
                small.facts(BudgetExhausted.class));
    }

    @Test
    void aTryThatFailedIsNotRepeatedWhereItUsedWhatTheRepetitionNeeds() {
        var story = Story.open(tokens(worstCase() + 5), Story.plan(THREE[0]));
        story.tell(new TurnRetrying("T-1/1#1", Trouble.RATE_LIMITED, 1, 500, "busy", new Usage(7, 3, 0, 0, false)));
        assertEquals(List.of(new TurnCancelled("T-1/1#1", "the budget does not cover another try")),
                story.facts(TurnCancelled.class));
        assertEquals(6, story.result().exitCode());
        assertEquals(10, story.state.totals().usage().totalTokens());
    }

    @Test
    void countsEveryTurnThatWasAskedForAndGoesOnWithALargerLimit() {
        var story = Story.open(turns(2), Story.plan(THREE));
        assertEquals(List.of("T-1/1#1", "T-2/1#1"), story.asked());
        story.answers("T-1/1", "done").answers("T-2/1", "done");
        assertEquals(6, story.result().exitCode());
        story.tell(new Command.Resume(turns(2), List.of()));
        assertEquals(6, story.result().exitCode());
        story.tell(new Command.Resume(turns(3), List.of())).answers("T-3/1", "done");
        assertEquals(Status.COMPLETE, story.result().status());
    }
}

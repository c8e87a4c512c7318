package baton.view;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

import baton.engine.fact.SessionEvent.PlanLoaded;
import baton.plan.AgentSpec;
import baton.plan.Place;
import baton.plan.PlanDraft;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The letters agents are known by. */
class TagsTest {
    private static Tags tags(int agents) {
        var draft = new PlanDraft("A crowd", "crowd.md");
        IntStream.range(0, agents).forEach(i -> draft.agents.add(AgentSpec.named("a" + i, "Agent " + i,
                new Place("crowd.md", 1))));
        return Tags.of(new Facts().session(new PlanLoaded(draft.toPlan(), List.of(), List.of())).view());
    }

    @Test
    void differForEveryAgentOfALargeTeamWhoseNamesAreAllAlike() {
        var tags = tags(300);
        var letters = new LinkedHashSet<String>();
        IntStream.range(0, 300).forEach(i -> letters.add(tags.of("a" + i).letters()));
        assertEquals(300, letters.size());
        assertTrue(letters.stream().allMatch(tag -> tag.length() == 2));
    }

    @Test
    void areNotChangedByWhoJoinsLater() {
        var few = tags(12);
        var many = tags(120);
        IntStream.range(0, 12).forEach(i -> assertEquals(few.of("a" + i), many.of("a" + i)));
    }
}

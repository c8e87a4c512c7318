package baton.engine;

import java.util.List;
import java.util.stream.IntStream;

import baton.engine.Effect.AskModel;
import baton.engine.Effect.Part;
import baton.engine.fact.Action.ShareFinding;
import baton.plan.AgentSpec;
import baton.plan.AgentSpec.OwnedArea;
import baton.plan.Place;
import baton.plan.PlanDraft;
import baton.plan.TaskDraft;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What one agent finds out reaches those it concerns, whether they are at work or begin later, and nobody else. */
class FindingTest {
    private static final String FINDER = "T-1/1";

    /** T-1 finds; T-2 is the tester's, who owns tests/ and knows about "load"; T-3 needs T-1; T-4 is anybody's. */
    private static Story open(int agentsMax) {
        var draft = new PlanDraft("A plan", "plan.md");
        draft.agents.add(AgentSpec.named("finder", "Finder", Place.NOWHERE));
        draft.agents.add(new AgentSpec("tester", "Quality Tester", List.of("QA"), "", "", List.of(),
                List.of(new OwnedArea("tests/**", "")), List.of("load"), List.of(), List.of(), Place.NOWHERE));
        draft.agents.add(AgentSpec.named("other", "Other", Place.NOWHERE));
        draft.tasks.add(new TaskDraft("T-1", "Find", "finder").toTask());
        draft.tasks.add(new TaskDraft("T-2", "Test", "tester").toTask());
        var third = new TaskDraft("T-3", "Build on it", "other");
        third.dependsOn.add("T-1");
        draft.tasks.add(third.toTask());
        draft.tasks.add(new TaskDraft("T-4", "Something else", "other").toTask());
        return Story.open(Story.settings(agentsMax), draft.toPlan());
    }

    private static List<String> toldAtWork(String title, String text) {
        var story = open(3).replies(FINDER, new ShareFinding(title, text, false));
        story.answers("T-2/1", "").answers("T-4/1", "");
        return story.running().stream().filter(attempt -> story.told(attempt).stream()
                .anyMatch(note -> note.contains("finding F-1: " + title))).toList();
    }

    @Test
    void anAgentAtWorkHearsOfItWhereItIsNamedOrItsPathOrTopicIs() {
        assertEquals(List.of("T-2/1"), toldAtWork("Ports", "the quality tester must know"));
        assertEquals(List.of("T-2/1"), toldAtWork("Ports", "QA: look at this"));
        assertEquals(List.of("T-2/1"), toldAtWork("Ports", "see tests/ports.sh"));
        assertEquals(List.of("T-2/1"), toldAtWork("Load", "is too high"));
        assertEquals(List.of("T-4/1"), toldAtWork("About T-4", "it is easy"));
        assertEquals(List.of(), toldAtWork("Ports", "they download payloads, for another T-44"));
    }

    @Test
    void whoeverBeginsLaterFindsItInTheRequestAndOthersDoNot() {
        var story = open(1).replies(FINDER, new ShareFinding("Slow disk", "x".repeat(2_000), false),
                new ShareFinding("Nothing", "for nobody", false)).answers(FINDER, "done");
        story.answers("T-2/1", "done");
        assertEquals(List.of("T-4/1#1"), story.asked());
        assertFalse(concerns(story).contains("F-1"), concerns(story));
        story.answers("T-4/1", "done");
        assertEquals(List.of("T-3/1#1"), story.asked());
        assertTrue(concerns(story).contains("Finding F-1 of finder at T-1: Slow disk. " + "x".repeat(800)
                + "\n[cut: 1200 more characters]\n"), concerns(story));
    }

    @Test
    void theNewestTwentyAreTold() {
        var story = open(1);
        story.replies(FINDER, IntStream.rangeClosed(1, 30)
                .mapToObj(i -> new ShareFinding("Number " + i, "text", false)).toArray(ShareFinding[]::new));
        story.answers(FINDER, "done").answers("T-2/1", "done").answers("T-4/1", "done");
        var concerns = concerns(story);
        assertFalse(concerns.contains("Finding F-10 "), concerns);
        assertTrue(concerns.contains("Finding F-11 ") && concerns.contains("Finding F-30 "), concerns);
    }

    private static String concerns(Story story) {
        return story.effects.stream().filter(AskModel.class::isInstance).map(AskModel.class::cast)
                .flatMap(ask -> ask.parts().stream()).filter(part -> part.name().equals("concerns")).map(Part::text)
                .findFirst().orElse("");
    }
}

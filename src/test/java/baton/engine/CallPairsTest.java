package baton.engine;

import java.util.List;

import baton.engine.Effect.RunChecks;
import baton.engine.fact.Action;
import baton.engine.fact.Action.AskQuestion;
import baton.engine.fact.Action.Malformed;
import baton.engine.fact.Action.ShareFinding;
import baton.engine.fact.Action.UpdateStatus;
import baton.engine.fact.ToolEvent;
import baton.engine.fact.ToolEvent.ToolCompleted;
import baton.engine.fact.ToolEvent.ToolFailed;
import baton.engine.fact.ToolEvent.ToolStarted;
import baton.plan.TaskSpec;
import org.junit.jupiter.api.Test;

import static baton.engine.Story.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Readers of the record see a beginning and an end of every call that is carried out, wherever it is decided. */
class CallPairsTest {
    private static final String ONE = "T-1/1";

    private static TaskSpec report() {
        var task = task("T-1", "a");
        task.outputs.add("report.md");
        return task.toTask();
    }

    private static List<String> begun(Story story) {
        return story.facts(ToolStarted.class).stream().map(ToolEvent::call).toList();
    }

    private static List<String> ended(Story story) {
        return story.facts(ToolEvent.class).stream()
                .filter(fact -> fact instanceof ToolCompleted || fact instanceof ToolFailed).map(ToolEvent::call)
                .toList();
    }

    @Test
    void aCallThatTheEngineDecidesBeginsAndEnds() {
        var story = Story.open(1, report());
        story.replies(ONE, new UpdateStatus(10, "reading", ""), new ShareFinding("a", "b", false), new Malformed("no"));
        assertEquals(List.of("T-1/1#1.1", "T-1/1#1.2", "T-1/1#1.3"), begun(story));
        assertEquals(begun(story), ended(story));
        assertEquals(0, story.state.work().attempt(ONE).orElseThrow().calls().size());
    }

    @Test
    void aQuestionBeginsOnceAndEndsWithItsAnswer() {
        var story = Story.open(2, report(), task("T-2", "b").toTask()).replies(ONE,
                new AskQuestion("Which?", List.of(), ""));
        assertEquals(List.of(), ended(story));
        story.tell(new Command.Answer("Q-1", "this one", "owner"));
        assertEquals(List.of("T-1/1#1.1"), begun(story));
        assertEquals(begun(story), ended(story));
        assertEquals(2, story.state.work().inFlight(), "one turn of each agent");
    }

    @Test
    void aClaimWhoseGateWasLostBeginsOnce() {
        var story = Story.open(1, report());
        story.replies(ONE, Story.write("report.md")).wrote(ONE, "report.md");
        Action claim = new Action.CompleteTask("done", List.of());
        story.replies(ONE, claim).tell(new Command.Stop(Command.StopReason.INTERRUPTED));
        story.tell(new Command.Resume(story.state.setup().settings(), List.of()));
        story.passes((RunChecks) story.effects.stream().filter(RunChecks.class::isInstance).findFirst().orElseThrow());
        assertEquals(List.of("T-1/1#1.1", "T-1/1#2.1"), begun(story));
        assertEquals(begun(story), ended(story));
        assertEquals(0, story.result().exitCode());
    }
}

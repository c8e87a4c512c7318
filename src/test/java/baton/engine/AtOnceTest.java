package baton.engine;

import java.util.List;

import baton.engine.AttemptState.Phase;
import baton.engine.Command.Answer;
import baton.engine.fact.Action;
import baton.engine.fact.AttemptEvent.AttemptStarted;
import baton.engine.fact.PeopleEvent.QuestionAsked;
import baton.engine.fact.SessionEvent.Casting;
import baton.plan.AgentSpec;
import baton.plan.Edge;
import baton.plan.Place;
import baton.plan.PlanDraft;
import baton.plan.TaskSpec;
import org.junit.jupiter.api.Test;

import static baton.engine.Story.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** How many tasks one agent works on at a time, and which it takes first. */
class AtOnceTest {
    private final PlanDraft draft = new PlanDraft("A plan", "plan.md");

    @Test
    void anAgentDoesOneTaskAtATimeHoweverManySlotsThereAre() {
        var story = open(5, cast("a", 1), cast("b", 1), report("T-1", "a"), report("T-2", "a"), report("T-3", "b"));

        assertEquals(List.of("T-1/1", "T-3/1"), story.running());

        story.finishes("T-1/1", "T-1.md");

        assertEquals(List.of("T-2/1", "T-3/1"), story.running());
    }

    @Test
    void anAgentOfTwoInstancesDoesTwoAtATime() {
        var story = open(5, cast("a", 2), cast("b", 1), report("T-1", "a"), report("T-2", "a"), report("T-3", "a"));

        assertEquals(List.of("T-1/1", "T-2/1"), story.running());
    }

    @Test
    void withoutABoundTheSlotsDecide() {
        var story = open(2, cast("a", 0), cast("b", 1), report("T-1", "a"), report("T-2", "a"), report("T-3", "a"));

        assertEquals(List.of("T-1/1", "T-2/1"), story.running());
    }

    @Test
    void whoWaitsForAPersonBeginsTheNextAndComesBackWhenThatIsDone() {
        var story = open(5, cast("a", 1), cast("b", 1), report("T-1", "a"), report("T-2", "a"));
        story.replies("T-1/1", new Action.AskQuestion("Which year?", List.of(), ""));

        assertEquals(Phase.PARKED, story.attempt("T-1/1").phase());
        assertEquals(Phase.ACTIVE, story.attempt("T-2/1").phase());

        var asked = story.facts(QuestionAsked.class).getFirst().id();
        story.tell(new Answer(asked, "1911", "owner"));

        assertEquals(Phase.PARKED, story.attempt("T-1/1").phase(), "its agent is at work on T-2 now");

        story.finishes("T-2/1", "T-2.md");

        assertEquals(Phase.ACTIVE, story.attempt("T-1/1").phase());
    }

    @Test
    void aSlotThatAnAgentCannotUseGoesToTheNextAgent() {
        var story = open(2, cast("a", 1), cast("b", 1), report("T-1", "a"), report("T-2", "a"), report("T-3", "b"),
                report("T-4", "b"));

        assertEquals(List.of("T-1/1", "T-3/1"), story.running());
    }

    @Test
    void weeksAndSoftEdgesDecideWhoIsTakenFirst() {
        draft.phases.add(
                new baton.plan.Phase("w1", "Week 1", baton.plan.Phase.Mode.PARALLEL, List.of(), false, Place.NOWHERE));
        draft.phases.add(
                new baton.plan.Phase("w2", "Week 2", baton.plan.Phase.Mode.PARALLEL, List.of(), false, Place.NOWHERE));
        draft.edges.add(new Edge("b", "a", "", Edge.Kind.AGENT, false, Edge.Source.MERMAID, Place.NOWHERE));
        var story = open(1, cast("a", 1), cast("b", 1), inPhase("T-1", "a", "w2"), inPhase("T-2", "a", "w1"),
                inPhase("T-3", "b", "w1"));
        story.finishes("T-3/1", "T-3.md").finishes("T-2/1", "T-2.md").finishes("T-1/1", "T-1.md");

        assertEquals(3, story.facts(AttemptStarted.class).size());
        assertEquals(0, story.result().exitCode());
    }

    private static TaskSpec report(String id, String agent) {
        var draft = task(id, agent);
        draft.outputs.add(id + ".md");
        return draft.toTask();
    }

    private static TaskSpec inPhase(String id, String agent, String phase) {
        var draft = task(id, agent);
        draft.phase = phase;
        draft.outputs.add(id + ".md");
        return draft.toTask();
    }

    private static Casting cast(String agent, int atOnceMax) {
        return new Casting(agent, "", "", List.of("*"), List.of(), List.of(), List.of(), "", atOnceMax);
    }

    private Story open(int agentsMax, Casting first, Casting second, TaskSpec... tasks) {
        for (var casting : List.of(first, second)) {
            draft.agents.add(AgentSpec.named(casting.agent(), casting.agent(), Place.NOWHERE));
        }
        draft.tasks.addAll(List.of(tasks));
        return new Story().tell(new Command.Open(Story.settings(agentsMax), draft.toPlan(), List.of(),
                List.of(first, second), List.of(), StandardTexts.all(), List.of()));
    }
}

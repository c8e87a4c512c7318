package baton.view.talk;

import java.util.List;

import baton.engine.fact.SessionEvent.PlanLoaded;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.plan.PlanDraft;
import baton.plan.TaskDraft;
import baton.view.Facts;
import baton.view.Projector;
import baton.view.SessionView;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What belongs to whom in the conversation. */
class TalkTest {
    private final Facts facts = new Facts();

    private List<Block.Body> bodies() {
        var view = SessionView.EMPTY;
        var talk = Talk.EMPTY;
        for (var event : facts.events()) {
            view = Projector.apply(view, event);
            talk = TalkFold.apply(talk, view, event);
        }
        return talk.blocks().stream().map(Block::body).filter(body -> body instanceof Block.Order).toList();
    }

    private static TaskDraft task(String id, String agent) {
        return new TaskDraft(id, "Build the ferry", agent);
    }

    @Test
    void aGoalIsThePersonsOwnBlockInTheirOwnWords() {
        facts.of("T-1", "", 0, new TaskAdded(task("T-1", "orchestrator").toTask(), "person",
                "Build the ferry\nand name it Ada", ""));
        assertEquals(List.of(new Block.Order("person", "orchestrator", "T-1", "Build the ferry\nand name it Ada")),
                bodies());
    }

    @Test
    void workOfThePlanAndWorkThatAgentsDelegateIsNobodysOrder() {
        facts.of("T-1", "", 0, new TaskAdded(task("T-1", "ann").toTask(), "plan"))
                .of("T-2", "", 0, new TaskAdded(task("T-2", "ann").toTask(), "orchestrator", "brief", "T-1"));
        assertEquals(List.of(), bodies());
    }

    @Test
    void aSessionThatBeganWithWordsShowsThemFirst() {
        var draft = new PlanDraft("Build the ferry", "");
        draft.goal = "Build the ferry, please";
        draft.tasks.add(task("T-1", "orchestrator").toTask());
        facts.session(new PlanLoaded(draft.toPlan(), List.of(), List.of()));
        assertEquals(List.of(new Block.Order("person", "orchestrator", "T-1", "Build the ferry, please")), bodies());
    }
}

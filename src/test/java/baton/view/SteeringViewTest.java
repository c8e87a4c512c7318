package baton.view;

import java.util.List;

import baton.engine.fact.AttemptEvent.AttemptParked;
import baton.engine.fact.AttemptEvent.AttemptStarted;
import baton.engine.fact.AttemptEvent.Hold;
import baton.engine.fact.ChangeEvent.ChangeAccepted;
import baton.engine.fact.ChangeEvent.ChangeProposed;
import baton.engine.fact.ChangeEvent.ChangeRejected;
import baton.engine.fact.SessionEvent.SessionPaused;
import baton.engine.fact.SessionEvent.SessionResumed;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.fact.TaskEvent.TaskPaused;
import baton.engine.fact.TaskEvent.TaskReassigned;
import baton.engine.fact.TaskEvent.TaskResumed;
import baton.engine.fact.TaskEvent.TaskSplit;
import baton.engine.fact.TaskEvent.TaskStarted;
import baton.plan.Place;
import baton.plan.PlanChange;
import baton.plan.Problem;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.plan.TaskWish;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What steering looks like: cards and sentences. */
class SteeringViewTest {
    private final Facts facts = new Facts();

    private void task(String id, String parent, String... needs) {
        var draft = new TaskDraft(id, "Work on " + id, "ann");
        draft.dependsOn.addAll(List.of(needs));
        facts.of(id, "", 0, parent.isEmpty()
                ? new TaskAdded(draft.toTask(), "plan")
                : new TaskAdded(draft.toTask(), "orchestrator", "", parent));
    }

    private TaskCard card(String id) {
        return facts.view().task(id).orElseThrow();
    }

    private String says() {
        return facts.view().transcript().getLast().sentence().says().value();
    }

    @Test
    void aPausedAttemptStandsAsPausedUntilItGoesOn() {
        task("T-1", "");
        facts.of("T-1", "ann", 0, new TaskStarted()).of("T-1", "ann", 1, new AttemptStarted("m", 0, "", List.of()))
                .of("T-1", "", 0, new TaskPaused("owner"));
        assertEquals("is paused by owner", says());
        assertEquals(Stand.AT_WORK, card("T-1").stand());
        facts.of("T-1", "ann", 1, new AttemptParked("paused by owner", 0, Hold.PAUSE));
        assertEquals(Stand.PAUSED, card("T-1").stand());
        facts.of("T-1", "", 0, new TaskResumed("owner"));
        assertEquals("READY ", card("T-1").stand() + " " + card("T-1").pausedBy());
        assertEquals("goes on, says owner", says());
    }

    @Test
    void aPauseOfAllOrOfAnAgentIsSaidOfThem() {
        facts.session(new SessionPaused("owner"));
        assertEquals("The session is paused by owner; what runs finishes its turn", says());
        assertEquals("owner", facts.view().head().pausedBy());
        facts.session(new SessionResumed(SampleRun.settings(), 0, 0, List.of(), "owner"));
        assertEquals("The session is let go on by owner", says());
        assertEquals("", facts.view().head().pausedBy());
        assertEquals(0, facts.view().head().processes());
    }

    @Test
    void aDelegatedTaskKnowsForWhichItIsAndAWaitingOrchestratorWatches() {
        task("T-1", "");
        task("T-2", "T-1");
        assertEquals("was given to ann by orchestrator: Work on T-2", says());
        assertEquals("T-1", card("T-2").delegatedBy());
        facts.of("T-1", "orchestrator", 0, new TaskStarted())
                .of("T-1", "orchestrator", 1, new AttemptStarted("m", 0, "", List.of()))
                .of("T-1", "orchestrator", 1, new AttemptParked("waits for news of T-2", 0, Hold.OTHERS));
        assertEquals(Stand.WATCHING, card("T-1").stand());
    }

    @Test
    void partsTakeThePlaceOfASplitTask() {
        task("T-1", "");
        task("T-2", "", "T-1");
        facts.of("T-1", "", 0, new TaskSplit(List.of("T-3", "T-4"), "owner"));
        assertEquals("is split by owner into T-3, T-4", says());
        assertEquals(Stand.SPLIT, card("T-1").stand());
        assertEquals(List.of("T-3", "T-4"), card("T-2").spec().dependsOn());
    }

    @Test
    void anEditedOrReassignedTaskReadsAsItDoesNow() {
        task("T-1", "");
        facts.session(new ChangeAccepted("C-1", List.of(TaskSpec.of("T-1", "Another title", "ann")), "owner"));
        assertEquals("Change C-1 of owner is accepted: T-1 reads differently from now on", says());
        assertEquals("Another title", card("T-1").spec().title());
        facts.of("T-1", "", 0, new TaskReassigned("bert", "owner"));
        assertEquals("goes to bert, says owner", says());
        assertEquals("bert", card("T-1").spec().agent());
    }

    @Test
    void aChangeIsToldInWordsAndARefusedOneWithItsErrors() {
        facts.session(new ChangeProposed("C-1", List.of(new PlanChange.AddTask(TaskWish.of("Sum up", "ann")),
                new PlanChange.SplitTask("T-1", List.of(TaskWish.of("a", ""), TaskWish.of("b", ""))),
                new PlanChange.EditTask("T-2", PlanChange.Field.TIME_BOX, List.of("5"))), "owner"));
        assertEquals("owner proposes C-1: add \"Sum up\" for ann; split T-1 into 2 parts; "
                + "change the time box of T-2: 5", says());
        facts.session(new ChangeRejected("C-1",
                List.of(Problem.error("cycle", Place.NOWHERE, "it goes round", "")), "owner"));
        assertEquals("Change C-1 of owner is refused: it goes round", says());
    }
}

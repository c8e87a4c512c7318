package baton.view.page;

import java.util.List;

import baton.engine.fact.AttemptEvent.AttemptEnded;
import baton.engine.fact.AttemptEvent.AttemptParked;
import baton.engine.fact.AttemptEvent.AttemptStarted;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.AttemptEvent.Hold;
import baton.engine.fact.LimitEvent.BudgetExhausted;
import baton.engine.fact.LimitEvent.ProviderAvailable;
import baton.engine.fact.LimitEvent.ProviderUnusable;
import baton.engine.fact.PeopleEvent.DecisionMade;
import baton.engine.fact.PeopleEvent.DecisionOpened;
import baton.engine.fact.PeopleEvent.QuestionAnswered;
import baton.engine.fact.PeopleEvent.QuestionAsked;
import baton.engine.fact.SessionEvent.SessionPaused;
import baton.engine.fact.SessionEvent.SessionResumed;
import baton.engine.fact.SessionEvent.SessionStarted;
import baton.engine.fact.TaskEvent.TaskAccepted;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.fact.TaskEvent.TaskFailed;
import baton.engine.fact.TaskEvent.TaskPaused;
import baton.engine.fact.TaskEvent.TaskReady;
import baton.engine.fact.TaskEvent.TaskResumed;
import baton.engine.fact.TaskEvent.TaskSplit;
import baton.engine.fact.TaskEvent.TaskStarted;
import baton.engine.fact.Trouble;
import baton.plan.TaskDraft;
import baton.settings.ModelChoice;
import baton.settings.ModelName;
import baton.settings.RunSettings;
import baton.view.Facts;
import baton.view.TaskCard;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ReasonTest {
    private final Facts facts = new Facts().session(new SessionStarted(1, RunSettings.rehearsal(1).withModels(
            new ModelChoice(ModelName.parse("one/big"), List.of(), List.of(), List.of())), List.of(), List.of()));

    private void task(String id, String... needs) {
        var draft = new TaskDraft(id, "Work on " + id, "a");
        draft.dependsOn.addAll(List.of(needs));
        facts.of(id, "", 0, new TaskAdded(draft.toTask(), "plan"));
    }

    private String why(String id) {
        var view = facts.view();
        return Reason.of(view, view.task(id).orElseThrow());
    }

    @Test
    void namesWhatStandsAtTheRootOfAChainOfNeeds() {
        task("T-1");
        task("T-2", "T-1");
        task("T-3", "T-2");
        facts.of("T-1", "", 0, new TaskReady()).of("T-1", "a", 0, new TaskStarted())
                .of("T-1", "a", 1, new AttemptStarted("rehearsal", 0, "", List.of()));
        assertEquals("It needs T-2, which needs T-1, which is at work.", why("T-3"));
        facts.of("T-1", "a", 1, new AttemptEnded(End.FAILED, "no")).of("T-1", "", 0, new TaskFailed("no"));
        assertEquals("It needs T-2, which needs T-1, which failed.", why("T-3"));
        assertEquals("It needs T-1, which failed.", why("T-2"));
    }

    @Test
    void namesTheDecisionThatHoldsATaskUntilItIsMade() {
        task("T-1");
        facts.session(new DecisionOpened("D-1", "Store", "Which?", List.of(), "", "", List.of("T-1"), ""));
        assertEquals("A person must settle D-1.", why("T-1"));
        facts.session(new DecisionMade("D-1", "files", "", "owner"));
        assertEquals("It has not started.", why("T-1"));
    }

    @Test
    void marksWhatWasAcceptedOnADecisionThatWasOverturnedUntilItIsDoneAgain() {
        task("T-1");
        task("T-2", "T-1");
        facts.of("T-1", "", 0, new TaskAccepted("done", false)).session(new QuestionAsked("Q-1", "Again?",
                List.of("again", "keep"), "", "overturned D-1", "", List.of("T-1"), List.of("T-2")));
        assertEquals(
                "It is done, on D-1 as it was before it was overturned; a person must say in Q-1 whether it is done"
                        + " again.",
                why("T-1"));
        assertEquals("A person must settle Q-1.", why("T-2"));
        assertEquals(List.of("T-1", "T-2"), Why.open(facts.view()).stream().map(TaskCard::id).toList());
        facts.session(new QuestionAnswered("Q-1", "keep", "owner", false));
        assertEquals("It is done, on D-1 as it was before it was overturned.", why("T-1"));
        facts.of("T-1", "", 0, new TaskResumed("owner")).of("T-1", "", 0, new TaskAccepted("done", false));
        assertEquals("It is done.", why("T-1"));
    }

    @Test
    void saysThatTheProviderOrTheBudgetHoldsAReadyTask() {
        task("T-1");
        facts.of("T-1", "", 0, new TaskReady());
        assertEquals("Everything it needs is there; 0 of 5 agents are at work and the next free slot decides.",
                why("T-1"));
        facts.session(new ProviderUnusable("one", Trouble.QUOTA, "No credit."));
        assertEquals("Everything it needs is there, but provider one cannot be used: No credit.", why("T-1"));
        facts.session(new ProviderAvailable("one")).session(new BudgetExhausted("tokens", 9, 10));
        assertEquals("Everything it needs is there, but the budget is used up (tokens).", why("T-1"));
    }

    @Test
    void saysWhoHoldsATaskBack() {
        task("T-1");
        facts.of("T-1", "", 0, new TaskReady()).of("T-1", "", 0, new TaskPaused("owner"));
        assertEquals("It is paused by owner.", why("T-1"));
        facts.of("T-1", "", 0, new TaskResumed("owner")).of("", "a", 0, new SessionPaused("lead"));
        facts.of("T-1", "a", 0, new TaskStarted()).of("T-1", "a", 1,
                new AttemptStarted("rehearsal", 0, "", List.of()));
        facts.session(new SessionPaused("owner"));
        assertEquals("The session is paused by owner; it finishes its turn first.", why("T-1"));
        facts.session(new SessionResumed(RunSettings.rehearsal(1), 0, 0, List.of(), "owner"));
        facts.of("T-1", "a", 1, new AttemptParked("paused by owner", 0, Hold.PAUSE));
        facts.of("T-1", "", 0, new TaskSplit(List.of("T-2", "T-3"), "owner"));
        assertEquals("Split into T-2, T-3.", why("T-1"));
    }
}

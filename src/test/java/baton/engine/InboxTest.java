package baton.engine;

import java.util.List;
import java.util.Objects;

import baton.engine.Command.Answer;
import baton.engine.Command.CancelTask;
import baton.engine.Command.Decide;
import baton.engine.Command.Overturn;
import baton.engine.Command.Say;
import baton.engine.Command.Unsend;
import baton.engine.fact.Action;
import baton.engine.fact.PeopleEvent.BlockerRaised;
import baton.engine.fact.PeopleEvent.DecisionOverturned;
import baton.engine.fact.PeopleEvent.MessageDelivered;
import baton.engine.fact.PeopleEvent.MessageWithdrawn;
import baton.engine.fact.PeopleEvent.QuestionAnswered;
import baton.engine.fact.PeopleEvent.Withdrawn;
import baton.engine.fact.SessionEvent.CommandRefused;
import baton.engine.fact.SessionEvent.Status;
import baton.plan.Place;
import baton.plan.PlanDraft;
import baton.plan.PlannedDecision;
import baton.plan.TaskSpec;
import baton.settings.PreparedAnswer;
import baton.settings.RunLimits;
import baton.settings.RunSettings;
import baton.settings.RunSettings.Face;
import baton.settings.RunSettings.OnQuestion;
import org.junit.jupiter.api.Test;

import static baton.engine.Story.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

class InboxTest {
    private static final Action ASK = new Action.AskQuestion("Which port?", List.of("80", "8080"), "8080");

    private static TaskSpec report(String id, String agent) {
        var draft = task(id, agent);
        draft.outputs.add(id + ".md");
        return draft.toTask();
    }

    private static RunSettings recommending(int agentsMax) {
        return Story.settings(agentsMax).withOnQuestion(OnQuestion.RECOMMEND, List.of());
    }

    @Test
    void takesBackAQuestionWhoseTaskWasCancelledSoThatItHoldsNothing() {
        var story = Story.open(2, report("T-1", "a"), report("T-2", "b"));
        story.replies("T-1/1", ASK).tell(new CancelTask("T-1", "not wanted", "somebody"));
        assertEquals(List.of(new Withdrawn("Q-1", "attempt T-1/1, which asked, is over")),
                story.facts(Withdrawn.class));
        story.tell(new Answer("Q-1", "80", "owner"));
        assertEquals(List.of(new CommandRefused("settle Q-1",
                "nobody needs it any more: attempt T-1/1, which asked, is over")), story.facts(CommandRefused.class));
        story.finishes("T-2/1", "T-2.md");
        assertEquals("0 failed, 1 cancelled, 0 not done", story.result().reason());
        assertEquals(0, story.result().counts().questionsOpen());
    }

    @Test
    void wordsThatNobodyHasReadAreTakenBackAndNobodyEverReadsThem() {
        var story = Story.open(2, report("T-1", "a"), report("T-2", "b"));
        story.tell(new Say("", "T-1", "in feet", "owner")).tell(new Say("", "", "hurry", "owner"))
                .tell(new Say("", "T-1", "with a map", "owner"));
        var messages = List.copyOf(story.state.people().unread().keySet());
        story.tell(new Unsend(messages.get(1), "owner")).tell(new Unsend(messages.get(0), "owner"));
        assertEquals(List.of(new MessageWithdrawn(messages.get(1), "owner"),
                new MessageWithdrawn(messages.get(0), "owner")), story.facts(MessageWithdrawn.class));
        story.finishes("T-1/1", "T-1.md").finishes("T-2/1", "T-2.md");
        assertEquals(
                List.of("A note from owner while you work. It amends your task and does not replace it:\nwith a map"),
                story.facts(MessageDelivered.class).stream().filter(told -> told.origin().equals("owner"))
                        .map(MessageDelivered::text).toList());
        assertEquals(List.of(), List.copyOf(story.state.people().unread().keySet()));
    }

    @Test
    void wordsForATaskThatNobodyWorksAtAreTakenOutOfWhereTheyWait() {
        var story = Story.open(1, report("T-1", "a"), report("T-2", "b"));
        story.tell(new Say("", "T-2", "in feet", "owner"));
        story.tell(new Unsend(story.state.people().unread().firstKey(), "owner"));
        assertEquals(List.of(), List.copyOf(story.state.people().mail().keySet()));
    }

    @Test
    void wordsThatWereReadStayWhereTheyAre() {
        var story = Story.open(1, report("T-1", "a"));
        story.tell(new Say("", "T-1", "in feet", "owner"));
        long message = story.state.people().unread().firstKey();
        story.replies("T-1/1", new Action.Workspace(Action.Access.READ, "x")).ends("T-1/1#1.1", "x");
        story.tell(new Unsend(message, "owner"));
        assertEquals(List.of(new CommandRefused("take M-" + message + " back",
                "it waits no longer: whoever it was for has read it")), story.facts(CommandRefused.class));
    }

    @Test
    void takesBackAQuestionAtTheHardLimitAndNamesItInTheHandoff() {
        var limits = RunLimits.DEFAULTS.withAgents(0, 1).withTimeBox(1_000);
        var story = Story.open(Story.settings(1).withLimits(limits), Story.plan(report("T-1", "a")));
        story.replies("T-1/1", ASK, new Action.Workspace(Action.Access.READ, "x"));
        story.after(1_000).after(60_000);
        assertEquals(1, story.facts(Withdrawn.class).size());
        var handoff = story.state.shared().handoffs().get("H-1");
        assertEquals(List.of("Q-1 got no answer: Which port?"),
                handoff == null ? List.of() : handoff.note().blockers());
        assertEquals(List.of("T-1/2"), story.running());
        assertEquals(0, story.state.people().open().size());
    }

    @Test
    void tellsTheNextAttemptWhatPeopleAnsweredTheOneBefore() {
        var limits = RunLimits.DEFAULTS.withAgents(0, 1).withTimeBox(1_000);
        var story = Story.open(Story.settings(1).withLimits(limits), Story.plan(report("T-1", "a")));
        story.replies("T-1/1", ASK, new Action.Workspace(Action.Access.READ, "x"));
        story.tell(new Answer("Q-1", "1", "owner")).after(1_000).after(60_000);
        assertEquals(List.of("H-1", "Q-1"), List.copyOf(story.attempt("T-1/2").concerns()));
    }

    @Test
    void tellsAttemptsAtWorkWhenAPersonDecidesOtherwiseThanWasAssumed() {
        var draft = new PlanDraft("A plan", "plan.md");
        draft.decisions.add(new PlannedDecision("D-1", "Store", "Which store?",
                List.of(new PlannedDecision.Option("A", "files"), new PlannedDecision.Option("B", "a database")), "A",
                List.of("T-1"), Place.NOWHERE));
        draft.tasks.add(report("T-1", "a"));
        var story = Story.open(recommending(1), draft.toPlan());
        story.tell(new Decide("D-1", "B", "we grow", "owner"));
        assertEquals(List.of(new DecisionOverturned("D-1", "A: files", "B: a database", "we grow", "owner")),
                story.facts(DecisionOverturned.class));
        story.replies("T-1/1", new Action.UpdateStatus(10, "begun", ""));
        assertEquals(
                """
                        A note from owner while you work. It amends your task and does not replace it:
                        D-1 was assumed to be "A: files" and is now decided: "B: a database" (we grow). Change what you built on \
                        the assumption.""",
                story.told("T-1/1").getLast());
    }

    @Test
    void aDecisionThatWasMadeIsOverturnedByAPersonAndWhoBuiltOnItIsTold() {
        var draft = new PlanDraft("A plan", "plan.md");
        draft.decisions.add(new PlannedDecision("D-1", "Store", "Which store?",
                List.of(new PlannedDecision.Option("A", "files"), new PlannedDecision.Option("B", "a database")), "A",
                List.of("T-1"), Place.NOWHERE));
        draft.tasks.add(report("T-1", "a"));
        var story = Story.open(Story.settings(1).withFace(Face.LINE), draft.toPlan());
        story.tell(new Overturn("D-1", "B", "", "owner")).tell(new Overturn("D-9", "B", "", "owner"));
        story.tell(new Decide("D-1", "A", "", "owner")).tell(new Overturn("D-1", "1", "", "owner"));
        assertEquals(List.of("nobody has decided it yet", "there is no such decision",
                "it is decided so already, by owner"),
                story.facts(CommandRefused.class).stream().map(CommandRefused::reason).toList());
        story.tell(new Overturn("D-1", "B", "we grow", "owner"));
        story.replies("T-1/1", new Action.UpdateStatus(10, "begun", ""));
        assertEquals(
                "A note from owner while you work. It amends your task and does not replace it:\nD-1 was decided as "
                        + "\"A: files\" and is now decided: \"B: a database\" (we grow). Change what you built on the old decision.",
                story.told("T-1/1").getLast());
        assertEquals("B: a database", Objects.requireNonNull(story.state.people().items().get("D-1")).answer());
        story.tell(new Decide("D-1", "A", "", "other"));
        assertEquals("it was settled by owner: B: a database", story.facts(CommandRefused.class).getLast().reason());
    }

    @Test
    void confirmsAnAssumedAnswerWithoutDisturbingAnybody() {
        var story = Story.open(recommending(1), Story.plan(report("T-1", "a")));
        story.replies("T-1/1", ASK).tell(new Answer("Q-1", "8080", "owner"));
        assertEquals(List.of(new QuestionAnswered("Q-1", "8080", "baton", true),
                new QuestionAnswered("Q-1", "8080", "owner", false)), story.facts(QuestionAnswered.class));
        assertEquals(0, story.attempt("T-1/1").inbox().size());
    }

    @Test
    void stopsWithFiveAtTheFirstQuestionWhereItWasToldNotToWait() {
        var settings = Story.settings(2).withOnQuestion(OnQuestion.FAIL, List.of());
        var story = Story.open(settings, Story.plan(report("T-1", "a"), report("T-2", "b")));
        story.replies("T-1/1", ASK);
        assertEquals(5, story.result().exitCode());
        assertEquals(List.of(new Effect.Cancel("T-2/1#1")), List.copyOf(story.effects));
        story.tell(new Command.Resume(Story.settings(2), List.of())).tell(new Answer("Q-1", "80", "owner"));
        story.finishes("T-1/1", "T-1.md").finishes("T-2/1", "T-2.md");
        assertEquals(Status.COMPLETE, story.result().status());
    }

    @Test
    void letsATaskWaitForTheDecisionThatItNamesAmongItsNeeds() {
        var plan = new PlanDraft("A plan", "plan.md");
        plan.decisions
                .add(new PlannedDecision("D-1", "Store", "Which store?", List.of(), "", List.of(), Place.NOWHERE));
        var draft = task("T-1", "a");
        draft.dependsOn.add("D-1");
        plan.tasks.add(draft.toTask());
        var story = Story.open(Story.settings(1), plan.toPlan());
        assertEquals(List.of(), story.facts(BlockerRaised.class));
        assertEquals(5, story.result().exitCode());
        var answers = List.of(new PreparedAnswer(PreparedAnswer.By.ID, "D-1", "files"));
        story.tell(new Command.Resume(Story.settings(1).withOnQuestion(OnQuestion.WAIT, answers), List.of()));
        assertEquals(List.of("T-1/1"), story.running());
    }

    @Test
    void keepsWordsForATaskThatNobodyWorksAtYet() {
        var story = Story.open(1, report("T-1", "a"), report("T-2", "b"));
        story.tell(new Say("", "T-2", "Use metres.", "owner")).finishes("T-1/1", "T-1.md");
        assertEquals("A note from owner while you work. It amends your task and does not replace it:\nUse metres.",
                story.told("T-2/1").getLast());
    }

    @Test
    void interruptsEverybodyElseWithAnUrgentFinding() {
        var story = Story.open(2, report("T-1", "a"), report("T-2", "b"));
        story.replies("T-1/1", new Action.ShareFinding("Leak", "The tap runs.", true));
        assertEquals(0, story.attempt("T-1/1").inbox().size());
        assertEquals(1, story.attempt("T-2/1").inbox().size());
    }

    @Test
    void aPersonsAnswerOnAnotherTaskProvesNothing() {
        var draft = task("T-2", "b");
        draft.acceptance.add("the owner agrees");
        var story = Story.open(2, report("T-1", "a"), draft.toTask());
        story.replies("T-1/1", ASK).tell(new Answer("Q-1", "80", "owner"));
        var evidence = new baton.engine.fact.Evidence("1", baton.engine.fact.Evidence.Kind.PERSON, "Q-1", "");
        story.replies("T-2/1", new Action.CompleteTask("done", List.of(evidence)));
        assertEquals(List.of("T-2/1#2"), story.asked());
    }
}

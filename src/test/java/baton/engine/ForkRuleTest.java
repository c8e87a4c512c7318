package baton.engine;

import java.util.List;

import baton.engine.fact.Action;
import baton.engine.fact.PeopleEvent.MessageSaid;
import baton.engine.fact.PeopleEvent.QuestionAnswered;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent.CommandRefused;
import baton.engine.fact.SessionEvent.Origin;
import baton.engine.fact.SessionEvent.SessionForked;
import baton.engine.fact.SessionEvent.Status;
import baton.engine.fact.TurnEvent.TurnLost;
import baton.plan.TaskSpec;
import baton.settings.PreparedAnswer;
import baton.settings.RunSettings;
import baton.settings.RunSettings.Face;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What a fork decides, before anybody goes on with it. */
class ForkRuleTest {
    private static final Origin ORIGIN = new Origin("harbour-20261120-0930-a1b2", 14, "ab12");
    private static final Action ASK = new Action.AskQuestion("Which port?", List.of("80", "8080"), "8080");

    private static TaskSpec report(String id, String agent) {
        var draft = Story.task(id, agent);
        draft.outputs.add(id + ".md");
        return draft.toTask();
    }

    private static Command.Fork fork(RunSettings settings, PreparedAnswer... answers) {
        return new Command.Fork(ORIGIN, settings, List.of(answers), List.of(), List.of("a phrase"), "person");
    }

    private static PreparedAnswer answer(String id, String text) {
        return new PreparedAnswer(PreparedAnswer.By.ID, id, text);
    }

    @Test
    void nothingIsBegunAndTheNextProcessLosesWhatWasUnderWay() {
        var story = Story.open(1, report("T-1", "a"), report("T-2", "b"));
        story.tell(fork(Story.settings(2)));
        assertEquals(List.of(), story.asked(), "nobody would hear the answer");
        assertEquals(List.of(new SessionForked(ORIGIN, Story.settings(2), List.of("a phrase"))),
                story.facts(SessionForked.class));
        assertEquals(List.of("T-1/1"), story.running(), "a place more is only filled when somebody works");

        story.tell(new Command.Resume(Story.settings(2), List.of()));
        assertEquals(List.of(new TurnLost("T-1/1#1")), story.facts(TurnLost.class));
        assertEquals(List.of("T-1/1", "T-2/1"), story.running());
        story.finishes("T-1/1", "T-1.md").finishes("T-2/1", "T-2.md");
        assertEquals(Status.COMPLETE, story.result().status());
    }

    @Test
    void theEndOfTheOtherSessionIsNotTheEndOfThisOne() {
        var story = Story.open(1, report("T-1", "a"));
        story.replies("T-1/1", ASK);
        assertEquals(5, story.result().exitCode());
        story.tell(fork(Story.settings(1), answer("Q-1", "1")));
        assertEquals(true, story.state.result().isEmpty());
        assertEquals(List.of(new QuestionAnswered("Q-1", "80", "person", false)), story.facts(QuestionAnswered.class));
        story.tell(new Command.Resume(Story.settings(1), List.of())).finishes("T-1/1", "T-1.md");
        assertEquals(Status.COMPLETE, story.result().status());
    }

    @Test
    void whatWasAnsweredIsAnsweredOtherwise() {
        var story = Story.open(Story.settings(1).withFace(Face.LINE), Story.plan(report("T-1", "a")));
        story.replies("T-1/1", ASK).tell(new Command.Answer("Q-1", "80", "owner"));
        story.tell(fork(Story.settings(1), answer("Q-1", "8080")));
        assertEquals(new QuestionAnswered("Q-1", "8080", "person", false),
                story.facts(QuestionAnswered.class).getLast());
        assertEquals(1, story.attempt("T-1/1").inbox().size(), "who knew the old answer hears the new one");
    }

    @Test
    void wordsWaitForTheNextTurn() {
        var story = Story.open(1, report("T-1", "a"));
        story.tell(new Command.Fork(ORIGIN, Story.settings(1), List.of(),
                List.of(new Command.Fork.Words("", "T-1", "Use metres.")), List.of(), "person"));
        assertEquals(List.of(new MessageSaid("", "T-1", "Use metres.", "person")), story.facts(MessageSaid.class));
        story.tell(new Command.Resume(Story.settings(1), List.of()));
        assertEquals("A note from person while you work. It amends your task and does not replace it:\nUse metres.",
                story.told("T-1/1").getLast());
    }

    @Test
    void anAnswerToNothingIsRefused() {
        var story = Story.open(1, report("T-1", "a"));
        story.tell(fork(Story.settings(1), answer("Q-7", "80")));
        assertEquals(List.of(new CommandRefused("settle Q-7", "there is nothing of that id to answer")),
                story.facts(CommandRefused.class));
    }

    @Test
    void beforeAPlanIsOpenedThereIsNothingToFork() {
        var step = Engine.handle(SessionState.EMPTY, new Input.Stamped(1, 0, 0, fork(Story.settings(1))));
        assertEquals(List.<RecordedEvent>of(), step.events());
    }
}

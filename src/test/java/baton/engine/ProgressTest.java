package baton.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import baton.engine.Outcome.ToolEnd;
import baton.engine.Outcome.ToolEnded;
import baton.engine.Outcome.TurnEnded;
import baton.engine.fact.Action;
import baton.engine.fact.AttemptEvent.AttemptEnded;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.FileChange;
import baton.engine.fact.ModelReply;
import baton.engine.fact.ModelReply.CallRequest;
import baton.engine.fact.ModelReply.Finish;
import baton.engine.fact.SessionEvent.Casting;
import baton.engine.fact.ToolEvent.ToolStarted;
import baton.engine.fact.Usage;
import baton.plan.TaskSpec;
import baton.settings.ModelChoice;
import baton.settings.ModelFacts;
import baton.settings.ModelName;
import org.junit.jupiter.api.Test;

import static baton.engine.Story.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Agents that run in circles, answer badly or talk too long. */
class ProgressTest {
    private static final String ONE = "T-1/1";

    private static TaskSpec report() {
        var draft = task("T-1", "a");
        draft.outputs.add("T-1.md");
        return draft.toTask();
    }

    private static Action read(String path) {
        return new Action.Workspace(Action.Access.READ, path);
    }

    private static Story reads(Story story, String path, String result) {
        story.replies(ONE, read(path));
        return story.ends(story.attempt(ONE).calls().firstKey(), result);
    }

    private static Story says(Story story, String text, Finish finish) {
        return story.tell(new TurnEnded(story.turnOf(ONE),
                new ModelReply("test", text, "", "", List.of(), Usage.NONE, finish)));
    }

    private static boolean looped(Story story) {
        return story.facts(AttemptEnded.class).stream().anyMatch(ended -> ended.end() == End.LOOPED);
    }

    @Test
    void stopsAnAgentThatAlternatesBetweenTwoCalls() {
        var story = Story.open(1, report());
        int turns = 0;
        while (!looped(story)) {
            assertTrue(++turns < 10, "at most five repetitions of each");
            reads(story, turns % 2 == 0 ? "a" : "b", "the same as ever");
        }
        assertEquals(9, turns);
    }

    @Test
    void letsAnAgentPollAFileThatChanges() {
        var story = Story.open(1, report());
        for (int turn = 1; turn <= 20; turn++) {
            reads(story, "log", "line " + turn);
        }
        assertEquals(List.of(), story.facts(AttemptEnded.class));
    }

    @Test
    void letsAnAgentRepeatACallBetweenWritesThatMoveOn() {
        var story = Story.open(1, report());
        for (int turn = 1; turn <= 10; turn++) {
            reads(story, "guide", "the rules");
            write(story, "T-1.md", "content" + turn);
        }
        assertEquals(List.of(), story.facts(AttemptEnded.class));
    }

    @Test
    void writingTheSameContentsByTurnsIsNoProgress() {
        var story = Story.open(1, report());
        int turns = 0;
        while (!looped(story)) {
            assertTrue(++turns < 20, "the two contents take turns for ever");
            write(story, "T-1.md", turns % 2 == 0 ? "tick" : "tock");
        }
    }

    private static void write(Story story, String path, String sha256) {
        story.replies(ONE, Story.write(path));
        story.tell(new ToolEnded(story.attempt(ONE).calls().firstKey(), ToolEnd.DONE, "written",
                List.of(new FileChange(path, "", sha256, 3, true))));
    }

    @Test
    void countsSeveralEqualCallsOfOneTurnOnce() {
        var story = Story.open(1, report());
        story.replies(ONE, read("x"), read("x"), read("x"), read("x"), read("x"), read("x"));
        for (int number = 1; number <= 6; number++) {
            story.ends("T-1/1#1." + number, "text");
        }
        assertEquals(List.of("T-1/1#2"), story.asked());
    }

    @Test
    void stopsAnAgentThatSendsTheSameNonsenseAgain() {
        var story = Story.open(1, report());
        for (int turn = 1; turn <= 5; turn++) {
            story.replies(ONE, new Action.Malformed("There is no tool \"magic\"."));
        }
        assertEquals("Failed: There is no tool \"magic\".", story.results(ONE).getFirst());
        assertTrue(looped(story));
    }

    @Test
    void saysThatAnAnswerWasCutOrEmptyAndEndsTheAttemptAtTheSecondInARow() {
        var story = Story.open(1, report());
        says(story, "It was a dark", Finish.LENGTH);
        assertEquals(
                """
                        Your answer was cut at the model's length limit. Say it again in smaller parts, and write long texts to files.
                        An answer alone does not end this task. Call complete_task when these are there:
                        - write T-1.md""",
                story.told(ONE).getLast());
        reads(story, "x", "text");
        says(story, " ", Finish.STOP);
        assertTrue(story.told(ONE).getLast().startsWith("Your answer was empty."));
        says(story, "", Finish.STOP);
        assertEquals(List.of(new AttemptEnded(End.FAILED,
                "answered twice without claiming the task, and the answer was empty")),
                story.facts(AttemptEnded.class));
    }

    @Test
    void doesNotTakeACutAnswerForTheResult() {
        var story = Story.open(1, task("T-1", "a").toTask());
        says(story, "The first half", Finish.LENGTH);
        assertEquals("Your answer was cut at the model's length limit. Say it again in smaller parts, and write long"
                + " texts to files.", story.told(ONE).getLast());
        says(story, "All of it", Finish.STOP);
        assertEquals("All of it", story.task("T-1").summary());
    }

    @Test
    void handsOverWhenTheConversationNoLongerFitsTheWindow() {
        var model = ModelName.parse("one/small");
        var facts = new ModelFacts(model, 4_000, 1_000, Optional.empty());
        var settings = Story.settings(1).withModels(new ModelChoice(model, List.of(), List.of(), List.of(facts)));
        var story = Story.open(settings, Story.plan(report()));
        reads(story, "x", "a long text ".repeat(1_000));
        assertEquals(List.of(new AttemptEnded(End.HANDED_OFF,
                "the conversation no longer fits the window of one/small")), story.facts(AttemptEnded.class));
        assertEquals(List.of("T-1/2#1"), story.asked());
        assertEquals("H-1", story.attempt("T-1/2").continues());
    }

    @Test
    void aToolThatTheAgentWasNotGivenDoesNotRun() {
        var casting = new Casting("a", "", "", List.of("read_file"), List.of());
        var story = new Story().tell(new Command.Open(Story.settings(1), Story.plan(report()), List.of(),
                List.of(casting), List.of(), StandardTexts.all(), List.of()));
        var call = new CallRequest("c0", "run_command", "{}", new Action.RunCommand(List.of("make")));
        story.tell(new TurnEnded(story.turnOf(ONE),
                new ModelReply("test", "", "", "", List.of(call), Usage.NONE, Finish.TOOL_CALLS)));
        assertEquals(List.of(), story.facts(ToolStarted.class));
        assertEquals(List.of("Not allowed: you were not given the tool run_command; use one of those you were given"),
                story.results(ONE));
    }

    @Test
    void ignoresOutcomesThatFitNothing() {
        var story = Story.open(1, report());
        var before = story.state;
        story.tell(new TurnEnded("T-9/1#1", Story.reply("late"))).tell(new TurnEnded("nonsense", Story.reply("late")));
        story.tell(new ToolEnded("T-1/1#1.1", ToolEnd.DONE, "early", List.of()));
        story.tell(new Outcome.ChecksEnded("T-1/1!1", List.of())).tell(new Outcome.ChecksEnded("run", List.of()));
        assertEquals(before, story.state);
        assertEquals(OptionalLong.empty(), story.state.setup().settings().budget().turnsMax());
    }

    @Test
    void aGateThatLookedAtNothingHasNotPassed() {
        var story = Story.open(1, report());
        write(story, "T-1.md", "content");
        story.replies(ONE, Story.claim("T-1.md")).tell(new Outcome.ChecksEnded("T-1/1!1", List.of()));
        assertEquals(TaskState.Status.RUNNING, story.task("T-1").status());
    }

    @Test
    void ignoresCommandsBeforeTheOpeningAndAfterTheEnd() {
        var story = new Story().tell(new Command.Say("", "", "hello", "owner"));
        assertEquals(SessionState.EMPTY, story.state);
        story = Story.open(1, task("T-1", "a").toTask()).answers(ONE, "done");
        var before = story.state;
        story.tell(new Command.CancelTask("T-1", "late", "owner")).tell(new Input.Tick());
        assertEquals(before, story.state);
    }
}

package baton.engine;

import java.util.List;

import baton.engine.Command.Approve;
import baton.engine.Command.Deny;
import baton.engine.Effect.CallTool;
import baton.engine.fact.Action;
import baton.engine.fact.Action.RunCommand;
import baton.engine.fact.AttemptEvent.AttemptParked;
import baton.engine.fact.SessionEvent.CommandRefused;
import baton.engine.fact.ToolEvent.ApprovalScope;
import baton.engine.fact.ToolEvent.ToolDenied;
import baton.engine.fact.ToolEvent.ToolRequested;
import baton.engine.fact.ToolEvent.ToolStarted;
import baton.settings.ApprovalPolicy;
import baton.settings.ApprovalPolicy.Otherwise;
import baton.settings.RunSettings;
import org.junit.jupiter.api.Test;

import static baton.engine.Story.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

class ApprovalTest {
    private static final Action TEST = new RunCommand(List.of("mvn", "test"));
    private static final Action COMMIT = new RunCommand(List.of("git", "commit", "-m", "a message"));

    private static RunSettings asking(String... allowed) {
        return Story.settings(3).withApprovals(new ApprovalPolicy(Otherwise.ASK, List.of(allowed)));
    }

    private static Story open(RunSettings settings) {
        return Story.open(settings, Story.plan(task("T-1", "a").toTask(), task("T-2", "b").toTask(),
                task("T-3", "a").toTask()));
    }

    private static List<String> started(Story story) {
        return story.facts(ToolStarted.class).stream().map(ToolStarted::call).toList();
    }

    @Test
    void asksForACommandAndRunsItWithAYesThatHoldsOnce() {
        var story = open(asking());
        story.replies("T-1/1", COMMIT);
        assertEquals("git commit -m 'a message'", story.facts(ToolRequested.class).getFirst().what());
        assertEquals(1, story.facts(AttemptParked.class).size());
        story.tell(new Approve("A-1", ApprovalScope.ONCE, "", "owner"));
        assertEquals(List.of("T-1/1#1.1"), started(story));
        story.ends("T-1/1#1.1", "committed").replies("T-1/1", COMMIT);
        assertEquals(2, story.facts(ToolRequested.class).size());
    }

    @Test
    void asksNobodyAboutACommandThatNobodyWouldReadToItsEnd() {
        var story = open(asking("echo *"));
        story.replies("T-1/1", new RunCommand(List.of("sh", "-c", "x".repeat(2_994))));
        assertEquals(3_000, story.facts(ToolRequested.class).getFirst().what().length());
        story.replies("T-2/1", new RunCommand(List.of("sh", "-c", "x".repeat(2_995))));
        assertEquals(List.of(new ToolDenied("T-2/1#1.1", "a person must read a command before it runs, and this one has"
                + " 3001 characters (3000 at most); write what is long into a file, and name the file in the command",
                Origins.RULE)), story.facts(ToolDenied.class));
        assertEquals(List.of("A-1"), List.copyOf(story.state.people().open()));
        story.replies("T-3/1", new RunCommand(List.of("echo", "x".repeat(5_000))));
        assertEquals(List.of("T-3/1#1.1"), started(story));
    }

    @Test
    void tellsTheAgentWhyItMayNot() {
        var story = open(asking());
        story.replies("T-1/1", COMMIT).tell(new Deny("A-1", "not on Fridays", "owner"));
        assertEquals(List.of(new ToolDenied("T-1/1#1.1", "not on Fridays", "owner")), story.facts(ToolDenied.class));
        assertEquals(List.of("T-1/1#2"), story.asked());
    }

    @Test
    void aYesForTheAgentHoldsForTheSameCommandOfThatAgentOnly() {
        var story = open(asking());
        story.replies("T-1/1", COMMIT).replies("T-3/1", COMMIT);
        story.tell(new Approve("A-1", ApprovalScope.AGENT, "", "owner"));
        assertEquals(List.of("T-1/1#1.1", "T-3/1#1.1"), started(story));
        story.replies("T-2/1", COMMIT);
        assertEquals(List.of("A-3"), List.copyOf(story.state.people().open()));
    }

    @Test
    void aYesForAPatternLetsGoEverythingItCovers() {
        var story = open(asking());
        story.replies("T-1/1", TEST).replies("T-2/1", new RunCommand(List.of("mvn", "verify")));
        story.tell(new Approve("A-1", ApprovalScope.PATTERN, "mvn *", "owner"));
        assertEquals(List.of("T-1/1#1.1", "T-2/1#1.1"), started(story));
        story.replies("T-3/1", TEST);
        assertEquals(2, story.facts(ToolRequested.class).size());
    }

    @Test
    void refusesAPatternThatIsNoneOrDoesNotCoverWhatWaits() {
        var story = open(asking());
        story.replies("T-1/1", TEST);
        story.tell(new Approve("A-1", ApprovalScope.PATTERN, "mvn && rm", "owner"));
        story.tell(new Approve("A-1", ApprovalScope.PATTERN, "git *", "owner"));
        assertEquals(List.of("\"mvn && rm\" is no pattern for commands; a star may only be its last word",
                "\"git *\" does not cover the command that waits; allow that one once instead"),
                story.facts(CommandRefused.class).stream().map(CommandRefused::reason).toList());
        assertEquals(List.of("A-1"), List.copyOf(story.state.people().open()));
    }

    @Test
    void aPatternInTheSettingsThatIsNoneAllowsNothing() {
        var story = open(asking("mvn && rm", "mvn test"));
        story.replies("T-1/1", TEST).replies("T-2/1", COMMIT);
        assertEquals(List.of("T-1/1#1.1"), started(story));
        assertEquals(1, story.facts(ToolRequested.class).size());
    }

    @Test
    void approvesAfterAResumeAndKeepsAYesThatCouldNotRunYet() {
        var story = Story.open(asking().withLimits(baton.settings.RunLimits.DEFAULTS.withAgents(0, 1)),
                Story.plan(task("T-1", "a").toTask(), task("T-2", "b").toTask()));
        story.replies("T-1/1", TEST);
        assertEquals(List.of("T-2/1#1"), story.asked());
        story.tell(new Command.Resume(story.state.setup().settings(), List.of()));
        story.tell(new Approve("A-1", ApprovalScope.ONCE, "", "owner"));
        assertEquals(List.of(), started(story), "the slot is taken");
        story.tell(new Command.Resume(story.state.setup().settings(), List.of()));
        story.answers("T-2/1", "done");
        assertEquals(List.of("T-1/1#1.1"), started(story));
        assertEquals(1, story.facts(ToolRequested.class).size(), "nobody is asked twice");
    }

    @Test
    void runsAReadAgainAfterACrashAndTellsThatACommandWasLost() {
        var story = open(asking("mvn test"));
        story.replies("T-1/1", new Action.Workspace(Action.Access.READ, "x"), TEST);
        for (int times = 1; times <= 2; times++) {
            story.tell(new Command.Resume(story.state.setup().settings(), List.of()));
            assertEquals(List.of("T-1/1#1.1"), story.effects.stream().filter(CallTool.class::isInstance)
                    .map(effect -> ((CallTool) effect).call()).toList());
        }
        assertEquals(List.of("Outcome unknown: the program stopped while this ran. Look at the workspace before you"
                + " repeat it."), story.results("T-1/1"));
        assertEquals(0, story.facts(ToolRequested.class).size());
    }
}

package baton.engine;

import java.util.List;

import baton.engine.Effect.CallTool;
import baton.engine.Effect.PathRule;
import baton.engine.Outcome.ToolEnd;
import baton.engine.Outcome.ToolEnded;
import baton.engine.Outcome.TurnEnded;
import baton.engine.fact.Action;
import baton.engine.fact.Action.RunCommand;
import baton.engine.fact.ModelReply;
import baton.engine.fact.ModelReply.CallRequest;
import baton.engine.fact.ModelReply.Finish;
import baton.engine.fact.SessionEvent.Casting;
import baton.engine.fact.ToolEvent.ToolDenied;
import baton.engine.fact.ToolEvent.ToolStarted;
import baton.engine.fact.Usage;
import baton.plan.TaskDraft;
import baton.settings.ApprovalPolicy;
import baton.settings.ApprovalPolicy.Otherwise;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Rights only intersect: what the approvals allow, a profile can still take away. */
class NarrowingTest {
    private static final String ONE = "T-1/1";

    private static Story open(List<String> asked, List<String> denied, String... planTools) {
        var casting = new Casting("a", "a", "", List.of("*"), List.of(), asked, denied, "agents/a.md", 0);
        var task = new TaskDraft("T-1", "Work", "a");
        task.tools.addAll(List.of(planTools));
        var settings = Story.settings(1)
                .withApprovals(new ApprovalPolicy(Otherwise.DENY, List.of("git *", "npm *", "mvn *")));
        return new Story().tell(new Command.Open(settings, Story.plan(task.toTask()), List.of(), List.of(casting),
                List.of(), StandardTexts.all(), List.of()));
    }

    private static List<String> denials(Story story, String... argv) {
        int before = story.facts(ToolDenied.class).size();
        calls(story, "run_command", new RunCommand(List.of(argv)));
        if (!story.state.work().attempt(ONE).orElseThrow().calls().isEmpty()) {
            story.ends(story.state.work().attempt(ONE).orElseThrow().calls().firstKey(), String.join(" ", argv));
        }
        return story.facts(ToolDenied.class).stream().skip(before).map(ToolDenied::reason).toList();
    }

    private static Story calls(Story story, String tool, Action action) {
        return story.tell(new TurnEnded(story.turnOf(ONE), new ModelReply("test", "", "", "",
                List.of(new CallRequest("c0", tool, action.toString(), action)), Usage.NONE, Finish.TOOL_CALLS)));
    }

    @Test
    void aCommandOutsideTheProfilesPatternIsDeniedByItsName() {
        var story = open(List.of("Read", "Bash(git *)", "Bash(npm test:*)"), List.of());
        assertEquals(List.of(), denials(story, "git", "log"));
        assertEquals(List.of(), denials(story, "npm", "test", "--", "fast"));
        assertEquals(List.of("\"npm install\" is not for you: it is outside what agents/a.md: Bash(git *),"
                + " Bash(npm test:*) confines you to; go on without it, or report a blocker"),
                denials(story, "npm", "install"));
        assertEquals(List.of("Not allowed: \"npm install\" is not for you: it is outside what agents/a.md: Bash(git *),"
                + " Bash(npm test:*) confines you to; go on without it, or report a blocker"),
                story.results(ONE).subList(2, 3));
        assertEquals(2, story.facts(ToolStarted.class).size());
    }

    @Test
    void aPatternGrantsNothingThatTheApprovalsDoNot() {
        var story = open(List.of("Bash(make:*)"), List.of());
        assertEquals(1, denials(story, "make", "all").size());
        assertEquals(1, denials(story, "git", "log").size());
    }

    @Test
    void aToolNamedWithoutBracketsIsNotConfined() {
        assertEquals(List.of(), denials(open(List.of("Bash(git *)", "Bash"), List.of()), "mvn", "test"));
        assertEquals(List.of(), denials(open(List.of("Bash(*)"), List.of()), "mvn", "test"));
        assertEquals(List.of(), denials(open(List.of(), List.of(), "Bash (for the tests)"), "mvn", "test"));
    }

    @Test
    void whatIsRuledOutIsDeniedThoughItIsAllowed() {
        var story = open(List.of("Bash"), List.of("Bash(git push:*)"));
        assertEquals(List.of(), denials(story, "git", "log"));
        assertEquals(List.of("\"git push --force\" is not for you: it is ruled out by agents/a.md: Bash(git push:*);"
                + " go on without it, or report a blocker"), denials(story, "git", "push", "--force"));
    }

    @Test
    void thePlanConfinesAsTheProfileDoes() {
        var story = open(List.of("Bash(git *)", "Bash(mvn *)"), List.of(), "Bash(git *)");
        assertEquals(List.of(), denials(story, "git", "log"));
        assertEquals(1, denials(story, "mvn", "test").size());
    }

    @Test
    void aCallOnFilesCarriesWhatConfinesIt() {
        var story = open(List.of("Read", "Edit(src/**)", "Write(docs/**)"), List.of("Read(keys/**)"));
        calls(story, "write_file", new Action.Workspace(Action.Access.WRITE, "x"));
        assertEquals(List.of(new PathRule.Within(List.of("src/**", "docs/**"),
                "agents/a.md: Edit(src/**), Write(docs/**)")), call(story).confines());
        story.tell(new ToolEnded("T-1/1#1.1", ToolEnd.DENIED, "\"x\" is outside", List.of()));
        assertEquals(List.of(new ToolDenied("T-1/1#1.1", "\"x\" is outside", "baton")), story.facts(ToolDenied.class));
        calls(story, "search_files", new Action.Workspace(Action.Access.READ, ""));
        assertEquals(List.of(new PathRule.Outside(List.of("keys/**"), "agents/a.md: Read(keys/**)")),
                call(story).confines());
    }

    private static CallTool call(Story story) {
        return (CallTool) story.effects.stream().filter(CallTool.class::isInstance).findFirst().orElseThrow();
    }
}

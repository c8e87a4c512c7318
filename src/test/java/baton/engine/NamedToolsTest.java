package baton.engine;

import java.util.List;

import baton.engine.Effect.AskModel;
import baton.engine.Effect.Part;
import baton.engine.fact.PeopleEvent.BlockerRaised;
import baton.engine.fact.SessionEvent.Casting;
import baton.engine.fact.SessionEvent.ToolsAvailable;
import baton.engine.fact.ToolSpec;
import baton.plan.AgentSpec;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.PlanDraft;
import baton.plan.Problem;
import baton.plan.TaskDraft;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A tool that a plan or a profile names and nobody has is said, told, listed, and stops nothing unless it is required. */
class NamedToolsTest {
    private static final List<ToolSpec> HERE = List.of(new ToolSpec("read_file", "Reads.", "{}"),
            new ToolSpec("run_command", "Runs.", "{}"));

    private static AgentSpec agent(String id, int line, String... tools) {
        return new AgentSpec(id, id, List.of(), "", "", List.of(), List.of(), List.of(), List.of(tools), List.of(),
                new Place("plan.md", line));
    }

    private static Plan plan(List<AgentSpec> agents, String... tools) {
        var draft = new PlanDraft("A plan", "plan.md");
        draft.agents.addAll(agents);
        for (var agent : agents) {
            var task = new TaskDraft("T-" + (draft.tasks.size() + 1), "Work", agent.id());
            task.tools.addAll(List.of(tools));
            draft.tasks.add(task.toTask());
        }
        return draft.toPlan();
    }

    private static Story open(Plan plan, Casting... castings) {
        return new Story().tell(new Command.Open(Story.settings(3), plan, List.of(), List.of(castings), List.of(),
                StandardTexts.all(), HERE));
    }

    private static Casting profile(String agent, String... asked) {
        return new Casting(agent, agent, "", List.of("read_file"), List.of(), List.of(asked), List.of(), "agents/x.md",
                0);
    }

    private static String contract(Story story) {
        return story.effects.stream().filter(AskModel.class::isInstance).map(AskModel.class::cast).findFirst()
                .orElseThrow().parts().stream().filter(part -> part.name().equals("task")).map(Part::text).findFirst()
                .orElseThrow();
    }

    @Test
    void theRecordSaysWhatWasNamedAndWhatOfItIsHere() {
        var plan = plan(List.of(agent("a", 3, "mcp__github__search", "Read"), agent("b", 9)));
        var story = open(plan, profile("a", "Read", "Bash(git *)", "WebSearch"));
        assertEquals(List.of(new ToolsAvailable("a", List.of("Read", "Bash", "WebSearch", "mcp__github__search"),
                List.of("Read", "Bash"), List.of("WebSearch", "mcp__github__search"), List.of())),
                story.facts(ToolsAvailable.class));
        assertEquals("a", story.record.stream().filter(event -> event.event() instanceof ToolsAvailable).findFirst()
                .orElseThrow().subject().agent());
    }

    @Test
    void aResumeSaysItAgain() {
        var story = open(plan(List.of(agent("a", 3, "mcp__github__search"))));
        story.tell(new Command.Stop(Command.StopReason.INTERRUPTED));
        story.tell(new Command.Resume(story.state.setup().settings(), List.of()));
        assertEquals(2, story.facts(ToolsAvailable.class).size());
    }

    @Test
    void theWarningComesOnceForEachToolAndNamesTheFirstPlace() {
        var plan = plan(List.of(agent("a", 3, "mcp__x", "Read"), agent("b", 9, "mcp__x"), agent("c", 12, "mcp__x"),
                agent("d", 15, "mcp__x")));
        var problems = ToolsAtHand.problems(plan, List.of(profile("b", "WebSearch")), HERE);
        assertEquals(List.of("plan.md:3: there is no tool \"mcp__x\" here; a, b, c and 1 more work without it",
                "agents/x.md: there is no tool \"WebSearch\" here; b works without it"),
                problems.stream().map(Problem::oneLine).toList());
        assertTrue(problems.stream().noneMatch(Problem::isError));
    }

    @Test
    void theAgentIsToldAndTheResultListsIt() {
        var story = open(plan(List.of(agent("a", 3)), "MCP: Sequential-thinking", "Read"));
        var contract = contract(story);
        assertTrue(contract.contains("""
                Tools the plan asks you to use:
                - Read
                Tools named for you that are not here; do without them, and say where that matters:
                - MCP: Sequential-thinking"""), contract);
        story.answers("T-1/1", "done");
        assertEquals(List.of("MCP: Sequential-thinking: named for a"), story.result().toolsMissing());
        assertEquals(0, story.result().exitCode());
    }

    @Test
    void whatTheAgentIsToldOfHasACap() {
        var names = java.util.stream.IntStream.range(0, 300).mapToObj(i -> "tool-" + i + "x".repeat(200))
                .toArray(String[]::new);
        var contract = contract(open(plan(List.of(agent("a", 3, names)))));
        assertTrue(contract.contains("- and 280 more"), contract);
        assertTrue(contract.length() < 4_000, "length " + contract.length());
    }

    @Test
    void onlyARequiredToolHoldsItsTasksUntilAPersonSaysHowToGoOn() {
        var plan = plan(List.of(agent("a", 3, "mcp__db (required)"), agent("b", 9, "mcp__web")));
        var story = open(plan);
        assertEquals(List.of("T-2/1"), story.running());
        var blocker = story.facts(BlockerRaised.class).getFirst();
        assertEquals("T-1 requires the tool \"mcp__db\", which is not here", blocker.text());
        assertEquals(List.of("T-1"), blocker.gates());
        story.tell(new Command.ResolveBlocker("B-1", "use the dump in data/", "owner"));
        assertEquals(List.of("T-1/1", "T-2/1"), story.running());
    }

    @Test
    void aNameIsReadWithoutWhatIsSaidAboutIt() {
        assertEquals(new NamedTool("Bash", false, "git *"), NamedTool.parse("Bash(git *)"));
        assertEquals(new NamedTool("Bash", false, ""), NamedTool.parse("Bash (for the tests)"));
        assertEquals(new NamedTool("mcp__db", true, ""), NamedTool.parse("mcp__db - required"));
        assertEquals(new NamedTool("mcp__db", true, ""), NamedTool.parse("Required: mcp__db"));
        assertTrue(NamedTool.parse("MCP: read_file").means("read_file"));
        assertFalse(NamedTool.parse("MCP: Sequential-thinking").means("read_file"));
    }
}

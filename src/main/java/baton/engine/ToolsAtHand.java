package baton.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

import baton.engine.fact.SessionEvent.Casting;
import baton.engine.fact.SessionEvent.ToolsAvailable;
import baton.engine.fact.ToolSpec;
import baton.plan.AgentSpec;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.Problem;
import baton.plan.TaskSpec;

/** Which of the tools that profiles and plans name are here; a name that means nothing here gives nothing. */
public final class ToolsAtHand {
    private static final int AGENTS_SHOWN_MAX = 3;
    private static final String HINT = "MCP servers and tools of other programs are not connected; a program can be"
            + " run with run_command where you allow it (--approve allow:...).";

    private ToolsAtHand() {}

    /** What became of the tools named for one agent: in its profile, in its part of the plan, then in its tasks. */
    public static ToolsAvailable of(Plan plan, AgentSpec agent, Casting casting, List<ToolSpec> tools) {
        var named = new LinkedHashMap<String, NamedTool>();
        casting.asked().forEach(text -> add(named, text));
        agent.tools().forEach(text -> add(named, text));
        plan.tasks().stream().filter(task -> task.runs() && task.agent().equals(agent.id()))
                .flatMap(task -> task.tools().stream()).forEach(text -> add(named, text));
        var missing = named.values().stream().filter(tool -> !tool.isAmong(tools)).toList();
        return new ToolsAvailable(agent.id(), List.copyOf(named.keySet()),
                named.values().stream().filter(tool -> tool.isAmong(tools)).map(NamedTool::text).toList(),
                missing.stream().map(NamedTool::text).toList(),
                missing.stream().filter(NamedTool::required).map(NamedTool::text).toList());
    }

    /** One that is called required anywhere is required. */
    private static void add(SequencedMap<String, NamedTool> named, String text) {
        var tool = NamedTool.parse(text);
        if (!tool.text().isEmpty()) {
            named.merge(tool.text(), tool, (before, now) -> before.required() ? before : now);
        }
    }

    /** The same of an agent of a session; nothing is named for one that the plan does not know. */
    public static ToolsAvailable of(Setup setup, String agent) {
        return of(setup.plan(), setup.agent(agent), setup.casting(agent), setup.tools());
    }

    /** The tools that the plan requires for a task, in its own words or in those on its agent, and that are not here. */
    public static List<String> required(Setup setup, TaskSpec task) {
        return Stream.concat(task.tools().stream(), setup.agent(task.agent()).tools().stream()).map(NamedTool::parse)
                .filter(tool -> tool.required() && !tool.isAmong(setup.tools())).map(NamedTool::text).distinct()
                .toList();
    }

    /** True where a tool of the session is meant. */
    public static boolean isHere(Setup setup, String written) {
        return NamedTool.parse(written).isAmong(setup.tools());
    }

    /** Every tool that is not here and was named, with who is to use it. */
    public static SequencedMap<String, List<String>> missing(Plan plan, List<Casting> castings, List<ToolSpec> tools) {
        var wanted = new LinkedHashMap<String, List<String>>();
        for (var agent : plan.agents()) {
            for (var tool : of(plan, agent, castingOf(castings, agent.id()), tools).missing()) {
                wanted.computeIfAbsent(tool, ignored -> new ArrayList<>()).add(agent.id());
            }
        }
        return wanted;
    }

    /** A warning for each tool that is not here, once however many agents are to use it. */
    public static List<Problem> problems(Plan plan, List<Casting> castings, List<ToolSpec> tools) {
        var problems = new ArrayList<Problem>();
        missing(plan, castings, tools).forEach((tool, agents) -> problems.add(Problem.warning("tool-missing",
                place(plan, castings, tool), "there is no tool \"" + tool + "\" here; " + listed(agents)
                        + (agents.size() == 1 ? " works" : " work") + " without it",
                HINT)));
        return problems;
    }

    /** The names, shortened where there are many. */
    public static String listed(List<String> agents) {
        var shown = String.join(", ", agents.subList(0, Math.min(AGENTS_SHOWN_MAX, agents.size())));
        int more = agents.size() - AGENTS_SHOWN_MAX;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    private static Place place(Plan plan, List<Casting> castings, String tool) {
        var places = new LinkedHashSet<Place>();
        plan.agents().stream().filter(agent -> names(agent.tools(), tool)).map(AgentSpec::place).forEach(places::add);
        plan.tasks().stream().filter(task -> names(task.tools(), tool)).map(TaskSpec::place).forEach(places::add);
        castings.stream().filter(casting -> names(casting.asked(), tool))
                .map(casting -> new Place(casting.source(), 0)).forEach(places::add);
        return places.isEmpty() ? Place.NOWHERE : places.getFirst();
    }

    private static boolean names(List<String> written, String tool) {
        return written.stream().anyMatch(text -> NamedTool.parse(text).text().equals(tool));
    }

    private static Casting castingOf(List<Casting> castings, String agent) {
        return castings.stream().filter(casting -> casting.agent().equals(agent)).findFirst()
                .orElse(new Casting(agent, "", "", List.of("*"), List.of()));
    }
}

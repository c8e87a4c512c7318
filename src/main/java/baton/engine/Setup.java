package baton.engine;

import java.util.List;
import java.util.Locale;

import baton.engine.fact.SessionEvent.Casting;
import baton.engine.fact.SessionEvent.ContextText;
import baton.engine.fact.SessionEvent.ToolsAvailable;
import baton.engine.fact.ToolSpec;
import baton.plan.AgentSpec;
import baton.plan.Plan;
import baton.plan.PlanLint;
import baton.profile.DelegationTemplate;
import baton.settings.RunSettings;
import org.pcollections.TreePMap;

/**
 * What a session was opened with; only a resume changes the settings.
 *
 * @param missingTools by agent, the tools named for it that this process has not
 */
public record Setup(RunSettings settings, Plan plan, TreePMap<String, AgentSpec> agents,
        TreePMap<String, Casting> castings,
        List<ContextText> context, TreePMap<String, String> promptTexts, List<ToolSpec> tools,
        List<DelegationTemplate> templates, TreePMap<String, List<String>> missingTools) {
    static final Setup NONE = new Setup(RunSettings.rehearsal(0), Plan.empty("", ""), TreePMap.empty(),
            TreePMap.empty(), List.of(),
            TreePMap.empty(), List.of(), List.of(), TreePMap.empty());

    /** The agent of that id; one of whom only the id is known where the plan has none. */
    public AgentSpec agent(String id) {
        var known = agents.get(id);
        return known != null ? known : AgentSpec.named(id, id, baton.plan.Place.NOWHERE);
    }

    /** Who breaks goals down and delegates; every session has one, also where its plan names none. */
    public String orchestrator() {
        return agents.containsKey(PlanLint.ORCHESTRATOR)
                ? PlanLint.ORCHESTRATOR
                : agents.values().stream().filter(Setup::isCalledOrchestrator).map(AgentSpec::id).findFirst()
                        .orElse(PlanLint.ORCHESTRATOR);
    }

    /** True for the agent of that id, and for one whose id or name has the word in it. */
    public boolean isOrchestrator(String agent) {
        var known = agents.get(agent);
        return agent.equals(PlanLint.ORCHESTRATOR) || (known != null && isCalledOrchestrator(known));
    }

    private static boolean isCalledOrchestrator(AgentSpec agent) {
        return hasWord(agent.id()) || hasWord(agent.name());
    }

    private static boolean hasWord(String name) {
        return List.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)).contains(PlanLint.ORCHESTRATOR);
    }

    /** Who plays the agent; the plan's own words where no profile was found. */
    public Casting casting(String agent) {
        var cast = castings.get(agent);
        return cast != null ? cast : new Casting(agent, "", "", List.of("*"), List.of());
    }

    /** The tools that were named for the agent and are not here. */
    public List<String> missingTools(String agent) {
        return missingTools.getOrDefault(agent, List.of());
    }

    Setup withTools(ToolsAvailable found) {
        return new Setup(settings, plan, agents, castings, context, promptTexts, tools, templates,
                missingTools.plus(found.agent(), found.missing()));
    }

    /** A fixed text by name; empty where the session has none. */
    public String promptText(String name) {
        var text = promptTexts.get(name);
        return text == null ? "" : text;
    }
}

package baton.engine;

import java.util.List;

import baton.engine.fact.SessionEvent.Casting;
import baton.engine.fact.SessionEvent.ContextText;
import baton.engine.fact.ToolSpec;
import baton.plan.AgentSpec;
import baton.plan.Plan;
import baton.profile.DelegationTemplate;
import baton.settings.RunSettings;
import org.pcollections.TreePMap;

/** What a session was opened with; only a resume changes the settings. */
public record Setup(RunSettings settings, Plan plan, TreePMap<String, AgentSpec> agents,
        TreePMap<String, Casting> castings,
        List<ContextText> context, TreePMap<String, String> promptTexts, List<ToolSpec> tools,
        List<DelegationTemplate> templates) {
    static final Setup NONE = new Setup(RunSettings.rehearsal(0), Plan.empty("", ""), TreePMap.empty(),
            TreePMap.empty(), List.of(),
            TreePMap.empty(), List.of(), List.of());

    /** The agent of that id; one of whom only the id is known where the plan has none. */
    public AgentSpec agent(String id) {
        var known = agents.get(id);
        return known != null ? known : AgentSpec.named(id, id, baton.plan.Place.NOWHERE);
    }

    /** Who plays the agent; the plan's own words where no profile was found. */
    public Casting casting(String agent) {
        var cast = castings.get(agent);
        return cast != null ? cast : new Casting(agent, "", "", List.of("*"), List.of());
    }

    /** A fixed text by name; empty where the session has none. */
    public String promptText(String name) {
        var text = promptTexts.get(name);
        return text == null ? "" : text;
    }
}

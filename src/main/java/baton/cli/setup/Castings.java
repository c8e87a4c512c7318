package baton.cli.setup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

import baton.engine.ToolsAtHand;
import baton.engine.fact.SessionEvent.Casting;
import baton.engine.fact.ToolSpec;
import baton.plan.AgentSpec;
import baton.plan.Plan;
import baton.plan.PlanLint;
import baton.plan.Problem;
import baton.plan.TaskSpec;
import baton.profile.AgentProfile;
import baton.profile.ProfileCatalog;
import baton.profile.ToolGrant;
import baton.profile.ToolName;

/**
 * Decides who plays each agent of a plan: a profile by exact id, name or alias, else the plan's own words.
 *
 * <p>Where both exist, the profile gives voice and tools and the plan gives the paths; only where the plan names no path at
 * all do the profile's count.
 */
public final class Castings {
    private static final int NAMES_MAX = 3;

    private final Plan plan;
    private final ProfileCatalog profiles;
    private final List<ToolSpec> tools;
    private final List<Problem> notes = new ArrayList<>();

    private Castings(Plan plan, ProfileCatalog profiles, List<ToolSpec> tools) {
        this.plan = plan;
        this.profiles = profiles;
        this.tools = tools;
    }

    /** The cast of a plan, and what a person should know about it. */
    public record Cast(List<Casting> castings, List<AgentProfile> profiles, List<Problem> notes) {}

    static Cast of(Plan plan, ProfileCatalog profiles, List<ToolSpec> tools) {
        var maker = new Castings(plan, profiles, tools);
        var castings = plan.agents().stream().map(maker::casting).toList();
        maker.note(plan.agents().stream().filter(agent -> maker.profile(agent).isEmpty()).toList());
        maker.notes.addAll(ToolsAtHand.problems(plan, castings, tools));
        var used = plan.agents().stream().flatMap(agent -> maker.profile(agent).stream()).distinct().toList();
        return new Cast(castings, used, List.copyOf(maker.notes));
    }

    private void note(List<AgentSpec> unknown) {
        if (!unknown.isEmpty()) {
            var names = unknown.stream().map(AgentSpec::id).toList();
            notes.add(Problem.note("profile-made", unknown.getFirst().place(),
                    "no profile is called \""
                            + String.join("\", \"", names.subList(0, Math.min(names.size(), NAMES_MAX)))
                            + "\"" + (names.size() > NAMES_MAX ? " and " + (names.size() - NAMES_MAX) + " more" : "")
                            + "; " + (names.size() == 1 ? "its role is" : "their roles are")
                            + " taken from the plan's own text",
                    ""));
        }
    }

    private Optional<AgentProfile> profile(AgentSpec agent) {
        var found = profiles.find(agent.id());
        for (String name : names(agent)) {
            found = found.or(() -> profiles.find(name));
        }
        return found;
    }

    private static List<String> names(AgentSpec agent) {
        var names = new ArrayList<>(List.of(agent.name()));
        names.addAll(agent.aliases());
        return names;
    }

    private Casting casting(AgentSpec agent) {
        var writes = List.copyOf(writesOfPlan(agent));
        var profile = profile(agent);
        if (profile.isEmpty()) {
            return new Casting(agent.id(), "", "", List.of("*"), writes, List.of(), List.of(), "", atOnceMax(agent, 1));
        }
        var known = profile.get();
        var own = writes.isEmpty() ? joined(known.owns(), known.outputs()) : writes;
        return new Casting(agent.id(), known.id(), known.prompt(), allowed(known), own, asked(known),
                known.toolsDenied().stream().map(ToolName::toString).toList(), known.path(),
                atOnceMax(agent, known.instances()));
    }

    /** Work that nobody owns is given to the orchestrator, and is as many jobs at a time as there are slots. */
    private static int atOnceMax(AgentSpec agent, int instances) {
        return agent.id().equals(PlanLint.ORCHESTRATOR) ? 0 : instances;
    }

    /**
     * Empty where the plan says nothing of it. What its tasks write says so only where all of them do: the result of one that
     * must prove something and names no file would have no place.
     */
    private SequencedSet<String> writesOfPlan(AgentSpec agent) {
        var writes = new LinkedHashSet<String>();
        agent.owns().forEach(area -> writes.add(relative(area.path())));
        agent.outputs().stream().filter(Castings::isPath).forEach(path -> writes.add(relative(path)));
        boolean open = plan.tasks().stream().filter(task -> task.runs() && task.agent().equals(agent.id()))
                .anyMatch(task -> task.outputs().stream().noneMatch(Castings::isPath)
                        && !task.acceptance().isEmpty());
        if (writes.isEmpty() && open) {
            return writes;
        }
        plan.tasks().stream().filter(task -> task.agent().equals(agent.id())).map(TaskSpec::outputs)
                .flatMap(List::stream).filter(Castings::isPath).forEach(path -> writes.add(relative(path)));
        return writes;
    }

    /** A description is no path: it has spaces. */
    private static boolean isPath(String text) {
        return !text.isBlank() && text.chars().noneMatch(Character::isWhitespace);
    }

    /** A leading slash means the workspace's root; a folder stands for everything in it. */
    private static String relative(String path) {
        String inside = path.startsWith("/") ? path.substring(1) : path.startsWith("./") ? path.substring(2) : path;
        return inside.endsWith("/") ? inside + "**" : inside;
    }

    private List<String> allowed(AgentProfile profile) {
        var allowed = tools.stream().map(ToolSpec::name).filter(profile::allowsTool).toList();
        return allowed.size() == tools.size() ? List.of("*") : allowed;
    }

    private static List<String> asked(AgentProfile profile) {
        return switch (profile.tools()) {
            case ToolGrant.All _ -> List.of();
            case ToolGrant.Listed(var names) -> names.stream().map(ToolName::toString).toList();
        };
    }

    private static List<String> joined(List<String> some, List<String> more) {
        var all = new LinkedHashSet<String>();
        some.forEach(path -> all.add(relative(path)));
        more.stream().filter(Castings::isPath).forEach(path -> all.add(relative(path)));
        return List.copyOf(all);
    }
}

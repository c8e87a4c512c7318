package baton.cli.setup;

import java.util.List;

import baton.plan.AgentSpec;
import baton.plan.Coverage;
import baton.plan.LoadedPlan;
import baton.plan.Place;
import baton.plan.PlanDraft;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.profile.AgentProfile;
import baton.profile.ProfileCatalog;

/** The plan of a session that begins without one: the orchestrator, everybody who has a profile, and the goal as its one task. */
public final class GoalPlan {
    private static final int NAME_CODE_POINTS_MAX = 60;
    private static final String UNNAMED = "chat";

    private GoalPlan() {}

    /** An empty goal gives a plan without a task, which waits for words. */
    public static LoadedPlan of(String goal, ProfileCatalog profiles) {
        var title = goal.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
        var draft = new PlanDraft(name(title), "");
        draft.goal = goal.strip();
        var orchestrator = profiles.find(PlanLint.ORCHESTRATOR);
        draft.agents.add(orchestrator.map(profile -> agent(profile, PlanLint.ORCHESTRATOR))
                .orElse(AgentSpec.named(PlanLint.ORCHESTRATOR, PlanLint.ORCHESTRATOR, Place.NOWHERE)));
        profiles.profiles().stream().filter(profile -> !orchestrator.filter(profile::equals).isPresent())
                .forEach(profile -> draft.agents.add(agent(profile, profile.id())));
        if (!title.isEmpty()) {
            var task = new TaskDraft("T-1", title, PlanLint.ORCHESTRATOR);
            task.kind = TaskSpec.Kind.ASSIGNMENT;
            draft.tasks.add(task.toTask());
        }
        return new LoadedPlan(draft.toPlan(), List.of(), new Coverage(0, 0, List.of()));
    }

    private static String name(String title) {
        if (title.isEmpty()) {
            return UNNAMED;
        }
        int points = title.codePointCount(0, title.length());
        return points <= NAME_CODE_POINTS_MAX
                ? title
                : title.substring(0, title.offsetByCodePoints(0, NAME_CODE_POINTS_MAX)).strip() + "…";
    }

    /** Paths and tools are the profile's own; here stands only what others must know of it. */
    private static AgentSpec agent(AgentProfile profile, String id) {
        return new AgentSpec(id, profile.name(), profile.aliases(), "", profile.description(),
                profile.responsibilities(), List.of(), profile.focus(), List.of(), List.of(),
                new Place(profile.path(), 0));
    }
}

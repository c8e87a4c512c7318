package baton.engine.rule.conversation;

import java.util.List;

import baton.engine.SessionState;
import baton.plan.AgentSpec;
import baton.plan.TaskSpec;
import baton.profile.DelegationTemplate;
import baton.profile.Slot;

/** Whom an orchestrator can delegate to, by which templates, and what the plan has run anyway. The same in every turn. */
final class Team {
    private static final int TASKS_MAX = 60;

    private Team() {}

    static String of(SessionState state, String self) {
        var text = new StringBuilder("# The team\n");
        PlanSection.list(text, "Agents you can delegate to", state.setup().agents().values().stream()
                .filter(agent -> !agent.id().equals(self)).map(agent -> describe(state, agent)).toList());
        PlanSection.list(text, "Templates",
                state.setup().templates().stream().map(Team::describe).toList());
        PlanSection.list(text, "Tasks of the plan, which run by themselves", planned(state, self));
        return text.toString();
    }

    private static String describe(SessionState state, AgentSpec agent) {
        var text = new StringBuilder(agent.id());
        if (!agent.role().isEmpty()) {
            text.append(": ").append(agent.role());
        }
        var writes = state.setup().casting(agent.id()).writes();
        return writes.isEmpty() ? text.toString() : text.append(" (writes ") + String.join(", ", writes) + ")";
    }

    private static String describe(DelegationTemplate template) {
        var slots = template.slots().stream()
                .map(slot -> slot.name() + (slot.need() == Slot.Need.REQUIRED ? "" : "?")).toList();
        return template.name() + (template.agent().isEmpty() ? "" : " for " + template.agent())
                + (template.description().isEmpty() ? "" : ": " + template.description()) + " Slots: "
                + String.join(", ", slots);
    }

    private static List<String> planned(SessionState state, String self) {
        return state.setup().plan().tasks().stream().filter(TaskSpec::runs)
                .filter(task -> !task.agent().equals(self)).limit(TASKS_MAX)
                .map(task -> task.id() + " " + task.title() + " (" + task.agent() + ")").toList();
    }
}

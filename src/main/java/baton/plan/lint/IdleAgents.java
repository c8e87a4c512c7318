package baton.plan.lint;

import java.util.List;

import baton.plan.AgentSpec;
import baton.plan.Plan;
import baton.plan.TaskSpec;

/** Agents that have nothing to do in a plan in which most have. */
final class IdleAgents implements LintRule {

    @Override
    public void check(Plan plan, Report report) {
        List<AgentSpec> idle = plan.agents().stream().filter(agent -> plan.tasks().stream()
                .filter(task -> task.runs() || task.kind() == TaskSpec.Kind.TEMPLATE)
                .noneMatch(task -> task.agent().equals(agent.id()))).toList();
        if (idle.size() * 2 >= plan.agents().size()) {
            return;
        }
        idle.forEach(agent -> {
            boolean called = isCalled(agent, plan);
            report.warning("agent-without-work", agent.place(), agent.name() + " has no task"
                    + (called ? ", though escalations call for it" : "") + "; it only answers when it is called",
                    "Give it its work, or say that it is there to be called.");
        });
    }

    private static boolean isCalled(AgentSpec agent, Plan plan) {
        var called = new Called(plan);
        return plan.escalations().stream().flatMap(rule -> rule.agents().stream())
                .anyMatch(name -> called.find(name).filter(agent::equals).isPresent());
    }
}

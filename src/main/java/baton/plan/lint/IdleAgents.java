package baton.plan.lint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import baton.plan.AgentSpec;
import baton.plan.Plan;
import baton.plan.TaskSpec;

/** Agents that have nothing to do in a plan in which most have. */
final class IdleAgents implements LintRule {

    @Override
    public void check(Plan plan, Report report) {
        Set<String> busy = new LinkedHashSet<>();
        plan.tasks().stream().filter(task -> task.runs() || task.kind() == TaskSpec.Kind.TEMPLATE)
                .forEach(task -> busy.add(task.agent()));
        List<AgentSpec> idle = plan.agents().stream().filter(agent -> !busy.contains(agent.id())).toList();
        if (idle.size() * 2 >= plan.agents().size()) {
            return;
        }
        Set<String> escalated = escalated(plan);
        idle.forEach(agent -> {
            boolean called = escalated.contains(agent.id());
            report.warning("agent-without-work", agent.place(), agent.name() + " has no task"
                    + (called ? ", though escalations call for it" : "") + "; it only answers when it is called",
                    "Give it its work, or say that it is there to be called.");
        });
    }

    /** The ids of the agents for whom escalations call. */
    private static Set<String> escalated(Plan plan) {
        var called = new Called(plan);
        Set<String> ids = new LinkedHashSet<>();
        plan.escalations().forEach(rule -> rule.agents()
                .forEach(name -> called.find(name).ifPresent(agent -> ids.add(agent.id()))));
        return ids;
    }
}

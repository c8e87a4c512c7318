package baton.engine.rule.conversation;

import java.util.List;

import baton.engine.SessionState;
import baton.plan.TaskSpec;

/** What the plan says of the run and of this agent, with lines. */
final class PlanSection {
    private PlanSection() {}

    static String of(SessionState state, String agentId, TaskSpec task) {
        var plan = state.setup().plan();
        var agent = state.setup().agent(agentId);
        var text = new StringBuilder("# The plan: ").append(plan.name()).append('\n');
        if (!plan.goal().isEmpty()) {
            text.append("Goal: ").append(plan.goal()).append('\n');
        }
        list(text, "Your responsibilities", agent.responsibilities());
        list(text, "Paths you own", agent.owns().stream().map(area -> area.path()).toList());
        list(text, "What you deliver", agent.outputs());
        if (!task.phase().isEmpty()) {
            text.append("Phase: ").append(task.phase()).append('\n');
        }
        var where = task.place().toString();
        if (!where.isEmpty()) {
            text.append("Your task stands at ").append(where).append(".\n");
        }
        list(text, "The run is complete when", plan.completion());
        return text.toString();
    }

    static void list(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append(title).append(":\n");
            lines.forEach(line -> text.append("- ").append(line).append('\n'));
        }
    }
}

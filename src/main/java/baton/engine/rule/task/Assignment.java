package baton.engine.rule.task;

import java.util.Optional;

import baton.engine.Origins;
import baton.engine.SessionState;
import baton.engine.TaskState;

/** Which agent the next attempt of a task belongs to. */
public final class Assignment {
    private Assignment() {}

    /** Whoever the last attempt handed it to, else whoever made that attempt, else whom the plan names. */
    static String agentFor(SessionState state, TaskState task) {
        var handoff = state.shared().handoffs().get(task.continues());
        if (handoff != null) {
            return handoff.to().isEmpty() ? handoff.from() : handoff.to();
        }
        return task.spec().agent().isEmpty() ? Origins.RULE : task.spec().agent();
    }

    /** The id of the agent that is called so by id, name or alias, whatever the case; empty where nobody is. */
    public static Optional<String> find(SessionState state, String called) {
        var agents = state.setup().agents();
        if (agents.containsKey(called)) {
            return Optional.of(called);
        }
        return agents.values().stream()
                .filter(agent -> agent.id().equalsIgnoreCase(called) || agent.name().equalsIgnoreCase(called)
                        || agent.aliases().stream().anyMatch(called::equalsIgnoreCase))
                .map(agent -> agent.id()).findFirst();
    }
}

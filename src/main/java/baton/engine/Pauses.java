package baton.engine;

import org.pcollections.TreePMap;

/**
 * What people hold back for the time being, each with who did.
 *
 * @param tasks by id
 * @param agents by id
 * @param everybody who paused the whole session, or empty
 */
public record Pauses(TreePMap<String, String> tasks, TreePMap<String, String> agents, String everybody) {
    static final Pauses NONE = new Pauses(TreePMap.empty(), TreePMap.empty(), "");

    public boolean isNone() {
        return tasks.isEmpty() && agents.isEmpty() && everybody.isEmpty();
    }

    /** Why the task does not go on with this agent; empty where nothing is paused. */
    public String reason(String task, String agent) {
        if (!everybody.isEmpty()) {
            return "the session is paused by " + everybody;
        }
        var by = tasks.get(task);
        if (by != null) {
            return "paused by " + by;
        }
        var agentsBy = agents.get(agent);
        return agentsBy == null ? "" : agent + " is paused by " + agentsBy;
    }

    /** An empty name ends the pause. */
    Pauses withTask(String task, String by) {
        return new Pauses(by.isEmpty() ? tasks.minus(task) : tasks.plus(task, by), agents, everybody);
    }

    /** An empty agent stands for everybody, an empty name ends the pause. */
    Pauses withAgent(String agent, String by) {
        return agent.isEmpty()
                ? new Pauses(tasks, agents, by)
                : new Pauses(tasks, by.isEmpty() ? agents.minus(agent) : agents.plus(agent, by), everybody);
    }
}

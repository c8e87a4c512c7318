package baton.plan;

import java.util.List;
import java.util.Objects;

/**
 * A job somebody wants added while the plan runs; it becomes a task with an id of its own once it is accepted.
 *
 * @param agent id, name or alias of who does it
 * @param priority class as written, or empty
 * @param brief the whole order in words, which the agent is told; empty where title and lists say all
 * @param timeBoxMinutes 0 for the box of the run
 * @param dependsOn ids of tasks and decisions that must be settled first
 */
public record TaskWish(String title, String agent, String priority, String brief, int timeBoxMinutes,
        List<String> dependsOn, List<String> inputs, List<String> deliverables, List<String> acceptance,
        List<String> outputs, List<String> integrationPoints, List<String> contract, List<String> returns) {
    public TaskWish {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(brief, "brief");
        dependsOn = List.copyOf(dependsOn);
        inputs = List.copyOf(inputs);
        deliverables = List.copyOf(deliverables);
        acceptance = List.copyOf(acceptance);
        outputs = List.copyOf(outputs);
        integrationPoints = List.copyOf(integrationPoints);
        contract = List.copyOf(contract);
        returns = List.copyOf(returns);
    }

    /** A job of which only the title and who does it are said. */
    public static TaskWish of(String title, String agent) {
        return new TaskWish(title, agent, "", "", 0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }

    /** The same with needs, outputs and criteria. */
    public TaskWish with(List<String> needs, List<String> paths, List<String> criteria) {
        return new TaskWish(title, agent, priority, brief, timeBoxMinutes, needs, inputs, deliverables, criteria, paths,
                integrationPoints, contract, returns);
    }

    public TaskWish withPriority(String changed) {
        return new TaskWish(title, agent, changed, brief, timeBoxMinutes, dependsOn, inputs, deliverables, acceptance,
                outputs, integrationPoints, contract, returns);
    }

    public TaskWish withBrief(String changed) {
        return new TaskWish(title, agent, priority, changed, timeBoxMinutes, dependsOn, inputs, deliverables,
                acceptance, outputs, integrationPoints, contract, returns);
    }

    public TaskWish withAgent(String changed) {
        return new TaskWish(title, changed, priority, brief, timeBoxMinutes, dependsOn, inputs, deliverables,
                acceptance, outputs, integrationPoints, contract, returns);
    }

    public TaskWish withTimeBox(int minutes) {
        return new TaskWish(title, agent, priority, brief, minutes, dependsOn, inputs, deliverables, acceptance,
                outputs, integrationPoints, contract, returns);
    }
}

package baton.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One job that a plan names, with everything the document says of it.
 *
 * @param id short id that people type, such as {@code T-3}, or the document's own id
 * @param agent id of the agent that does it
 * @param priority class as written, or empty
 * @param deadline as written, or empty
 * @param timeBox how long one attempt may take; empty where the plan sets no box
 * @param dependsOn ids of tasks that must be accepted before this one starts
 * @param outputs paths that must exist when it is done
 * @param acceptance criteria, each of which needs evidence
 * @param runs false for mentions of a job that another task runs, for templates and for human tasks
 * @param sameAs ids of the mentions merged into this task
 */
public record TaskSpec(String id, String title, String agent, String phase, String track, String sprint,
        String priority, String deadline, Optional<Minutes> timeBox, List<String> dependsOn, List<String> inputs,
        List<String> deliverables, List<String> acceptance, List<String> outputs, List<String> integrationPoints,
        List<String> contract, List<String> tools, List<String> returns, String start, String estimate, boolean runs,
        List<String> sameAs, Kind kind, Place place) {

    /** What sort of job a mention names; only some kinds run. */
    public enum Kind {
        TASK, ASSIGNMENT, TEMPLATE, HUMAN, OPENING, FOLLOW_UP, NEXT_STEP
    }

    /** A positive number of whole minutes. */
    public record Minutes(int minutes) {
        public Minutes {
            if (minutes <= 0) {
                throw new IllegalArgumentException("minutes must be positive: " + minutes);
            }
        }

        public long millis() {
            return minutes * 60_000L;
        }
    }

    public TaskSpec {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(timeBox, "timeBox");
        dependsOn = List.copyOf(dependsOn);
        inputs = List.copyOf(inputs);
        deliverables = List.copyOf(deliverables);
        acceptance = List.copyOf(acceptance);
        outputs = List.copyOf(outputs);
        integrationPoints = List.copyOf(integrationPoints);
        contract = List.copyOf(contract);
        tools = List.copyOf(tools);
        returns = List.copyOf(returns);
        sameAs = List.copyOf(sameAs);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(place, "place");
    }

    /** A task of which only id, title and agent are known; {@link TaskDraft} adds the rest. */
    public static TaskSpec of(String id, String title, String agent) {
        return new TaskDraft(id, title, agent).toTask();
    }
}

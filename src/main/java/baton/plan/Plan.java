package baton.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A whole plan, as read; it never changes once loaded.
 *
 * <p>The components are those of {@code plan show --json}. Every list keeps the document's order. Parts that a document
 * does not have are empty, never absent.
 *
 * @param source the primary document as the person named it
 */
public record Plan(String name, String source, String goal, List<AgentSpec> agents, List<TaskSpec> tasks,
        List<Edge> edges, List<Phase> phases, List<Checkpoint> checkpoints, List<Gate> gates,
        List<PlannedDecision> decisions, List<PlannedQuestion> questions, List<String> priorities,
        List<SeverityLevel> severities, List<ConflictRule> conflictRules, List<EscalationRule> escalations,
        List<PlaybookEntry> playbook, List<Metric> metrics, List<String> redFlags, List<Cadence> cadences,
        HandoffTemplate handoffTemplate, Dashboard dashboard, List<PlannedFile> files, List<PlannedTemplate> templates,
        List<ContextDocument> context, List<Contact> contacts, List<String> limitations, List<AgentCommand> commands,
        DelegationSchema delegationSchema, SprintSteps sprintSteps, List<String> completion,
        List<Deliverable> deliverables, PlanLimits limits) {

    public Plan {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(goal, "goal");
        agents = List.copyOf(agents);
        tasks = List.copyOf(tasks);
        edges = List.copyOf(edges);
        phases = List.copyOf(phases);
        checkpoints = List.copyOf(checkpoints);
        gates = List.copyOf(gates);
        decisions = List.copyOf(decisions);
        questions = List.copyOf(questions);
        priorities = List.copyOf(priorities);
        severities = List.copyOf(severities);
        conflictRules = List.copyOf(conflictRules);
        escalations = List.copyOf(escalations);
        playbook = List.copyOf(playbook);
        metrics = List.copyOf(metrics);
        redFlags = List.copyOf(redFlags);
        cadences = List.copyOf(cadences);
        Objects.requireNonNull(handoffTemplate, "handoffTemplate");
        Objects.requireNonNull(dashboard, "dashboard");
        files = List.copyOf(files);
        templates = List.copyOf(templates);
        context = List.copyOf(context);
        contacts = List.copyOf(contacts);
        limitations = List.copyOf(limitations);
        commands = List.copyOf(commands);
        Objects.requireNonNull(delegationSchema, "delegationSchema");
        Objects.requireNonNull(sprintSteps, "sprintSteps");
        completion = List.copyOf(completion);
        deliverables = List.copyOf(deliverables);
        Objects.requireNonNull(limits, "limits");
    }

    /** A plan that names nothing yet; the usual start for {@link PlanDraft} and for tests. */
    public static Plan empty(String name, String source) {
        return new PlanDraft(name, source).toPlan();
    }

    public Optional<AgentSpec> agent(String id) {
        return agents.stream().filter(agent -> agent.id().equals(id)).findFirst();
    }

    public Optional<TaskSpec> task(String id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }
}

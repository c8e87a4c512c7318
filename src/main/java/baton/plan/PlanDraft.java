package baton.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The mutable workbench on which a reader puts a plan together before it becomes a {@link Plan}.
 *
 * <p>Not for use by several threads, and thrown away after {@link #toPlan()}; the plan does not share its lists.
 */
public final class PlanDraft {
    public String name;
    public String source;
    public String goal = "";
    public final List<AgentSpec> agents = new ArrayList<>();
    public final List<TaskSpec> tasks = new ArrayList<>();
    public final List<Edge> edges = new ArrayList<>();
    public final List<Phase> phases = new ArrayList<>();
    public final List<Checkpoint> checkpoints = new ArrayList<>();
    public final List<Gate> gates = new ArrayList<>();
    public final List<PlannedDecision> decisions = new ArrayList<>();
    public final List<PlannedQuestion> questions = new ArrayList<>();
    public final List<String> priorities = new ArrayList<>();
    public final List<SeverityLevel> severities = new ArrayList<>();
    public final List<ConflictRule> conflictRules = new ArrayList<>();
    public final List<EscalationRule> escalations = new ArrayList<>();
    public final List<PlaybookEntry> playbook = new ArrayList<>();
    public final List<Metric> metrics = new ArrayList<>();
    public final List<String> redFlags = new ArrayList<>();
    public final List<Cadence> cadences = new ArrayList<>();
    public HandoffTemplate handoffTemplate = HandoffTemplate.NONE;
    public Dashboard dashboard = Dashboard.NONE;
    public final List<PlannedFile> files = new ArrayList<>();
    public final List<PlannedTemplate> templates = new ArrayList<>();
    public final List<ContextDocument> context = new ArrayList<>();
    public final List<Contact> contacts = new ArrayList<>();
    public final List<String> limitations = new ArrayList<>();
    public final List<AgentCommand> commands = new ArrayList<>();
    public DelegationSchema delegationSchema = DelegationSchema.NONE;
    public SprintSteps sprintSteps = SprintSteps.NONE;
    public final List<String> completion = new ArrayList<>();
    public final List<Deliverable> deliverables = new ArrayList<>();
    public PlanLimits limits = PlanLimits.NONE;

    public PlanDraft(String name, String source) {
        this.name = name;
        this.source = source;
    }

    /** The plan as it stands; later changes to this draft do not reach it. */
    public Plan toPlan() {
        return new Plan(name, source, goal, agents, tasks, edges, phases, checkpoints, gates, decisions, questions,
                priorities, severities, conflictRules, escalations, playbook, metrics, redFlags, cadences,
                handoffTemplate, dashboard, files, templates, context, contacts, limitations, commands,
                delegationSchema, sprintSteps, completion, deliverables, limits);
    }
}

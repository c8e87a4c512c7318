package baton.plan;

/** Adds an explicit plan to a draft: lists grow, single parts are taken where the draft has none. */
public final class PlanDraftMerge {

    private PlanDraftMerge() {}

    /** {@code plan} itself stays as it is. */
    public static void into(PlanDraft draft, Plan plan) {
        boolean alone = draft.agents.isEmpty() && draft.tasks.isEmpty();
        draft.name = draft.name.isBlank() ? plan.name() : draft.name;
        draft.goal = draft.goal.isBlank() ? plan.goal() : draft.goal;
        draft.source = alone ? plan.source() : draft.source;
        plan.agents().stream()
                .filter(agent -> draft.agents.stream().noneMatch(own -> own.id().equals(agent.id())) || alone)
                .forEach(draft.agents::add);
        draft.tasks.addAll(plan.tasks());
        draft.edges.addAll(plan.edges());
        draft.phases.addAll(plan.phases());
        draft.checkpoints.addAll(plan.checkpoints());
        draft.gates.addAll(plan.gates());
        draft.decisions.addAll(plan.decisions());
        draft.questions.addAll(plan.questions());
        draft.priorities.addAll(plan.priorities());
        draft.severities.addAll(plan.severities());
        draft.conflictRules.addAll(plan.conflictRules());
        draft.escalations.addAll(plan.escalations());
        draft.playbook.addAll(plan.playbook());
        draft.metrics.addAll(plan.metrics());
        draft.redFlags.addAll(plan.redFlags());
        draft.cadences.addAll(plan.cadences());
        draft.files.addAll(plan.files());
        draft.templates.addAll(plan.templates());
        draft.context.addAll(plan.context());
        draft.contacts.addAll(plan.contacts());
        draft.limitations.addAll(plan.limitations());
        draft.commands.addAll(plan.commands());
        draft.completion.addAll(plan.completion());
        draft.deliverables.addAll(plan.deliverables());
        single(draft, plan);
    }

    private static void single(PlanDraft draft, Plan plan) {
        draft.handoffTemplate = draft.handoffTemplate.equals(HandoffTemplate.NONE)
                ? plan.handoffTemplate()
                : draft.handoffTemplate;
        draft.dashboard = draft.dashboard.equals(Dashboard.NONE) ? plan.dashboard() : draft.dashboard;
        draft.delegationSchema = draft.delegationSchema.equals(DelegationSchema.NONE)
                ? plan.delegationSchema()
                : draft.delegationSchema;
        draft.sprintSteps = draft.sprintSteps.equals(SprintSteps.NONE) ? plan.sprintSteps() : draft.sprintSteps;
        draft.limits = draft.limits.equals(PlanLimits.NONE) ? plan.limits() : draft.limits;
    }
}

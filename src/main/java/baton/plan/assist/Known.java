package baton.plan.assist;

import java.util.Optional;
import java.util.function.Function;

import baton.plan.Plan;
import baton.plan.PlanGraph;
import baton.plan.TaskSpec;
import baton.plan.assist.Proposal.NewAgent;
import baton.plan.assist.Proposal.NewCheckpoint;
import baton.plan.assist.Proposal.NewDecision;
import baton.plan.assist.Proposal.NewEdge;
import baton.plan.assist.Proposal.NewGate;
import baton.plan.assist.Proposal.NewQuestion;
import baton.plan.assist.Proposal.NewTask;
import baton.plan.lint.Called;

/** What of a plan says already what somebody proposes. */
final class Known {
    private Known() {}

    /** The name and place of it, for a person; {@code tasks} finds tasks by id or reference. */
    static Optional<String> in(Plan plan, Proposal proposal, Function<String, Optional<TaskSpec>> tasks) {
        return switch (proposal) {
            case NewAgent agent -> new Called(plan).find(agent.name()).map(one -> one.name() + " at " + one.place());
            case NewTask task -> task(plan, task);
            case NewEdge edge -> edge(plan, edge, tasks);
            case NewCheckpoint point -> plan.checkpoints().stream()
                    .filter(one -> CitedWords.areAlike(one.name(), point.name())).findFirst()
                    .map(one -> one.name() + " at " + one.place());
            case NewDecision decision -> plan.decisions().stream()
                    .filter(one -> CitedWords.areAlike(one.title(), decision.title())
                            || CitedWords.areAlike(one.question(), decision.question()))
                    .findFirst().map(one -> one.id() + " at " + one.place());
            case NewQuestion question -> plan.questions().stream()
                    .filter(one -> CitedWords.areAlike(one.text(), question.text())).findFirst()
                    .map(one -> one.id() + " at " + one.place());
            case NewGate gate -> plan.gates().stream()
                    .filter(one -> CitedWords.areAlike(one.name(), gate.name()) || gate.checks().stream()
                            .allMatch(check -> one.checks().stream()
                                    .anyMatch(other -> CitedWords.areAlike(other.text(), check))))
                    .findFirst().map(one -> one.name() + " at " + one.place());
        };
    }

    /** A mention that does not run counts too: it is one job with a task that does. */
    private static Optional<String> task(Plan plan, NewTask task) {
        var agent = new Called(plan).find(task.agent());
        return plan.tasks().stream()
                .filter(one -> agent.isEmpty() || one.agent().isBlank() || one.agent().equals(agent.get().id()))
                .filter(one -> CitedWords.areAlike(one.title(), task.title())).findFirst()
                .map(one -> one.id() + " at " + one.place());
    }

    private static Optional<String> edge(Plan plan, NewEdge edge, Function<String, Optional<TaskSpec>> tasks) {
        var from = tasks.apply(edge.from()).map(TaskSpec::id);
        var to = tasks.apply(edge.to()).map(TaskSpec::id);
        boolean waits = from.isPresent() && to.isPresent()
                && PlanGraph.of(plan).dependenciesOf(to.get()).contains(from.get());
        return waits ? Optional.of(to.get() + " waits for " + from.get()) : Optional.empty();
    }
}

package baton.plan.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import baton.plan.AgentSpec;
import baton.plan.Checkpoint;
import baton.plan.Edge;
import baton.plan.Gate;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.PlanDraft;
import baton.plan.PlannedDecision;
import baton.plan.PlannedQuestion;
import baton.plan.TaskDraft;
import baton.plan.assist.Proposal.NewAgent;
import baton.plan.assist.Proposal.NewCheckpoint;
import baton.plan.assist.Proposal.NewDecision;
import baton.plan.assist.Proposal.NewEdge;
import baton.plan.assist.Proposal.NewGate;
import baton.plan.assist.Proposal.NewQuestion;
import baton.plan.assist.Proposal.NewTask;
import baton.plan.lint.Called;

/** A proposal in the plan's own terms, with an id that is free and the place of its first citation. */
final class Addition {
    private final Plan plan;
    private final UnaryOperator<String> agents;
    private final UnaryOperator<String> tasks;

    /** {@code agents} and {@code tasks} give the id for how a proposal names one. */
    Addition(Plan plan, UnaryOperator<String> agents, UnaryOperator<String> tasks) {
        this.plan = plan;
        this.agents = agents;
        this.tasks = tasks;
    }

    /** A plan that holds nothing else. */
    Plan of(Proposal proposal) {
        var draft = new PlanDraft(plan.name(), plan.source());
        Place place = proposal.cites().getFirst().place();
        switch (proposal) {
            case NewAgent agent -> draft.agents.add(agent(agent, place));
            case NewTask task -> draft.tasks.add(task(task, place).toTask());
            case NewEdge edge -> draft.edges.add(new Edge(tasks.apply(edge.from()), tasks.apply(edge.to()), "",
                    Edge.Kind.TASK, true, Edge.Source.TEXT, place));
            case NewCheckpoint point -> draft.checkpoints.add(new Checkpoint(point.name(), "",
                    point.criteria().stream()
                            .map(one -> new Checkpoint.Criterion(agents.apply(one.agent()), one.text())).toList(),
                    place));
            case NewDecision decision -> draft.decisions.add(decision(decision, place));
            case NewQuestion question -> draft.questions.add(new PlannedQuestion(
                    free("Q-", plan.questions().stream().map(PlannedQuestion::id)), question.group(), question.text(),
                    List.of(), place));
            case NewGate gate -> draft.gates.add(new Gate(gate.name(), gate.scope(), "",
                    gate.checks().stream().map(check -> new Gate.Check(check, "", "")).toList(), place));
        }
        return draft.toPlan();
    }

    private AgentSpec agent(NewAgent agent, Place place) {
        String key = Called.key(agent.name()).replace(' ', '-');
        boolean taken = key.isEmpty() || plan.agent(key).isPresent();
        return new AgentSpec(taken ? free("agent-", plan.agents().stream().map(AgentSpec::id)) : key, agent.name(),
                List.of(), "", agent.role(), List.of(),
                agent.owns().stream().map(path -> new AgentSpec.OwnedArea(path, "")).toList(), List.of(), List.of(),
                List.of(), place);
    }

    private TaskDraft task(NewTask task, Place place) {
        var draft = new TaskDraft(free("T-", plan.tasks().stream().map(one -> one.id())), task.title(),
                agents.apply(task.agent()));
        draft.outputs.addAll(task.outputs());
        draft.acceptance.addAll(task.acceptance());
        task.dependsOn().stream().map(tasks).forEach(draft.dependsOn::add);
        draft.place = place;
        return draft;
    }

    private PlannedDecision decision(NewDecision decision, Place place) {
        var options = new ArrayList<PlannedDecision.Option>();
        decision.options()
                .forEach(text -> options.add(new PlannedDecision.Option(String.valueOf(options.size() + 1), text)));
        return new PlannedDecision(free("D-", plan.decisions().stream().map(PlannedDecision::id)), decision.title(),
                decision.question(), options, decision.recommendation(), List.of(), place);
    }

    /** One more than the highest number that is taken. */
    private static String free(String prefix, Stream<String> taken) {
        int highest = taken.filter(id -> id.startsWith(prefix)).map(id -> id.substring(prefix.length()))
                .filter(number -> number.matches("\\d{1,8}")).mapToInt(Integer::parseInt).max().orElse(0);
        return prefix + (highest + 1);
    }
}

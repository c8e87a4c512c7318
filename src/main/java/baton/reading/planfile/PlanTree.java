package baton.reading.planfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.Function;

import baton.plan.AgentSpec;
import baton.plan.ConflictRule;
import baton.plan.EscalationRule;
import baton.plan.Gate;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.PlannedDecision;
import baton.plan.PlannedTemplate;
import baton.plan.SeverityLevel;
import baton.plan.TaskSpec;

/**
 * A plan as nested maps, lists, texts, numbers and truth values, in the order and with the keys of {@code plan show --json}.
 *
 * <p>
 * A number that the plan does not state is left out; every other key is always there. A place is a {@code line}, with a
 * {@code file} where that is not the plan's source.
 */
public final class PlanTree {

    private final String source;

    private PlanTree(String source) {
        this.source = source;
    }

    public static SequencedMap<String, Object> of(Plan plan) {
        return new PlanTree(plan.source()).plan(plan);
    }

    private SequencedMap<String, Object> plan(Plan plan) {
        Node node = new Node().put("name", plan.name()).put("source", plan.source()).put("goal", plan.goal())
                .put("agents", all(plan.agents(), this::agent)).put("tasks", all(plan.tasks(), this::task))
                .put("edges", all(plan.edges(), edge -> new Node().put("from", edge.from()).put("to", edge.to())
                        .put("label", edge.label()).put("kind", word(edge.kind())).put("binding", edge.binding())
                        .put("source", word(edge.source())).place(edge.place())))
                .put("phases", all(plan.phases(), phase -> new Node().put("id", phase.id()).put("name", phase.name())
                        .put("mode", word(phase.mode())).put("tracks", phase.tracks()).put("barrier", phase.barrier())
                        .place(phase.place())))
                .put("checkpoints", all(plan.checkpoints(), point -> new Node().put("name", point.name())
                        .put("phase", point.phase())
                        .put("criteria",
                                all(point.criteria(),
                                        one -> new Node().put("agent", one.agent()).put("text", one.text())))
                        .place(point.place())))
                .put("gates", all(plan.gates(), this::gate)).put("decisions", all(plan.decisions(), this::decision))
                .put("questions", all(plan.questions(), question -> new Node().put("id", question.id())
                        .put("group", question.group()).put("text", question.text()).put("details", question.details())
                        .place(question.place())))
                .put("priorities", plan.priorities());
        return rules(node, plan).map;
    }

    private Node rules(Node node, Plan plan) {
        node.put("severities", all(plan.severities(), this::severity))
                .put("conflictRules", all(plan.conflictRules(), this::conflict))
                .put("escalations", all(plan.escalations(), this::escalation))
                .put("playbook",
                        all(plan.playbook(), entry -> new Node().put("when", entry.when()).put("then", entry.then())
                                .place(entry.place())))
                .put("metrics", all(plan.metrics(), metric -> new Node().put("name", metric.name())
                        .put("target", metric.target()).put("measurement", metric.measurement()).place(metric.place())))
                .put("redFlags", plan.redFlags())
                .put("cadences", all(plan.cadences(), cadence -> new Node().put("every", cadence.every())
                        .put("what", cadence.what()).place(cadence.place())))
                .put("handoffTemplate", new Node()
                        .put("fields",
                                all(plan.handoffTemplate().fields(), field -> new Node().put("name", field.name())
                                        .put("sample", field.sample())))
                        .place(plan.handoffTemplate().place()).map)
                .put("dashboard", new Node().put("refreshSeconds", plan.dashboard().refreshSeconds())
                        .put("widgets", all(plan.dashboard().widgets(), widget -> new Node().put("type", widget.type())
                                .put("source", widget.source()))).map);
        return references(node, plan);
    }

    private Node references(Node node, Plan plan) {
        return node
                .put("files",
                        all(plan.files(), file -> new Node().put("path", file.path()).put("purpose", file.purpose())
                                .place(file.place())))
                .put("templates", all(plan.templates(), this::template))
                .put("context", all(plan.context(), document -> new Node().put("path", document.path())
                        .put("exists", word(document.exists())).place(document.place())))
                .put("contacts", all(plan.contacts(), contact -> new Node().put("subject", contact.subject())
                        .put("name", contact.name()).place(contact.place())))
                .put("limitations", plan.limitations())
                .put("commands", all(plan.commands(), command -> new Node().put("agent", command.agent())
                        .put("command", command.command()).place(command.place())))
                .put("delegationSchema", new Node().put("fields", plan.delegationSchema().fields())
                        .place(plan.delegationSchema().place()).map)
                .put("sprintSteps", new Node().put("start", plan.sprintSteps().start())
                        .put("during", plan.sprintSteps().during()).put("end", plan.sprintSteps().end()).map)
                .put("completion", plan.completion())
                .put("deliverables", all(plan.deliverables(), deliverable -> new Node().put("text", deliverable.text())
                        .put("sources", deliverable.sources()).place(deliverable.place())))
                .put("limits", new Node().number("agentsMin", plan.limits().agentsMin())
                        .number("agentsMax", plan.limits().agentsMax())
                        .number("timeBoxMinutes", plan.limits().timeBoxMinutes()).map);
    }

    private Node agent(AgentSpec agent) {
        return new Node().put("id", agent.id()).put("name", agent.name()).put("aliases", agent.aliases())
                .put("group", agent.group()).put("role", agent.role()).put("responsibilities", agent.responsibilities())
                .put("owns", all(agent.owns(), area -> new Node().put("path", area.path()).put("state", area.state())))
                .put("topics", agent.topics()).put("tools", agent.tools()).put("outputs", agent.outputs())
                .place(agent.place());
    }

    private Node task(TaskSpec task) {
        OptionalInt box = task.timeBox().map(minutes -> OptionalInt.of(minutes.minutes())).orElse(OptionalInt.empty());
        return new Node().put("id", task.id()).put("title", task.title()).put("agent", task.agent())
                .put("phase", task.phase()).put("track", task.track()).put("sprint", task.sprint())
                .put("priority", task.priority()).put("deadline", task.deadline()).number("timeBoxMinutes", box)
                .put("dependsOn", task.dependsOn()).put("inputs", task.inputs())
                .put("deliverables", task.deliverables())
                .put("acceptance", task.acceptance()).put("outputs", task.outputs())
                .put("integrationPoints", task.integrationPoints()).put("contract", task.contract())
                .put("tools", task.tools()).put("returns", task.returns()).put("start", task.start())
                .put("estimate", task.estimate()).put("runs", task.runs()).put("sameAs", task.sameAs())
                .put("kind", word(task.kind())).place(task.place());
    }

    private Node gate(Gate gate) {
        return new Node().put("name", gate.name()).put("scope", word(gate.scope())).put("subject", gate.subject())
                .put("checks", all(gate.checks(), check -> new Node().put("text", check.text())
                        .put("command", check.command()).put("path", check.path())))
                .place(gate.place());
    }

    private Node decision(PlannedDecision decision) {
        return new Node().put("id", decision.id()).put("title", decision.title()).put("question", decision.question())
                .put("options",
                        all(decision.options(),
                                option -> new Node().put("key", option.key()).put("text", option.text())))
                .put("recommendation", decision.recommendation()).put("gates", decision.gates())
                .place(decision.place());
    }

    private Node severity(SeverityLevel severity) {
        return new Node().put("level", severity.level()).put("description", severity.description())
                .put("responseTime", severity.responseTime()).put("agents", severity.agents()).place(severity.place());
    }

    private Node conflict(ConflictRule rule) {
        return new Node().put("resource", rule.resource()).put("owner", rule.owner()).put("reviewers", rule.reviewers())
                .put("decisionMaker", rule.decisionMaker()).place(rule.place());
    }

    private Node escalation(EscalationRule rule) {
        return new Node().put("kind", rule.kind()).put("action", rule.action()).put("agents", rule.agents())
                .place(rule.place());
    }

    private Node template(PlannedTemplate template) {
        return new Node().put("name", template.name()).put("agent", template.agent())
                .put("slots",
                        all(template.slots(), slot -> new Node().put("name", slot.name()).put("values", slot.values())))
                .place(template.place());
    }

    private static <T> List<Object> all(List<T> values, Function<T, Node> one) {
        List<Object> nodes = new ArrayList<>();
        values.forEach(value -> nodes.add(one.apply(value).map));
        return nodes;
    }

    /** An enum's value as documents write it. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One mapping under construction. */
    private final class Node {
        private final SequencedMap<String, Object> map = new LinkedHashMap<>();

        Node put(String key, Object value) {
            map.put(key, value);
            return this;
        }

        Node number(String key, OptionalInt value) {
            value.ifPresent(number -> map.put(key, number));
            return this;
        }

        Node place(Place place) {
            if (!place.file().isEmpty() && (place.line() == 0 || !place.file().equals(source))) {
                map.put("file", place.file());
            }
            map.put("line", place.line());
            return this;
        }
    }
}

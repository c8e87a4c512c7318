package baton.wire;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

import baton.plan.AgentSpec;
import baton.plan.ContextDocument;
import baton.plan.Edge;
import baton.plan.Gate;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.PlannedTemplate;
import baton.plan.TaskSpec;
import baton.wire.PlanJson.Element;
import com.fasterxml.jackson.core.JsonGenerator;

/** Writes the parts of a plan, key by key; the object around them is the caller's. */
final class PlanJsonWriter {
    private final JsonGenerator out;

    PlanJsonWriter(JsonGenerator out) {
        this.out = out;
    }

    void plan(Plan plan) throws IOException {
        text("name", plan.name());
        text("source", plan.source());
        text("goal", plan.goal());
        objects("agents", plan.agents(), this::agent);
        objects("tasks", plan.tasks(), this::task);
        objects("edges", plan.edges(), this::edge);
        order(plan);
        questions(plan);
        rules(plan);
        rest(plan);
    }

    private void agent(AgentSpec agent) throws IOException {
        text("id", agent.id());
        text("name", agent.name());
        texts("aliases", agent.aliases());
        text("group", agent.group());
        text("role", agent.role());
        texts("responsibilities", agent.responsibilities());
        objects("owns", agent.owns(), area -> {
            text("path", area.path());
            text("state", area.state());
        });
        texts("topics", agent.topics());
        texts("tools", agent.tools());
        texts("outputs", agent.outputs());
        line(agent.place());
    }

    private void task(TaskSpec task) throws IOException {
        text("id", task.id());
        text("title", task.title());
        text("agent", task.agent());
        text("phase", task.phase());
        text("track", task.track());
        text("sprint", task.sprint());
        text("priority", task.priority());
        text("deadline", task.deadline());
        number("timeBoxMinutes", task.timeBox().map(box -> OptionalInt.of(box.minutes())).orElse(OptionalInt.empty()));
        texts("dependsOn", task.dependsOn());
        texts("inputs", task.inputs());
        texts("deliverables", task.deliverables());
        texts("acceptance", task.acceptance());
        texts("outputs", task.outputs());
        texts("integrationPoints", task.integrationPoints());
        texts("contract", task.contract());
        texts("tools", task.tools());
        texts("returns", task.returns());
        text("start", task.start());
        text("estimate", task.estimate());
        out.writeBooleanField("runs", task.runs());
        texts("sameAs", task.sameAs());
        text("kind", WordShape.word(task.kind()));
        line(task.place());
    }

    private void edge(Edge edge) throws IOException {
        text("from", edge.from());
        text("to", edge.to());
        text("label", edge.label());
        text("kind", WordShape.word(edge.kind()));
        out.writeBooleanField("binding", edge.binding());
        text("source", WordShape.word(edge.source()));
        line(edge.place());
    }

    private void order(Plan plan) throws IOException {
        objects("phases", plan.phases(), phase -> {
            text("id", phase.id());
            text("name", phase.name());
            text("mode", WordShape.word(phase.mode()));
            texts("tracks", phase.tracks());
            out.writeBooleanField("barrier", phase.barrier());
            line(phase.place());
        });
        objects("checkpoints", plan.checkpoints(), checkpoint -> {
            text("name", checkpoint.name());
            text("phase", checkpoint.phase());
            objects("criteria", checkpoint.criteria(), criterion -> {
                text("agent", criterion.agent());
                text("text", criterion.text());
            });
            line(checkpoint.place());
        });
        objects("gates", plan.gates(), this::gate);
    }

    private void gate(Gate gate) throws IOException {
        text("name", gate.name());
        text("scope", WordShape.word(gate.scope()));
        text("subject", gate.subject());
        objects("checks", gate.checks(), check -> {
            text("text", check.text());
            text("command", check.command());
            text("path", check.path());
        });
        line(gate.place());
    }

    private void questions(Plan plan) throws IOException {
        objects("decisions", plan.decisions(), decision -> {
            text("id", decision.id());
            text("title", decision.title());
            text("question", decision.question());
            objects("options", decision.options(), option -> {
                text("key", option.key());
                text("text", option.text());
            });
            text("recommendation", decision.recommendation());
            texts("gates", decision.gates());
            line(decision.place());
        });
        objects("questions", plan.questions(), question -> {
            text("id", question.id());
            text("group", question.group());
            text("text", question.text());
            texts("details", question.details());
            line(question.place());
        });
        texts("priorities", plan.priorities());
    }

    private void rules(Plan plan) throws IOException {
        objects("severities", plan.severities(), severity -> {
            text("level", severity.level());
            text("description", severity.description());
            text("responseTime", severity.responseTime());
            texts("agents", severity.agents());
        });
        objects("conflictRules", plan.conflictRules(), rule -> {
            text("resource", rule.resource());
            text("owner", rule.owner());
            texts("reviewers", rule.reviewers());
            text("decisionMaker", rule.decisionMaker());
        });
        objects("escalations", plan.escalations(), escalation -> {
            text("kind", escalation.kind());
            text("action", escalation.action());
            texts("agents", escalation.agents());
        });
        objects("playbook", plan.playbook(), entry -> {
            text("when", entry.when());
            text("then", entry.then());
            line(entry.place());
        });
        objects("metrics", plan.metrics(), metric -> {
            text("name", metric.name());
            text("target", metric.target());
            text("measurement", metric.measurement());
        });
        texts("redFlags", plan.redFlags());
        objects("cadences", plan.cadences(), cadence -> {
            text("every", cadence.every());
            text("what", cadence.what());
        });
    }

    private void rest(Plan plan) throws IOException {
        object("handoffTemplate", () -> objects("fields", plan.handoffTemplate().fields(), field -> {
            text("name", field.name());
            text("sample", field.sample());
        }));
        object("dashboard", () -> {
            out.writeNumberField("refreshSeconds", plan.dashboard().refreshSeconds());
            objects("widgets", plan.dashboard().widgets(), widget -> {
                text("type", widget.type());
                text("source", widget.source());
            });
        });
        objects("files", plan.files(), file -> {
            text("path", file.path());
            text("purpose", file.purpose());
        });
        objects("templates", plan.templates(), this::template);
        objects("context", plan.context(), this::context);
        objects("contacts", plan.contacts(), contact -> {
            text("subject", contact.subject());
            text("name", contact.name());
        });
        texts("limitations", plan.limitations());
        objects("commands", plan.commands(), command -> {
            text("agent", command.agent());
            text("command", command.command());
        });
        object("delegationSchema", () -> texts("fields", plan.delegationSchema().fields()));
        ending(plan);
    }

    private void template(PlannedTemplate template) throws IOException {
        text("name", template.name());
        text("agent", template.agent());
        object("slots", () -> {
            for (var slot : template.slots()) {
                texts(slot.name(), slot.values());
            }
        });
        line(template.place());
    }

    /** Null where nobody has looked. */
    private void context(ContextDocument document) throws IOException {
        text("path", document.path());
        switch (document.exists()) {
            case PRESENT -> out.writeBooleanField("exists", true);
            case ABSENT -> out.writeBooleanField("exists", false);
            case UNKNOWN -> out.writeNullField("exists");
        }
    }

    private void ending(Plan plan) throws IOException {
        object("sprintSteps", () -> {
            texts("start", plan.sprintSteps().start());
            texts("during", plan.sprintSteps().during());
            texts("end", plan.sprintSteps().end());
        });
        texts("completion", plan.completion());
        objects("deliverables", plan.deliverables(), deliverable -> {
            text("text", deliverable.text());
            texts("sources", deliverable.sources());
        });
        object("limits", () -> {
            number("agentsMin", plan.limits().agentsMin());
            number("agentsMax", plan.limits().agentsMax());
            number("timeBoxMinutes", plan.limits().timeBoxMinutes());
        });
    }

    /** What stands inside an object. */
    @FunctionalInterface
    private interface Inside {
        void write() throws IOException;
    }

    private void object(String key, Inside inside) throws IOException {
        out.writeObjectFieldStart(key);
        inside.write();
        out.writeEndObject();
    }

    private <T> void objects(String key, List<T> elements, Element<T> inside) throws IOException {
        PlanJson.list(out, key, elements, element -> {
            out.writeStartObject();
            inside.write(element);
            out.writeEndObject();
        });
    }

    private void text(String key, String text) throws IOException {
        PlanJson.text(out, key, text);
    }

    private void texts(String key, List<String> texts) throws IOException {
        PlanJson.texts(out, key, texts);
    }

    private void number(String key, OptionalInt number) throws IOException {
        PlanJson.number(out, key, number);
    }

    private void line(Place place) throws IOException {
        out.writeNumberField("line", place.line());
    }
}

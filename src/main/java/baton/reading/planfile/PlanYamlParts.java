package baton.reading.planfile;

import java.util.List;
import java.util.Optional;

import baton.plan.AgentCommand;
import baton.plan.Cadence;
import baton.plan.Checkpoint;
import baton.plan.ConflictRule;
import baton.plan.Contact;
import baton.plan.ContextDocument;
import baton.plan.Dashboard;
import baton.plan.DelegationSchema;
import baton.plan.Deliverable;
import baton.plan.EscalationRule;
import baton.plan.Gate;
import baton.plan.HandoffTemplate;
import baton.plan.Metric;
import baton.plan.Place;
import baton.plan.PlanDraft;
import baton.plan.PlanLimits;
import baton.plan.PlannedDecision;
import baton.plan.PlannedFile;
import baton.plan.PlannedQuestion;
import baton.plan.PlannedTemplate;
import baton.plan.PlaybookEntry;
import baton.plan.SeverityLevel;
import baton.plan.SprintSteps;
import baton.reading.data.YamlFields;

/** The parts of a {@code plan.yaml} beside agents, tasks, edges and phases. */
final class PlanYamlParts {

    private final YamlFields top;
    private final PlanYamlPlaces places;
    private final PlanDraft draft;

    PlanYamlParts(YamlFields top, PlanYamlPlaces places, PlanDraft draft) {
        this.top = top;
        this.places = places;
        this.draft = draft;
    }

    void read() {
        gatesAndDecisions();
        rules();
        references();
        single();
    }

    private void gatesAndDecisions() {
        draft.checkpoints.addAll(top.mappings("checkpoints",
                item -> Optional.of(new Checkpoint(item.textOrEmpty("name"),
                        item.textOrEmpty("phase"),
                        item.mappings("criteria",
                                one -> Optional.of(
                                        new Checkpoint.Criterion(one.textOrEmpty("agent"), one.textOrEmpty("text")))),
                        places.of(item)))));
        draft.gates.addAll(top.mappings("gates", item -> Optional.of(new Gate(item.textOrEmpty("name"),
                PlanYamlPlaces.choice(item, "scope", Gate.Scope.values()).orElse(Gate.Scope.RUN),
                item.textOrEmpty("subject"),
                item.mappings("checks",
                        check -> Optional.of(new Gate.Check(check.textOrEmpty("text"), check.textOrEmpty("command"),
                                check.textOrEmpty("path")))),
                places.of(item)))));
        draft.decisions.addAll(top.mappings("decisions", item -> {
            Optional<String> id = item.required("id");
            var decision = new PlannedDecision(id.orElse("?"), item.textOrEmpty("title"), item.textOrEmpty("question"),
                    item.mappings("options",
                            option -> Optional.of(new PlannedDecision.Option(option.textOrEmpty("key"),
                                    option.textOrEmpty("text")))),
                    item.textOrEmpty("recommendation"), item.textsOrNone("gates"), places.of(item));
            return id.map(_ -> decision);
        }));
        draft.questions.addAll(top.mappings("questions", item -> {
            Optional<String> id = item.required("id");
            var question = new PlannedQuestion(id.orElse("?"), item.textOrEmpty("group"), item.textOrEmpty("text"),
                    item.textsOrNone("details"), places.of(item));
            return id.map(_ -> question);
        }));
    }

    private void rules() {
        draft.priorities.addAll(top.textsOrNone("priorities"));
        draft.severities.addAll(top.mappings("severities",
                item -> Optional.of(new SeverityLevel(item.textOrEmpty("level"), item.textOrEmpty("description"),
                        item.textOrEmpty("responseTime"), item.textsOrNone("agents"), places.of(item)))));
        draft.conflictRules.addAll(top.mappings("conflictRules",
                item -> Optional.of(new ConflictRule(item.textOrEmpty("resource"), item.textOrEmpty("owner"),
                        item.textsOrNone("reviewers"), item.textOrEmpty("decisionMaker"), places.of(item)))));
        draft.escalations.addAll(top.mappings("escalations",
                item -> Optional.of(new EscalationRule(item.textOrEmpty("kind"), item.textOrEmpty("action"),
                        item.textsOrNone("agents"), places.of(item)))));
        draft.playbook.addAll(top.mappings("playbook", item -> Optional
                .of(new PlaybookEntry(item.textOrEmpty("when"), item.textOrEmpty("then"), places.of(item)))));
        draft.metrics.addAll(top.mappings("metrics", item -> Optional.of(new Metric(item.textOrEmpty("name"),
                item.textOrEmpty("target"), item.textOrEmpty("measurement"), places.of(item)))));
        draft.redFlags.addAll(top.textsOrNone("redFlags"));
        draft.cadences.addAll(top.mappings("cadences", item -> Optional
                .of(new Cadence(item.textOrEmpty("every"), item.textOrEmpty("what"), places.of(item)))));
    }

    private void references() {
        draft.files.addAll(top.mappings("files", item -> item.required("path")
                .map(path -> new PlannedFile(path, item.textOrEmpty("purpose"), places.of(item)))));
        draft.templates.addAll(top.mappings("templates", item -> Optional.of(new PlannedTemplate(
                item.textOrEmpty("name"),
                item.textOrEmpty("agent"),
                item.mappings("slots",
                        slot -> Optional
                                .of(new PlannedTemplate.Slot(slot.textOrEmpty("name"), slot.textsOrNone("values")))),
                places.of(item)))));
        draft.context.addAll(top.mappings("context", item -> item.required("path")
                .map(path -> new ContextDocument(path,
                        PlanYamlPlaces.choice(item, "exists", ContextDocument.Existence.values())
                                .orElse(ContextDocument.Existence.UNKNOWN),
                        places.of(item)))));
        draft.contacts.addAll(top.mappings("contacts", item -> Optional
                .of(new Contact(item.textOrEmpty("subject"), item.textOrEmpty("name"), places.of(item)))));
        draft.limitations.addAll(top.textsOrNone("limitations"));
        draft.commands.addAll(top.mappings("commands", item -> Optional
                .of(new AgentCommand(item.textOrEmpty("agent"), item.textOrEmpty("command"), places.of(item)))));
        draft.completion.addAll(top.textsOrNone("completion"));
        draft.deliverables.addAll(top.mappings("deliverables", item -> Optional
                .of(new Deliverable(item.textOrEmpty("text"), item.textsOrNone("sources"), places.of(item)))));
    }

    private void single() {
        top.mapping("handoffTemplate").ifPresent(item -> {
            List<HandoffTemplate.Field> fields = item.mappings("fields", field -> Optional
                    .of(new HandoffTemplate.Field(field.textOrEmpty("name"), field.textOrEmpty("sample"))));
            draft.handoffTemplate = new HandoffTemplate(fields, placeOrNowhere(item, fields));
            item.reportUnknown();
        });
        top.mapping("dashboard").ifPresent(item -> {
            draft.dashboard = new Dashboard(item.integer("refreshSeconds", 0).orElse(0), item.mappings("widgets",
                    widget -> Optional
                            .of(new Dashboard.Widget(widget.textOrEmpty("type"), widget.textOrEmpty("source")))));
            item.reportUnknown();
        });
        top.mapping("delegationSchema").ifPresent(item -> {
            List<String> fields = item.textsOrNone("fields");
            draft.delegationSchema = new DelegationSchema(fields, placeOrNowhere(item, fields));
            item.reportUnknown();
        });
        top.mapping("sprintSteps").ifPresent(item -> {
            draft.sprintSteps = new SprintSteps(item.textsOrNone("start"), item.textsOrNone("during"),
                    item.textsOrNone("end"));
            item.reportUnknown();
        });
        top.mapping("limits").ifPresent(item -> {
            draft.limits = new PlanLimits(item.integer("agentsMin", 0), item.integer("agentsMax", 1),
                    item.integer("timeBoxMinutes", 1));
            item.reportUnknown();
        });
    }

    private Place placeOrNowhere(YamlFields item, List<?> fields) {
        Place place = places.of(item);
        return fields.isEmpty() ? Place.NOWHERE : place;
    }
}

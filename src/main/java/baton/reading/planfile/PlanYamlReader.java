package baton.reading.planfile;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import baton.plan.AgentSpec;
import baton.plan.Edge;
import baton.plan.Phase;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.PlanDraft;
import baton.plan.Problem;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.data.Yaml;
import baton.reading.data.YamlFields;
import baton.reading.data.YamlTreeBuilder;
import baton.reading.source.Read;
import baton.reading.source.Remarks;
import baton.reading.source.SourceText;

/**
 * Reads {@code plan.yaml}: the keys of {@code plan show --json}, all optional but ids.
 *
 * <p>
 * Wrong types and values are errors, unknown keys warnings; all are reported at once with their lines. An element without a
 * {@code line} of its own stands where it stands in the YAML file. Ids given twice are left to lint, which names both.
 */
public final class PlanYamlReader {

    private final SourceText source;
    private final Remarks remarks;

    private PlanYamlReader(SourceText source) {
        this.source = source;
        this.remarks = new Remarks(source.file());
    }

    /**
     * What was understood, whatever is wrong with the rest.
     *
     * @param plan empty where the file is no mapping at all
     */
    public record Drafted(Optional<Plan> plan, List<Problem> problems) {
        public Drafted {
            problems = List.copyOf(problems);
        }
    }

    public static Read<Plan> read(SourceText source) {
        var reader = new PlanYamlReader(source);
        return reader.understood().<Read<Plan>>map(reader.remarks::result).orElseGet(reader.remarks::refused);
    }

    public static Drafted draft(SourceText source) {
        var reader = new PlanYamlReader(source);
        var plan = reader.understood();
        return new Drafted(plan, reader.remarks.all());
    }

    private Optional<Plan> understood() {
        Optional<Yaml> root = YamlTreeBuilder.parse(source.text(), 0, remarks);
        if (remarks.hasErrors()) {
            return Optional.empty();
        }
        if (root.isEmpty() || !(root.get() instanceof Yaml.Fields fields)) {
            remarks.error(1, "plan-shape", "a plan is a mapping with keys such as agents and tasks",
                    "Begin with \"agents:\" and \"tasks:\"; baton plan show DOC --json  prints one.");
            return Optional.empty();
        }
        var top = new YamlFields(fields, remarks);
        String named = top.text("source").orElse(source.file());
        var draft = new PlanDraft(top.textOrEmpty("name"), named);
        draft.goal = top.textOrEmpty("goal");
        var places = new PlanYamlPlaces(named, source.file());
        draft.agents.addAll(top.mappings("agents", item -> agent(item, places)));
        draft.tasks.addAll(top.mappings("tasks", item -> task(item, places)));
        draft.edges.addAll(top.mappings("edges", item -> edge(item, places)));
        draft.phases.addAll(top.mappings("phases", item -> phase(item, places)));
        new PlanYamlParts(top, places, draft).read();
        // A listing from "plan show --json" may be read back; what was said about the document is not part of the plan.
        Stream.of("problems", "coverage", "$schema").forEach(top::ignore);
        top.reportUnknown();
        return Optional.of(draft.toPlan());
    }

    private Optional<AgentSpec> agent(YamlFields item, PlanYamlPlaces places) {
        Optional<String> id = item.required("id");
        Place place = places.of(item);
        List<AgentSpec.OwnedArea> owns = owns(item);
        String name = item.text("name").or(() -> id).orElse("");
        return merged(id, given -> new AgentSpec(given, name, item.textsOrNone("aliases"), item.textOrEmpty("group"),
                item.textOrEmpty("role"), item.textsOrNone("responsibilities"), owns, item.textsOrNone("topics"),
                item.textsOrNone("tools"), item.textsOrNone("outputs"), place));
    }

    /** Without an id the rest is still read, so that its problems are said too. */
    private static <T> Optional<T> merged(Optional<String> id, Function<String, T> make) {
        T made = make.apply(id.orElse("?"));
        return id.map(_ -> made);
    }

    private static List<AgentSpec.OwnedArea> owns(YamlFields item) {
        Optional<Yaml> value = item.value("owns");
        boolean mappings = value.isPresent() && value.get() instanceof Yaml.Items(var items, _, _)
                && items.stream().anyMatch(Yaml.Fields.class::isInstance);
        if (!mappings) {
            return item.textsOrNone("owns").stream().map(path -> new AgentSpec.OwnedArea(path, "")).toList();
        }
        return item.mappings("owns", area -> area.required("path")
                .map(path -> new AgentSpec.OwnedArea(path, area.textOrEmpty("state"))));
    }

    private Optional<TaskSpec> task(YamlFields item, PlanYamlPlaces places) {
        Optional<String> id = item.required("id");
        var task = new TaskDraft(id.orElse("?"), item.text("title").or(() -> id).orElse(""), item.textOrEmpty("agent"));
        task.phase = item.textOrEmpty("phase");
        task.track = item.textOrEmpty("track");
        task.sprint = item.textOrEmpty("sprint");
        task.priority = item.textOrEmpty("priority");
        task.deadline = item.textOrEmpty("deadline");
        item.integer("timeBoxMinutes", 1)
                .ifPresent(minutes -> task.timeBox = Optional.of(new TaskSpec.Minutes(minutes)));
        task.dependsOn.addAll(item.textsOrNone("dependsOn"));
        task.inputs.addAll(item.textsOrNone("inputs"));
        task.deliverables.addAll(item.textsOrNone("deliverables"));
        task.acceptance.addAll(item.textsOrNone("acceptance"));
        task.outputs.addAll(item.textsOrNone("outputs"));
        task.integrationPoints.addAll(item.textsOrNone("integrationPoints"));
        task.contract.addAll(item.textsOrNone("contract"));
        task.tools.addAll(item.textsOrNone("tools"));
        task.returns.addAll(item.textsOrNone("returns"));
        task.start = item.textOrEmpty("start");
        task.estimate = item.textOrEmpty("estimate");
        task.kind = PlanYamlPlaces.choice(item, "kind", TaskSpec.Kind.values()).orElse(TaskSpec.Kind.TASK);
        boolean runs = task.kind != TaskSpec.Kind.HUMAN && task.kind != TaskSpec.Kind.TEMPLATE;
        task.runs = item.flag("runs").orElse(runs);
        task.sameAs.addAll(item.textsOrNone("sameAs"));
        task.place = places.of(item);
        return id.map(_ -> task.toTask());
    }

    private static Optional<Edge> edge(YamlFields item, PlanYamlPlaces places) {
        Optional<String> from = item.required("from");
        Optional<String> to = item.required("to");
        Edge.Kind kind = PlanYamlPlaces.choice(item, "kind", Edge.Kind.values()).orElse(Edge.Kind.TASK);
        var edge = new Edge(from.orElse("?"), to.orElse("?"), item.textOrEmpty("label"), kind,
                item.flag("binding").orElse(kind == Edge.Kind.TASK),
                PlanYamlPlaces.choice(item, "source", Edge.Source.values()).orElse(Edge.Source.YAML), places.of(item));
        return from.isPresent() && to.isPresent() ? Optional.of(edge) : Optional.empty();
    }

    private static Optional<Phase> phase(YamlFields item, PlanYamlPlaces places) {
        Optional<String> id = item.required("id");
        var phase = new Phase(id.orElse("?"), item.text("name").or(() -> id).orElse(""),
                PlanYamlPlaces.choice(item, "mode", Phase.Mode.values()).orElse(Phase.Mode.PARALLEL),
                item.textsOrNone("tracks"), item.flag("barrier").orElse(false), places.of(item));
        return id.map(_ -> phase);
    }
}

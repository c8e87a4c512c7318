package baton.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

import baton.plan.AgentCommand;
import baton.plan.AgentSpec;
import baton.plan.Cadence;
import baton.plan.Checkpoint;
import baton.plan.ConflictRule;
import baton.plan.Contact;
import baton.plan.ContextDocument;
import baton.plan.Dashboard;
import baton.plan.DelegationSchema;
import baton.plan.Deliverable;
import baton.plan.Edge;
import baton.plan.EscalationRule;
import baton.plan.Gate;
import baton.plan.HandoffTemplate;
import baton.plan.Metric;
import baton.plan.Phase;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.PlanDraft;
import baton.plan.PlanLimits;
import baton.plan.PlannedDecision;
import baton.plan.PlannedFile;
import baton.plan.PlannedQuestion;
import baton.plan.PlannedTemplate;
import baton.plan.PlaybookEntry;
import baton.plan.Problem;
import baton.plan.SeverityLevel;
import baton.plan.SprintSteps;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.planfile.PlanTree;
import baton.reading.planfile.PlanYamlReader;
import baton.reading.planfile.PlanYamlWriter;
import baton.reading.source.Read;
import baton.reading.source.SourceText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class PlanYamlTest {

    @Test
    void whetherAContextDocumentIsThereIsLookedUpAnewAndNotWrittenDown() {
        Plan plan = full();
        var draft = new PlanDraft("P", "P.md");
        draft.context.add(new ContextDocument("prd.md", ContextDocument.Existence.ABSENT, Place.NOWHERE));
        assertEquals(List.of(new ContextDocument("prd.md", ContextDocument.Existence.UNKNOWN, Place.NOWHERE)),
                taken(PlanYamlWriter.write(draft.toPlan())).context());
        assertFalse(PlanYamlWriter.write(plan).contains("exists: unknown"));
    }

    @Test
    void whatIsWrittenIsReadBackAsTheSamePlan() {
        assertEquals(full(), taken(PlanYamlWriter.write(full())));
        assertEquals(Plan.empty("p", "p.md"), taken(PlanYamlWriter.write(Plan.empty("p", "p.md"))));
    }

    @Test
    void textsThatYamlCouldMistakeComeBackUnchanged() {
        for (String text : List.of("yes", "null", "12", "1e3", "a: b", "- x", "# no", "'q'", "\"q\"", "back\\slash",
                "two\nlines",
                " spaces ", "tab\there", "\u001b[31m", "…→🎯", "{a}", "[b]", "*x", "&y", "!t", "%d", "@a", "`c`",
                "x #y", "~",
                "\u0085\u2028", ".5", "0x1F", "true", "no: 1", "?", "a,b", "Ü ber")) {
            var draft = new PlanDraft("p", "p.md");
            draft.goal = text.strip();
            draft.completion.add(text);
            draft.completion.add("x" + text);
            Plan plan = draft.toPlan();
            assertEquals(plan, taken(PlanYamlWriter.write(plan)), text);
        }
    }

    @Test
    void plansFromMarkdownSurviveTheWayThroughYaml() throws IOException {
        for (String name : List.of("exhibition.md", "newsletter.md")) {
            Plan plan = PlanReaderTest.read(name).plan();
            assertEquals(plan, taken(PlanYamlWriter.write(plan)));
        }
    }

    @Test
    void aPlanWrittenByHandNeedsLittleAndStandsOnItsOwnLines() {
        Plan plan = taken("""
                name: Small
                agents:
                  - id: a
                    owns: [src/**]
                tasks:
                  - {id: one, agent: a, outputs: out.md}
                  - id: two
                    dependsOn: one
                """);
        assertEquals("plan.yaml", plan.source());
        assertEquals(List.of(new AgentSpec.OwnedArea("src/**", "")), plan.agents().getFirst().owns());
        assertEquals(new Place("plan.yaml", 6), plan.task("one").orElseThrow().place());
        assertEquals(List.of("one"), plan.task("two").orElseThrow().dependsOn());
    }

    @Test
    void allProblemsComeAtOnceWithTheirLines() {
        var read = read("""
                nmae: x
                agents:
                  - name: nobody
                    tols: [Read]
                tasks:
                  - id: T-1
                    kind: chore
                    timeBoxMinutes: soon
                    dependsOn: {a: b}
                    runs: maybe
                edges: none
                """);
        assertEquals(List.of("plan.yaml:3: \"id\" is missing",
                "plan.yaml:4: \"tols\" is no key that is known here",
                "plan.yaml:8: \"timeBoxMinutes\" needs a whole number of at least 1, not a text",
                "plan.yaml:9: \"dependsOn\" needs a list of texts, not a mapping",
                "plan.yaml:7: \"kind\" is \"chore\", which is none of its values",
                "plan.yaml:10: \"runs\" needs true or false, not a text",
                "plan.yaml:11: \"edges\" needs a list of mappings, not a text",
                "plan.yaml:1: \"nmae\" is no key that is known here"),
                read.problems().stream().map(Problem::oneLine).toList());
        assertEquals("Did you mean \"name\"?", read.problems().getLast().hint());
        assertInstanceOf(Read.Refused.class, read);
    }

    @Test
    void aFileThatIsNoMappingIsRefused() {
        assertEquals("plan-shape", read("just words").problems().getFirst().code());
        assertEquals("plan-shape", read("- a\n- b\n").problems().getFirst().code());
        assertEquals("yaml-syntax", read("a: [b\n").problems().getFirst().code());
    }

    @Test
    void theSchemaForEditorsKnowsExactlyTheKeysOfAPlan() throws IOException {
        JsonNode schema;
        try (var stream = PlanYamlTest.class.getResourceAsStream("/schema/plan.schema.json")) {
            schema = new ObjectMapper().readTree(Objects.requireNonNull(stream));
        }
        var ofPlan = new TreeSet<String>();
        keys("", PlanTree.of(full()), ofPlan);
        var ofSchema = new TreeSet<String>();
        schemaKeys("", schema, schema, ofSchema);
        // A file is written only where it differs from the plan's source, so one task stands for all places.
        ofSchema.removeIf(key -> key.endsWith("/file") && !ofPlan.contains(key));
        assertEquals(ofPlan, ofSchema);
    }

    private static void keys(String path, Object node, Set<String> keys) {
        switch (node) {
            case Map<?, ?> map -> map.forEach((key, value) -> {
                keys.add(path + "/" + key);
                keys(path + "/" + key, value, keys);
            });
            case List<?> items -> items.forEach(item -> keys(path, item, keys));
            default -> {
            }
        }
    }

    private static void schemaKeys(String path, JsonNode node, JsonNode root, Set<String> keys) {
        JsonNode target = node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
        target.path("properties").properties().forEach(property -> {
            keys.add(path + "/" + property.getKey());
            schemaKeys(path + "/" + property.getKey(), property.getValue(), root, keys);
        });
        if (target.has("items")) {
            schemaKeys(path, target.get("items"), root, keys);
        }
        target.path("anyOf").forEach(choice -> schemaKeys(path, choice, root, keys));
    }

    private static Plan taken(String yaml) {
        var read = read(yaml);
        assertInstanceOf(Read.Taken.class, read, () -> yaml + read.problems());
        assertEquals(List.of(), read.problems());
        return ((Read.Taken<Plan>) read).value();
    }

    private static Read<Plan> read(String yaml) {
        return SourceText.decode("plan.yaml", yaml.getBytes(StandardCharsets.UTF_8)).then(PlanYamlReader::read);
    }

    /** A plan in which nothing is empty. */
    private static Plan full() {
        var draft = new PlanDraft("Full plan", "full.md");
        draft.goal = "Everything: once";
        var at = new Place("full.md", 3);
        var other = new Place("second.md", 7);
        draft.agents.add(new AgentSpec("a", "Agent A", List.of("A1"), "group", "role", List.of("does: x"),
                List.of(new AgentSpec.OwnedArea("src/**", "exists")), List.of("topic"), List.of("mcp__a__b"),
                List.of("out.md"), at));
        draft.agents.add(AgentSpec.named("b", "B", Place.NOWHERE));
        draft.tasks.add(task(other));
        draft.tasks.add(TaskSpec.of("T-2", "plain", "b"));
        draft.edges.add(new Edge("T-1", "T-2", "ready", Edge.Kind.TASK, true, Edge.Source.GANTT, at));
        draft.edges.add(new Edge("a", "b", "", Edge.Kind.AGENT, false, Edge.Source.TEXT, at));
        draft.phases.add(new Phase("p1", "Phase 1", Phase.Mode.SEQUENTIAL, List.of("A"), true, at));
        draft.checkpoints.add(new Checkpoint("c", "p1", List.of(new Checkpoint.Criterion("a", "t")), at));
        draft.gates
                .add(new Gate("g", Gate.Scope.COMMIT, "T-1", List.of(new Gate.Check("t", "make test", "out.md")), at));
        draft.decisions.add(new PlannedDecision("D-1", "t", "q?", List.of(new PlannedDecision.Option("A", "x")), "A",
                List.of("T-1"), at));
        draft.questions.add(new PlannedQuestion("Q-1", "g", "q?", List.of("d"), at));
        draft.priorities.add("first things");
        draft.severities.add(new SeverityLevel("P0", "d", "1h", List.of("a"), at));
        draft.conflictRules.add(new ConflictRule("r", "a", List.of("b"), "owner", at));
        draft.escalations.add(new EscalationRule("technical", "call", List.of("a"), at));
        draft.playbook.add(new PlaybookEntry("stuck", "ask", at));
        draft.metrics.add(new Metric("m", ">80%", "count", at));
        draft.redFlags.add("late");
        draft.cadences.add(new Cadence("daily", "stand-up", at));
        draft.handoffTemplate = new HandoffTemplate(List.of(new HandoffTemplate.Field("from", "a")), at);
        draft.dashboard = new Dashboard(30, List.of(new Dashboard.Widget("bar", "progress")));
        draft.files.add(new PlannedFile("BLOCKERS.md", "blockers", at));
        draft.templates.add(new PlannedTemplate("t", "a", List.of(new PlannedTemplate.Slot("Task", List.of("x"))), at));
        draft.context.add(new ContextDocument("prd.md", ContextDocument.Existence.UNKNOWN, at));
        draft.contacts.add(new Contact("db", "Ada", at));
        draft.limitations.add("none");
        draft.commands.add(new AgentCommand("a", "make", at));
        draft.delegationSchema = new DelegationSchema(List.of("Task_ID"), at);
        draft.sprintSteps = new SprintSteps(List.of("s"), List.of("d"), List.of("e"));
        draft.completion.add("all done");
        draft.deliverables.add(new Deliverable("report", List.of("out.md"), at));
        draft.limits = new PlanLimits(OptionalInt.of(0), OptionalInt.of(5), OptionalInt.of(15));
        return draft.toPlan();
    }

    private static TaskSpec task(Place place) {
        var task = new TaskDraft("T-1", "do: it", "a");
        task.phase = "p1";
        task.track = "A";
        task.sprint = "1";
        task.priority = "high";
        task.deadline = "Friday";
        task.timeBox = Optional.of(new TaskSpec.Minutes(15));
        for (List<String> list : List.of(task.dependsOn, task.inputs, task.deliverables, task.acceptance, task.outputs,
                task.integrationPoints, task.contract, task.tools, task.returns, task.sameAs)) {
            list.addAll(new ArrayList<>(List.of("one", "two, three")));
        }
        task.start = "Monday";
        task.estimate = "2h";
        task.runs = false;
        task.kind = TaskSpec.Kind.NEXT_STEP;
        task.place = place;
        return task.toTask();
    }
}

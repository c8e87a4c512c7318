package baton.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

import baton.plan.Checkpoint;
import baton.plan.Edge;
import baton.plan.Gate;
import baton.plan.LoadedPlan;
import baton.plan.Plan;
import baton.plan.PlanLimits;
import baton.plan.PlannedQuestion;
import baton.plan.TaskSpec;
import baton.reading.planfile.PlanYamlReader;
import baton.reading.planfile.PlanYamlWriter;
import baton.reading.source.Read;
import baton.reading.source.SourceDocument;
import baton.reading.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Reads documents that are not in the repository and were counted by hand; {@code -Dcorpus=DIR} names their folder. */
@EnabledIfSystemProperty(named = "corpus", matches = ".+")
class CorpusTest {

    @Test
    void everyLineOfEveryDocumentIsUnderstood() throws IOException {
        for (Path file : files()) {
            LoadedPlan loaded = load(file);
            assertTrue(loaded.coverage().linesTotal() > 0, file.toString());
            assertEquals(List.of(), loaded.coverage().notUnderstood(), file.toString());
        }
    }

    @Test
    void aPlanWrittenAsYamlIsReadBackTheSame() throws IOException {
        for (Path file : files()) {
            Plan plan = load(file).plan();
            Read<Plan> again = PlanYamlReader.read(new SourceText("plan.yaml", PlanYamlWriter.write(plan)));
            assertEquals(new Read.Taken<>(plan, List.of()), again, file.toString());
        }
    }

    @Test
    void theGuideOfFourAgentsIsReadWhole() throws IOException {
        Plan plan = load("000_").plan();
        assertEquals(List.of(4, 16, 5, 9, 4, 3, 5, 5, 4, 4), List.of(plan.agents().size(), running(plan),
                kind(plan, TaskSpec.Kind.NEXT_STEP), plan.edges().size(), plan.phases().size(),
                plan.checkpoints().size(),
                plan.decisions().size(), plan.questions().size(), plan.priorities().size(), plan.files().size()));
        assertEquals(List.of(4, 4, 3), plan.checkpoints().stream().map(Checkpoint::criteria).map(List::size).toList());
        assertTrue(plan.checkpoints().stream().flatMap(point -> point.criteria().stream())
                .allMatch(criterion -> plan.agent(criterion.agent()).isPresent()));
        assertEquals(List.of(2, 3, 2, 3, 3),
                plan.decisions().stream().map(decision -> decision.options().size()).toList());
        assertEquals(List.of(3, 3, 3, 3, 3),
                plan.questions().stream().map(PlannedQuestion::details).map(List::size).toList());
        assertEquals(List.of(Gate.Scope.TASK), plan.gates().stream().map(Gate::scope).toList());
        assertEquals(5, checks(plan));
        assertEquals(2, plan.edges().stream().filter(edge -> edge.kind() == Edge.Kind.AGENT).count());
        assertEquals(List.of("Database Schemas", "Kubernetes Platform", "APIs", "Events"),
                plan.edges().stream().filter(Edge::binding)
                        .map(edge -> edge.kind() == Edge.Kind.AGENT ? edge.label() : edge.from()).toList());
        assertEquals("exists", plan.agents().get(3).owns().getFirst().state().replace("customer portal - ", ""));
    }

    @Test
    void theExecutionPlanByDaysIsReadWholeAndJoinsTheGuide() throws IOException {
        Plan plan = load("001_").plan();
        assertEquals(List.of(4, 60, 3, 25, 10, 8, 5, 10),
                List.of(plan.agents().size(), running(plan), kind(plan, TaskSpec.Kind.OPENING), checks(plan),
                        plan.metrics().size(), plan.playbook().size(), kind(plan, TaskSpec.Kind.HUMAN),
                        plan.files().size()));
        assertEquals(9, plan.tasks().stream().filter(task -> task.start().startsWith("2025-")
                && task.estimate().endsWith("d")).count());
        assertEquals(5, plan.limitations().size());
        Plan both = PlanReader.read(List.of(document(file("000_")), document(file("001_")))).plan();
        assertEquals(4, both.agents().size());
        assertTrue(both.agents().stream().allMatch(agent -> agent.aliases().size() > 1));
        assertTrue(both.tasks().stream().anyMatch(task -> !task.sameAs().isEmpty()));
    }

    @Test
    void theCoordinationStrategyIsReadWhole() throws IOException {
        Plan plan = load("002_").plan();
        assertEquals(List.of(6, 24, 3, 4, 16, 4, 5, 13, 4), List.of(plan.agents().size(), plan.tasks().size(),
                plan.conflictRules().size(), plan.severities().size(), plan.metrics().size(),
                plan.checkpoints().size(), plan.dashboard().widgets().size(), plan.commands().size(),
                plan.contacts().size()));
        assertEquals(9, plan.edges().stream().filter(edge -> edge.source() == Edge.Source.MERMAID
                && edge.kind() == Edge.Kind.AGENT && !edge.label().isEmpty()).count());
        assertEquals(List.of(9, 300), List.of(plan.handoffTemplate().fields().size(),
                plan.dashboard().refreshSeconds()));
        assertTrue(plan.tasks().stream().allMatch(task -> task.agent().equals("orchestrator")
                || plan.agent(task.agent()).isPresent()));
        assertEquals(List.of("API-001", "AUTH-001"), plan.task("MOB-001").orElseThrow().dependsOn());
    }

    @Test
    void thePlanOfMicroTasksIsReadWhole() throws IOException {
        LoadedPlan loaded = load(file("003_"));
        Plan plan = loaded.plan();
        assertEquals(10, plan.agents().size());
        assertEquals(10, plan.tasks().size());
        assertEquals(10, plan.edges().size());
        assertEquals(5, plan.edges().stream().filter(Edge::binding).count());
        assertEquals(new PlanLimits(OptionalInt.of(5), OptionalInt.of(5), OptionalInt.of(15)), plan.limits());
        assertEquals(5, plan.tasks().stream().filter(task -> task.timeBox().isPresent()).count());
        assertEquals(5, plan.tasks().stream().filter(task -> task.outputs().size() == 1
                && task.acceptance().size() == 3 && !task.tools().isEmpty()).count());
        assertEquals(5, kind(plan, TaskSpec.Kind.FOLLOW_UP));
        assertEquals(List.of(5, 5, 3, 2),
                List.of(plan.deliverables().size(), plan.completion().size(), plan.files().size(),
                        plan.context().size()));
        assertTrue(loaded.problems().stream().anyMatch(problem -> problem.code().equals("text-repaired")));
    }

    @Test
    void theOrchestratorsPromptIsReadWhole() throws IOException {
        Plan plan = load("004_").plan();
        assertEquals(List.of(12, 24, 4, 12, 19, 4, 5, 5, 5, 4, 8),
                List.of(plan.agents().size(), plan.tasks().size() - kind(plan, TaskSpec.Kind.NEXT_STEP),
                        plan.phases().size(), plan.checkpoints().size(), checks(plan), plan.templates().size(),
                        plan.metrics().size(), plan.redFlags().size(), plan.escalations().size(),
                        plan.cadences().size(), plan.deliverables().size()));
        assertEquals(List.of(11, 11, 10, 10),
                plan.templates().stream().map(template -> template.slots().size()).toList());
        assertEquals(List.of("Task_ID", "Priority", "Dependencies", "Deliverables", "Acceptance_Criteria",
                "Integration_Points", "Deadline"), plan.delegationSchema().fields());
        assertEquals(List.of(5, 5, 5), List.of(plan.sprintSteps().start().size(), plan.sprintSteps().during().size(),
                plan.sprintSteps().end().size()));
        TaskSpec session = plan.tasks().getFirst();
        assertEquals(List.of("T-24", "T-17"), session.sameAs());
        assertEquals(List.of(5, 4, 1), List.of(session.deliverables().size(), session.acceptance().size(),
                session.outputs().size()));
        assertTrue(plan.task("T-2").orElseThrow().dependsOn().contains("T-1"));
        assertEquals(List.of("Track A", "Track B", "Track C", "Track D"), plan.phases().getFirst().tracks());
    }

    private static int running(Plan plan) {
        return (int) plan.tasks().stream().filter(TaskSpec::runs).count();
    }

    private static int kind(Plan plan, TaskSpec.Kind kind) {
        return (int) plan.tasks().stream().filter(task -> task.kind() == kind).count();
    }

    private static int checks(Plan plan) {
        return plan.gates().stream().mapToInt(gate -> gate.checks().size()).sum();
    }

    private static LoadedPlan load(String start) throws IOException {
        return load(file(start));
    }

    private static LoadedPlan load(Path file) throws IOException {
        return PlanReader.read(List.of(document(file)));
    }

    private static SourceDocument document(Path file) throws IOException {
        return new SourceDocument(file.getFileName().toString(), Files.readAllBytes(file));
    }

    private static Path file(String start) throws IOException {
        return files().stream().filter(path -> path.getFileName().toString().startsWith(start)).findFirst()
                .orElseThrow();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("corpus")))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}

package baton.plan.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import baton.plan.AgentSpec;
import baton.plan.AgentSpec.OwnedArea;
import baton.plan.Checkpoint;
import baton.plan.ContextDocument;
import baton.plan.DelegationSchema;
import baton.plan.Edge;
import baton.plan.EscalationRule;
import baton.plan.Phase;
import baton.plan.Place;
import baton.plan.PlanDraft;
import baton.plan.PlanLimits;
import baton.plan.PlannedDecision;
import baton.plan.PlannedTemplate;
import baton.plan.Problem;
import baton.plan.SeverityLevel;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LintRulesTest {

    private final PlanDraft draft = new PlanDraft("p", "p.md");
    private final List<TaskDraft> tasks = new ArrayList<>();

    @Test
    void aTidyPlanHasNothingToSay() {
        agent("Baker", 1, "bread/");
        agent("Miller", 2, "flour/");
        task("T-1", "miller", "week-1", 3);
        task("T-2", "baker", "week-2", 4).dependsOn.add("T-1");
        phase("week-1", 5);
        phase("week-2", 6);
        edge("miller", "baker", "Flour ready", Edge.Kind.AGENT, 7);
        assertEquals(List.of(), codes());
    }

    @Test
    void aFolderInsideAnothersIsSaidAtTheInnerOne() {
        agent("Baker", 1, "/kitchen/");
        agent("Cook", 2, "/kitchen/oven/");
        busy();
        assertEquals(List.of(
                "p.md:2: Cook owns /kitchen/oven/, which lies in /kitchen/ of Baker at p.md:1; both may write there"),
                lines());
    }

    @Test
    void foldersThatOnlyBeginAlikeAreApart() {
        agent("Baker", 1, "/kitchen/");
        agent("Cook", 2, "/kitchenware/");
        agent("Clerk", 3, "kitchen.md");
        busy();
        assertEquals(List.of(), codes());
    }

    @Test
    void namesThatASlipTellsApartAreSaidAndNumbersAreNot() {
        agent("Backend Agent", 1);
        agent("Backned Agent", 2);
        agent("Worker 1", 3);
        agent("Worker 2", 4);
        busy();
        assertEquals(List.of("agents-alike"), codes());
    }

    @Test
    void otherSpellingsOfOneAgentAreANote() {
        draft.agents.add(new AgentSpec("qa", "Testing & QA Agent", List.of("Agent 3", "Testing Agent", "@QA"), "", "",
                List.of(), List.of(), List.of(), List.of(), List.of(), at(1)));
        busy();
        assertEquals(
                List.of("p.md:1: Testing & QA Agent is also written \"Testing Agent\"; all of them count as one agent"),
                lines());
    }

    @Test
    void onePhaseWithoutWorkAmongOthersIsSaid() {
        agent("Baker", 1);
        task("T-1", "baker", "week-1", 2);
        task("T-2", "baker", "week-2", 3);
        for (int week = 1; week <= 3; week++) {
            phase("week-" + week, 10 + week);
        }
        assertEquals(List.of("phase-without-work"), codes());
    }

    @Test
    void aCheckpointThatLeavesAnAgentOutIsSaid() {
        agent("Baker", 1);
        agent("Cook", 2);
        agent("Clerk", 3);
        busy();
        checkpoint("First", 4, "baker", "cook", "clerk");
        checkpoint("Second", 5, "baker", "cook", "clerk");
        checkpoint("Third", 6, "cook", "clerk");
        assertEquals(List.of(
                "p.md:6: \"Third\" expects nothing of Baker, of whom the other checkpoints do; it is reached without that agent"),
                lines());
    }

    @Test
    void workBeforeWhatItNeedsIsSaidForWeeksAndForArrows() {
        agent("Baker", 1);
        agent("Miller", 2);
        phase("week-1", 3);
        phase("week-3", 4);
        task("T-1", "miller", "week-3", 5);
        task("T-2", "baker", "week-1", 6).dependsOn.add("T-1");
        edge("miller", "baker", "", Edge.Kind.AGENT, 7);
        assertEquals(List.of("work-before-need", "graph-contradicts-phases"), codes());
    }

    @Test
    void aThingThatNobodyMakesIsSaidWhereOthersNeedItOrLeadToIt() {
        agent("Baker", 1);
        agent("Miller", 2);
        busy();
        edge("Yeast", "baker", "", Edge.Kind.ARTIFACT, 3);
        edge("baker", "Feast", "", Edge.Kind.ARTIFACT, 4);
        edge("miller", "Feast", "", Edge.Kind.ARTIFACT, 5);
        edge("miller", "Town mill", "", Edge.Kind.ARTIFACT, 6);
        assertEquals(List.of("node-outside", "node-without-owner", "node-without-owner"), codes());
    }

    @Test
    void aSignalFromNobodyIsSaid() {
        agent("Baker", 1);
        busy();
        edge("Oven", "baker", "Oven ready", Edge.Kind.ARTIFACT, 3);
        assertTrue(codes().contains("signal-nobody-gives"));
    }

    @Test
    void aTaskAboutAllResultsThatWaitsForOneIsSaid() {
        agent("Baker", 1);
        for (int i = 1; i <= 5; i++) {
            task("T-" + i, "baker", "", i + 1);
        }
        var last = task("T-6", "baker", "", 8);
        last.title = "Join all findings of the others";
        last.dependsOn.add("T-1");
        assertEquals(List.of("waits-for-too-few"), codes());
    }

    @Test
    void fieldsThatTemplatesLackAndPhrasesTheyWaitForAreSaid() {
        agent("Baker", 1);
        busy();
        draft.delegationSchema = new DelegationSchema(List.of("Task_ID", "Agent", "Deliverables", "Deadline"), at(2));
        draft.templates.add(
                new PlannedTemplate("Bread", "baker", List.of(slot("Task", "Bake"), slot("Expected outputs", "Bread"),
                        slot("Dependencies", "good flour from the mill")), at(3)));
        assertEquals(List.of(
                "p.md:3: 1 of 1 templates have no \"Task_ID\", which every delegation must carry (p.md:2); it is asked for when one is used",
                "p.md:3: 1 of 1 templates have no \"Deadline\", which every delegation must carry (p.md:2); it is asked for when one is used",
                "p.md:3: templates depend on phrases, not on ids: \"good flour from the mill\"; nothing can wait for them"),
                lines());
    }

    @Test
    void calledAgentsThatNobodyIsAreToldFromDescriptions() {
        agent("Baker Agent", 1);
        busy();
        draft.severities
                .add(new SeverityLevel("P0", "", "1 hour", List.of("Baker", "Plumber", "Relevant owner"), at(2)));
        draft.escalations.add(new EscalationRule("Fire", "Assign senior fireman subagent to help", List.of(), at(3)));
        assertEquals(List.of("called-agent-unknown", "called-by-description", "called-agent-unknown"), codes());
    }

    @Test
    void anAgentWithoutWorkAmongBusyOnesIsSaid() {
        agent("Baker", 1);
        agent("Cook", 2);
        agent("Guard", 3);
        task("T-1", "baker", "", 4);
        task("T-2", "cook", "", 5);
        assertEquals(List.of("agent-without-work"), codes());
    }

    @Test
    void aRecommendationThatTakesTwoOptionsIsSaidUnlessOneOptionIsBoth() {
        agent("Baker", 1);
        busy();
        decision("D-1", "Rye for guests, wheat for us", "Rye", "Wheat");
        decision("D-2", "Rye for guests, wheat for us", "Rye", "Wheat and rye mixed");
        assertEquals(List.of("recommendation-combines"),
                codes().stream().filter(code -> !code.equals("decision-gates-nothing")).toList());
    }

    @Test
    void aQueueThatWaitsInPairsContradictsItsPool() {
        agent("Baker", 1);
        draft.limits = new PlanLimits(OptionalInt.of(2), OptionalInt.of(2), OptionalInt.empty());
        for (int i = 1; i <= 4; i++) {
            var task = task("T-" + i, "baker", "", i + 1);
            if (i > 2) {
                task.kind = TaskSpec.Kind.FOLLOW_UP;
                task.dependsOn.add("T-" + (i - 2));
            }
        }
        assertEquals(List.of("queue-bound-by-pairs"), codes());
    }

    @Test
    void onlyDatesBeforeTodayArePast() {
        agent("Baker", 1);
        task("T-1", "baker", "", 2).deadline = "2026-03-01";
        task("T-2", "baker", "", 3).deadline = "2026-03-03";
        task("T-3", "baker", "", 4).deadline = "2026-02-31";
        tasks.forEach(task -> draft.tasks.add(task.toTask()));
        assertEquals(List.of("p.md:2: these dates are past: T-1 2026-03-01; they give the order and nothing else"),
                PastDates.check(draft.toPlan(), LocalDate.of(2026, 3, 2)).stream().map(Problem::oneLine).toList());
    }

    @Test
    void documentsThatAreNotThereAreSaidTogether() {
        draft.context.add(new ContextDocument("a.md", ContextDocument.Existence.ABSENT, at(1)));
        draft.context.add(new ContextDocument("b.md", ContextDocument.Existence.PRESENT, at(2)));
        draft.context.add(new ContextDocument("c.md", ContextDocument.Existence.ABSENT, at(3)));
        assertEquals(
                List.of("p.md:1: not in this folder: a.md, c.md; agents that need it are told that it is not there"),
                AbsentContext.check(draft.toPlan()).stream().map(Problem::oneLine).toList());
    }

    private List<Problem> check() {
        tasks.forEach(task -> draft.tasks.add(task.toTask()));
        tasks.clear();
        return LintRules.check(draft.toPlan());
    }

    private List<String> codes() {
        return check().stream().map(Problem::code).toList();
    }

    private List<String> lines() {
        return check().stream().map(Problem::oneLine).toList();
    }

    private static Place at(int line) {
        return new Place("p.md", line);
    }

    private void agent(String name, int line, String... owns) {
        String id = String.join("-", Called.words(name).isEmpty() ? List.of(name) : Called.words(name));
        draft.agents.add(new AgentSpec(id, name, List.of(), "", "", List.of(),
                List.of(owns).stream().map(path -> new OwnedArea(path, "")).toList(), List.of(), List.of(), List.of(),
                at(line)));
    }

    /** Gives everybody something to do, so that nobody is idle. */
    private void busy() {
        draft.agents.forEach(agent -> task("T-" + agent.id(), agent.id(), "", 90));
    }

    private TaskDraft task(String id, String agent, String phase, int line) {
        var task = new TaskDraft(id, "title of " + id, agent);
        task.phase = phase;
        task.place = at(line);
        tasks.add(task);
        return task;
    }

    private void phase(String id, int line) {
        draft.phases.add(new Phase(id, id, Phase.Mode.SEQUENTIAL, List.of(), false, at(line)));
    }

    private void edge(String from, String to, String label, Edge.Kind kind, int line) {
        draft.edges.add(new Edge(from, to, label, kind, false, Edge.Source.MERMAID, at(line)));
    }

    private void checkpoint(String name, int line, String... agents) {
        draft.checkpoints.add(new Checkpoint(name, "",
                List.of(agents).stream().map(agent -> new Checkpoint.Criterion(agent, "is ready")).toList(), at(line)));
    }

    private static PlannedTemplate.Slot slot(String name, String... values) {
        return new PlannedTemplate.Slot(name, List.of(values));
    }

    private void decision(String id, String recommendation, String... options) {
        draft.decisions.add(new PlannedDecision(id, id, "which?", List.of(options).stream()
                .map(text -> new PlannedDecision.Option(text.substring(0, 1), text)).toList(), recommendation,
                List.of(),
                at(9)));
    }
}

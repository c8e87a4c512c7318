package baton.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import baton.engine.Command;
import baton.engine.fact.SessionEvent.Casting;
import baton.plan.AgentSpec;
import baton.plan.Edge;
import baton.plan.Gate;
import baton.plan.Place;
import baton.plan.PlanDraft;
import baton.plan.PlannedDecision;
import baton.plan.PlannedQuestion;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.settings.ApprovalPolicy;
import baton.settings.Budget;
import baton.settings.ModelChoice;
import baton.settings.ModelFacts;
import baton.settings.ModelName;
import baton.settings.RunLimits;
import baton.settings.RunSettings;

/** Random plans and settings, from sensible to strained; never one that reading would refuse. */
final class MadeUp {
    static final ModelName FIRST = new ModelName("alpha", "one");
    static final ModelName SECOND = new ModelName("beta", "two");

    private final Chance chance;

    MadeUp(Chance chance) {
        this.chance = chance;
    }

    Command.Open opening(long seed) {
        var plan = plan();
        var castings = new ArrayList<Casting>();
        for (var agent : plan.agents()) {
            if (chance.percent(50)) {
                castings.add(new Casting(agent.id(), agent.id(), "a voice", List.of("*"), List.of("out/**"), List.of(),
                        List.of(), "", chance.between(0, 2)));
            }
        }
        return new Command.Open(settings(seed), plan.toPlan(), List.of(), castings, List.of(), List.of(), List.of());
    }

    private record Draft(PlanDraft draft) {
        List<AgentSpec> agents() {
            return draft.agents;
        }

        baton.plan.Plan toPlan() {
            return draft.toPlan();
        }
    }

    private Draft plan() {
        var draft = new PlanDraft("made up", "made-up.md");
        draft.goal = "See whether anything breaks";
        int agents = chance.between(1, 8);
        for (int i = 1; i <= agents; i++) {
            draft.agents.add(AgentSpec.named("agent-" + i, "Agent " + i, Place.NOWHERE));
        }
        int tasks = chance.between(5, 60);
        int edgesPercent = chance.pick(List.of(0, 5, 15, 40));
        for (int i = 1; i <= tasks; i++) {
            draft.tasks.add(task(i, agents, edgesPercent, draft));
        }
        for (int i = chance.percent(30) ? chance.between(1, 2) : 0; i > 0; i--) {
            draft.tasks.add(TaskSpec.of("T-" + (tasks + i), "Goal " + i, "orchestrator"));
        }
        decide(draft);
        gates(draft);
        return new Draft(draft);
    }

    private TaskSpec task(int number, int agents, int edgesPercent, PlanDraft plan) {
        var task = new TaskDraft("T-" + number, "Job " + number, "agent-" + chance.between(1, agents));
        task.priority = chance.pick(List.of("", "", "low", "high", "critical", "P1"));
        task.deadline = chance.percent(20) ? "2026-12-" + (10 + chance.between(0, 19)) : "";
        if (chance.percent(50)) {
            task.timeBox = Optional.of(new TaskSpec.Minutes(chance.pick(List.of(1, 5, 15, 60))));
        }
        for (int other = Math.max(1, number - 6); other < number; other++) {
            if (chance.percent(edgesPercent)) {
                need(task, other, plan);
            }
        }
        if (chance.percent(2)) {
            task.dependsOn.add("T-nowhere");
        }
        if (chance.percent(85)) {
            task.outputs.add("out/" + number + ".md");
        }
        for (int i = chance.between(0, 3); i > 0; i--) {
            task.acceptance.add("criterion " + i + " of job " + number);
        }
        task.runs = !chance.percent(3);
        task.phase = chance.pick(List.of("", "Begin", "Middle", "End"));
        return task.toTask();
    }

    private void need(TaskDraft task, int other, PlanDraft plan) {
        if (chance.percent(50)) {
            task.dependsOn.add("T-" + other);
        } else {
            plan.edges.add(new Edge("T-" + other, task.id, "", Edge.Kind.TASK, chance.percent(90), Edge.Source.TEXT,
                    Place.NOWHERE));
        }
    }

    private void decide(PlanDraft draft) {
        if (chance.percent(25)) {
            var gated = List.of("T-" + chance.between(1, draft.tasks.size()));
            draft.decisions.add(new PlannedDecision("D-1", "Which way", "Left or right?",
                    List.of(new PlannedDecision.Option("1", "left"), new PlannedDecision.Option("2", "right")),
                    chance.percent(50) ? "1" : "", gated, Place.NOWHERE));
        }
        if (chance.percent(25)) {
            draft.questions.add(new PlannedQuestion("Q-1", "owner", "Who pays?", List.of(), Place.NOWHERE));
        }
    }

    private void gates(PlanDraft draft) {
        if (chance.percent(25)) {
            draft.gates.add(new Gate("phases", Gate.Scope.PHASE, "",
                    List.of(new Gate.Check("it builds", "make all", "")), Place.NOWHERE));
        }
        if (chance.percent(25)) {
            draft.gates.add(new Gate("reviews", Gate.Scope.TASK, chance.percent(50) ? "" : "T-1",
                    List.of(new Gate.Check("reviewed by Agent 1", "", "")), Place.NOWHERE));
        }
        if (chance.percent(30)) {
            draft.gates.add(new Gate("tests", Gate.Scope.COMMIT, "",
                    List.of(new Gate.Check("tests pass", "make test", "")), Place.NOWHERE));
        }
        if (chance.percent(30)) {
            draft.gates.add(new Gate("end", Gate.Scope.RUN, "",
                    List.of(new Gate.Check("the first output is there", "", "out/1.md")), Place.NOWHERE));
        }
    }

    private RunSettings settings(long seed) {
        int most = chance.between(1, 9);
        var limits = new RunLimits(most, chance.between(0, most), chance.pick(List.of(0L, 0L, 300_000L, 900_000L)),
                chance.pick(List.of(60_000L, 1L, 10_000L)), chance.between(1, 4), chance.between(3, 40),
                chance.between(1, 4), chance.between(2, 5), 0);
        var approvals = chance.percent(50)
                ? ApprovalPolicy.DENY_ALL
                : new ApprovalPolicy(ApprovalPolicy.Otherwise.ASK, List.of("git status"));
        var onQuestion = chance.pick(List.of(RunSettings.OnQuestion.values()));
        return new RunSettings(RunSettings.Mode.LIVE,
                chance.percent(70) ? RunSettings.Face.BATCH : RunSettings.Face.LINE,
                limits, budget(), onQuestion, List.of(), approvals, models(), seed, 0);
    }

    private Budget budget() {
        return switch (chance.between(0, 5)) {
            case 0 -> new Budget(OptionalLong.of(chance.between(10_000, 2_000_000)), OptionalLong.empty(),
                    OptionalLong.empty());
            case 1 -> new Budget(OptionalLong.empty(), OptionalLong.of(chance.between(100_000, 9_000_000)),
                    OptionalLong.of(chance.between(5, 400)));
            case 2 -> new Budget(OptionalLong.of(9_000_000), OptionalLong.of(90_000_000), OptionalLong.of(100_000));
            default -> Budget.NONE;
        };
    }

    private ModelChoice models() {
        var price = Optional.of(new ModelFacts.Price(3_000_000, 15_000_000, 300_000, 3_750_000, "2026-01-01"));
        var facts = new ArrayList<ModelFacts>();
        facts.add(new ModelFacts(FIRST, chance.percent(15) ? 12_000 : 200_000, 4_000, price));
        if (chance.percent(50)) {
            facts.add(new ModelFacts(SECOND, 128_000, 8_000, Optional.empty()));
        }
        return new ModelChoice(FIRST, chance.percent(50) ? List.of(SECOND) : List.of(), List.of(), facts);
    }
}

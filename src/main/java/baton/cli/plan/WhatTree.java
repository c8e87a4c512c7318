package baton.cli.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

import baton.cli.setup.PlanChecks;
import baton.engine.fact.SessionEvent.Casting;
import baton.plan.LoadedPlan;
import baton.plan.Problem;
import baton.plan.TaskSpec;
import baton.settings.RunSettings;
import baton.view.page.CostRange;
import baton.view.page.PlanWhat;

/** What {@code plan what --json} prints: the page for programs. */
final class WhatTree {
    private WhatTree() {}

    static Map<String, Object> of(LoadedPlan loaded, PlanWhat.Intent intent) {
        var plan = loaded.plan();
        var settings = intent.settings();
        var runs = plan.tasks().stream().filter(TaskSpec::runs).toList();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", plan.name());
        tree.put("source", plan.source());
        tree.put("mode", word(settings.mode()));
        tree.put("tasks", runs.size());
        tree.put("mentions", runs.stream().mapToInt(task -> 1 + task.sameAs().size()).sum());
        tree.put("agents", plan.agents().size());
        tree.put("order", runs.stream().map(WhatTree::task).toList());
        tree.put("pace", pace(settings));
        tree.put("casting", intent.castings().stream().map(casting -> casting(casting, settings)).toList());
        tree.put("workspace", intent.workspace());
        tree.put("commands", commands(settings));
        tree.put("checks", List.copyOf(PlanChecks.commands(plan)));
        tree.put("decisions", plan.decisions().stream().map(decision -> decision.id()).toList());
        tree.put("questions", plan.questions().stream().map(question -> question.id()).toList());
        tree.put("humanTasks", plan.tasks().stream().filter(task -> task.kind() == TaskSpec.Kind.HUMAN)
                .map(TaskSpec::id).toList());
        tree.put("cost", cost(CostRange.of(runs.size(), settings), settings));
        tree.put("problems", loaded.problems().stream().map(WhatTree::problem).toList());
        return tree;
    }

    private static Map<String, Object> task(TaskSpec task) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("task", task.id());
        tree.put("agent", task.agent());
        tree.put("dependsOn", task.dependsOn());
        tree.put("sameAs", task.sameAs());
        tree.put("line", task.place().line());
        return tree;
    }

    private static Map<String, Object> commands(RunSettings settings) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("allowed", settings.approvals().allowed());
        tree.put("otherwise", word(settings.approvals().otherwise()));
        return tree;
    }

    private static Map<String, Object> pace(RunSettings settings) {
        var limits = settings.limits();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("agentsMin", limits.agentsMin());
        tree.put("agentsMax", limits.agentsMax());
        tree.put("timeBoxMs", limits.timeBoxMs());
        tree.put("attemptsMax", limits.attemptsMax());
        tree.put("timeoutMs", limits.timeoutMs());
        return tree;
    }

    private static Map<String, Object> casting(Casting casting, RunSettings settings) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("agent", casting.agent());
        tree.put("model", settings.models().modelsFor(casting.agent()).getFirst().toString());
        tree.put("profile", casting.profile());
        tree.put("writes", casting.writes());
        return tree;
    }

    /** A price or budget that is not known is left out. */
    private static Map<String, Object> cost(CostRange range, RunSettings settings) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("says", range.sentence());
        put(tree, "lowMicros", range.lowMicros());
        put(tree, "highMicros", range.highMicros());
        put(tree, "budgetMicros", settings.budget().microsMax());
        put(tree, "budgetTokens", settings.budget().tokensMax());
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, OptionalLong value) {
        value.ifPresent(known -> tree.put(key, known));
    }

    private static Map<String, Object> problem(Problem problem) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("severity", word(problem.severity()));
        tree.put("code", problem.code());
        tree.put("message", problem.message());
        tree.put("file", problem.place().file());
        tree.put("line", problem.place().line());
        tree.put("hint", problem.hint());
        return tree;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

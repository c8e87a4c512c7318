package baton.plan.lint;

import java.util.regex.Pattern;

import baton.plan.Plan;
import baton.plan.PlanGraph;
import baton.plan.TaskSpec;

/** A task that speaks of everybody's results and waits for one of them. */
final class NarrowIntegration implements LintRule {
    private static final Pattern ALL_RESULTS = Pattern
            .compile(
                    "(?i).*(\\b(all|every|everybody's|each)\\b[^.]{0,40}|\\bcross[- ]?(agent|team|system)\\b[^.]{0,20})\\b(findings?|results?|reports?|outputs?|analys[ei]s|recommendations?|assessments?)\\b.*");

    @Override
    public void check(Plan plan, Report report) {
        var graph = PlanGraph.of(plan);
        var running = plan.tasks().stream().filter(TaskSpec::runs).toList();
        for (TaskSpec task : running) {
            int needed = graph.dependenciesOf(task.id()).size();
            if (needed == 1 && running.size() > 4 && ALL_RESULTS.matcher(task.title()).matches()) {
                report.warning("waits-for-too-few", task.place(), task.id() + " \"" + task.title()
                        + "\" speaks of all results and waits for " + graph.dependenciesOf(task.id()).getFirst()
                        + " alone; it starts without the others", "Let it depend on all whose results it needs.");
            }
        }
    }
}

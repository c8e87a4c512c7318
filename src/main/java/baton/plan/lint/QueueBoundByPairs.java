package baton.plan.lint;

import java.util.List;
import java.util.OptionalInt;

import baton.plan.Plan;
import baton.plan.PlanGraph;
import baton.plan.TaskSpec;

/** A pool that is to be refilled by whoever is next, while each of the next waits for one certain task. */
final class QueueBoundByPairs implements LintRule {

    @Override
    public void check(Plan plan, Report report) {
        OptionalInt floor = plan.limits().agentsMin();
        var graph = PlanGraph.of(plan);
        List<TaskSpec> queue = plan.tasks().stream().filter(TaskSpec::runs)
                .filter(task -> task.kind() == TaskSpec.Kind.FOLLOW_UP).toList();
        List<TaskSpec> bound = queue.stream().filter(task -> graph.dependenciesOf(task.id()).size() == 1).toList();
        if (floor.isPresent() && floor.getAsInt() > 1 && queue.size() > 1 && bound.size() == queue.size()) {
            TaskSpec first = bound.getFirst();
            report.warning("queue-bound-by-pairs", first.place(), "the pool of " + floor.getAsInt()
                    + " is refilled from a queue whose tasks each wait for one certain task: when another ends first, "
                    + first.id() + " still waits for " + graph.dependenciesOf(first.id()).getFirst()
                    + " and the pool falls below its floor",
                    "Take the arrows away, or accept a smaller pool meanwhile.");
        }
    }
}

package baton.plan.lint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import baton.plan.Phase;
import baton.plan.Plan;

/** A phase in which nothing is to do, in a plan that gives its work to phases. */
final class PhasesWithoutWork implements LintRule {

    @Override
    public void check(Plan plan, Report report) {
        Set<String> used = new LinkedHashSet<>();
        plan.tasks().forEach(task -> used.add(task.phase()));
        plan.checkpoints().forEach(checkpoint -> used.add(checkpoint.phase()));
        List<Phase> empty = plan.phases().stream()
                .filter(phase -> !used.contains(phase.id()) && !used.contains(phase.name())).toList();
        // Where most phases are bare, they are a calendar beside the work and not its order.
        if (empty.size() * 2 < plan.phases().size()) {
            empty.forEach(phase -> report.warning("phase-without-work", phase.place(),
                    "\"" + phase.name() + "\" has no task; the run passes over it", "Name its work, or leave it out."));
        }
    }
}

package baton.plan.lint;

import java.util.List;

import baton.plan.Plan;
import baton.plan.TaskSpec;

/** A document that names its dependencies by id and gives an id to few of its tasks. */
final class FewOwnIds implements LintRule {
    /** The form in which a reader numbers tasks that have no id of their own. */
    private static final String MADE = "T-\\d+";

    @Override
    public void check(Plan plan, Report report) {
        List<TaskSpec> own = plan.tasks().stream().filter(task -> !task.id().matches(MADE)).toList();
        long others = plan.tasks().stream().filter(TaskSpec::runs).filter(task -> task.id().matches(MADE)).count();
        boolean used = own.stream()
                .anyMatch(task -> task.dependsOn().stream().anyMatch(needed -> !needed.matches(MADE)));
        if (used && others > own.size()) {
            report.note("few-own-ids", own.getFirst().place(),
                    "only " + own.size() + " of the tasks have ids of their own ("
                            + String.join(", ", own.stream().map(TaskSpec::id).limit(5).toList())
                            + (own.size() > 5 ? ", …" : "")
                            + "); nothing can depend on the other " + others + " by name",
                    "Give every task an id.");
        }
    }
}

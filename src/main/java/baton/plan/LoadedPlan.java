package baton.plan;

import java.util.List;
import java.util.Objects;

/** What reading gave: the plan, everything worth saying about it, and how much was understood. */
public record LoadedPlan(Plan plan, List<Problem> problems, Coverage coverage) {
    /** True where an error refuses the plan; a run must then end with exit code 3. */
    public boolean isRefused() {
        return problems.stream().anyMatch(Problem::isError);
    }

    public LoadedPlan {
        problems = List.copyOf(problems);
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(coverage, "coverage");
    }
}

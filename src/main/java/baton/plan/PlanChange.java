package baton.plan;

import java.util.List;
import java.util.Objects;

/** One edit of the work while it runs. The plan itself stays as it was loaded. */
public sealed interface PlanChange {

    /** A new task. */
    record AddTask(TaskWish wish) implements PlanChange {
        public AddTask {
            Objects.requireNonNull(wish, "wish");
        }
    }

    /**
     * Several tasks in place of one; whoever needed it needs all of them.
     *
     * <p>A part without an agent goes to the agent of the whole. Outputs and criteria that no part takes over stay with the
     * last one, which then waits for the others.
     */
    record SplitTask(String task, List<TaskWish> parts) implements PlanChange {
        public SplitTask {
            Objects.requireNonNull(task, "task");
            parts = List.copyOf(parts);
        }
    }

    /** New values for one field of a task; an empty list empties it. */
    record EditTask(String task, Field field, List<String> values) implements PlanChange {
        public EditTask {
            Objects.requireNonNull(task, "task");
            Objects.requireNonNull(field, "field");
            values = List.copyOf(values);
        }
    }

    /** What can be edited. */
    enum Field {
        TITLE, NEEDS, INPUTS, DELIVERABLES, CRITERIA, OUTPUTS, TIME_BOX, DEADLINE
    }
}

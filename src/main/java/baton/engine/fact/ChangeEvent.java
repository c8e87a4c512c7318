package baton.engine.fact;

import java.util.List;

import baton.plan.PlanChange;
import baton.plan.Problem;
import baton.plan.TaskSpec;

/** Facts about edits of the work while it runs; the id is {@code C-1}. */
public sealed interface ChangeEvent extends Event {
    String id();

    /** Somebody wants this. */
    record ChangeProposed(String id, List<PlanChange> operations, String by) implements ChangeEvent {
        public ChangeProposed {
            operations = List.copyOf(operations);
        }
    }

    /** It holds. {@code edited} are the tasks that read differently from now on; new ones follow as facts of their own. */
    record ChangeAccepted(String id, List<TaskSpec> edited, String by) implements ChangeEvent {
        public ChangeAccepted {
            edited = List.copyOf(edited);
        }
    }

    /** Nothing of it holds, because of these errors. */
    record ChangeRejected(String id, List<Problem> problems, String by) implements ChangeEvent {
        public ChangeRejected {
            problems = List.copyOf(problems);
        }
    }
}

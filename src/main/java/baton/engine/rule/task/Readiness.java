package baton.engine.rule.task;

import baton.engine.TaskState.Status;
import baton.engine.Working;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.TaskEvent.TaskReady;

/** When a task may start. */
public final class Readiness {
    private Readiness() {}

    /** Something was settled: tasks that waited for nothing else are ready. */
    public static void release(Working working, String settled) {
        var dependents = working.state().work().dependents().get(settled);
        if (dependents != null) {
            dependents.forEach(task -> readyIfFree(working, task));
        }
    }

    /** Makes a pending task ready where nothing is left to wait for. */
    public static void readyIfFree(Working working, String id) {
        var task = working.state().work().task(id);
        if (task.isPresent() && task.get().status() == Status.PENDING && task.get().waitsFor().isEmpty()) {
            working.record(new Subject("", id, 0), new TaskReady());
        }
    }
}

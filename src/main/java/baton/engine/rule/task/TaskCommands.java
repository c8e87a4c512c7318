package baton.engine.rule.task;

import baton.engine.Command.CancelTask;
import baton.engine.Command.Reprioritise;
import baton.engine.Command.RetryTask;
import baton.engine.TaskState.Status;
import baton.engine.Working;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.TaskEvent.TaskCancelled;
import baton.engine.fact.TaskEvent.TaskReopened;
import baton.engine.fact.TaskEvent.TaskReprioritised;
import baton.engine.rule.people.Refusals;

/** What people do with tasks. */
public final class TaskCommands {
    private TaskCommands() {}

    /** Brings a failed or cancelled task back, with all its attempts. */
    public static void retry(Working working, RetryTask command) {
        var task = working.state().work().task(command.task());
        if (task.isEmpty() || (task.get().status() != Status.FAILED && task.get().status() != Status.CANCELLED)) {
            Refusals.refuse(working, "retry " + command.task(), "only a failed or cancelled task can be tried again");
            return;
        }
        working.causedBy(working.record(new Subject("", command.task(), 0), new TaskReopened(command.by())));
        AttemptEnds.tellDependents(working, command.task(), "is tried again");
        Readiness.readyIfFree(working, command.task());
    }

    /** Ends a task for good; what runs for it is stopped, and its dependents are told. */
    public static void cancel(Working working, CancelTask command) {
        var task = working.state().work().task(command.task());
        if (task.isEmpty() || task.get().status().isEnd()) {
            Refusals.refuse(working, "cancel " + command.task(), "there is no such task, or it has ended");
            return;
        }
        working.state().work().attempt(command.task() + "/" + task.get().attempts()).ifPresent(attempt -> {
            InFlight.cancel(working, attempt.id(), command.reason());
            AttemptEnds.close(working, attempt, End.CANCELLED, command.reason());
        });
        working.causedBy(
                working.record(new Subject("", command.task(), 0), new TaskCancelled(command.reason(), command.by())));
        AttemptEnds.tellDependents(working, command.task(), "was cancelled");
        Phases.completeIfDone(working, command.task());
    }

    public static void reprioritise(Working working, Reprioritise command) {
        var task = working.state().work().task(command.task());
        if (task.isEmpty() || task.get().status().isEnd()) {
            Refusals.refuse(working, "reprioritise " + command.task(), "there is no such task, or it has ended");
            return;
        }
        working.record(new Subject("", command.task(), 0), new TaskReprioritised(command.priority(), command.by()));
    }
}

package baton.engine.rule.task;

import baton.engine.Command.CancelTask;
import baton.engine.Command.Reassign;
import baton.engine.Command.Reprioritise;
import baton.engine.Command.RetryTask;
import baton.engine.TaskState.Status;
import baton.engine.Working;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.TaskEvent.TaskCancelled;
import baton.engine.fact.TaskEvent.TaskReprioritised;
import baton.engine.fact.TaskEvent.TaskResumed;
import baton.engine.rule.gate.Reviews;
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
        working.causedBy(working.record(new Subject("", command.task(), 0), new TaskResumed(command.by())));
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
        Stopping.withdraw(working, command.task(), "the task was cancelled");
        working.state().work().attempt(command.task() + "/" + task.get().attempts()).ifPresent(attempt -> {
            InFlight.cancel(working, attempt.id(), command.reason());
            AttemptEnds.close(working, attempt, End.CANCELLED, command.reason());
        });
        working.causedBy(
                working.record(new Subject("", command.task(), 0), new TaskCancelled(command.reason(), command.by())));
        AttemptEnds.tellDependents(working, command.task(), "was cancelled");
        Reviews.withoutVerdict(working, command.task(), command.reason());
        Phases.completeIfDone(working, command.task());
    }

    public static void reprioritise(Working working, Reprioritise command) {
        refuseUnlessDone(working, "reprioritise " + command.task(),
                reprioritise(working, command.task(), command.priority(), command.by()));
    }

    /** Carries it out, or says why not; empty where it was done. */
    public static String reprioritise(Working working, String task, String priority, String by) {
        var known = working.state().work().task(task);
        if (known.isEmpty() || known.get().status().isEnd()) {
            return "there is no such task, or it has ended";
        }
        working.record(new Subject("", task, 0), new TaskReprioritised(priority, by));
        return "";
    }

    public static void reassign(Working working, Reassign command) {
        refuseUnlessDone(working, "reassign " + command.task(),
                Reassigning.reassign(working, command.task(), command.agent(), Refusals.named(command.by())));
    }

    private static void refuseUnlessDone(Working working, String command, String reason) {
        if (!reason.isEmpty()) {
            Refusals.refuse(working, command, reason);
        }
    }
}

package baton.engine.rule.task;

import java.util.List;

import baton.engine.Command.CancelTask;
import baton.engine.Command.Reassign;
import baton.engine.Command.Reprioritise;
import baton.engine.Command.RetryTask;
import baton.engine.TaskState;
import baton.engine.TaskState.Status;
import baton.engine.Working;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.PeopleEvent.MessageSaid;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.TaskEvent.TaskCancelled;
import baton.engine.fact.TaskEvent.TaskReprioritised;
import baton.engine.fact.TaskEvent.TaskResumed;
import baton.engine.fact.TaskEvent.TaskWaiting;
import baton.engine.rule.gate.Reviews;
import baton.engine.rule.people.Refusals;
import baton.engine.rule.people.Rework;

/** What people do with tasks. */
public final class TaskCommands {
    private TaskCommands() {}

    /** Brings a task back that has ended, with all its attempts; one that was accepted is done again. */
    public static void retry(Working working, RetryTask command) {
        var problem = working.state().work().task(command.task()).map(task -> whyNotAgain(working, task))
                .orElse("there is no such task");
        if (!problem.isEmpty()) {
            Refusals.refuse(working, "retry " + command.task(), problem);
            return;
        }
        again(working, List.of(command.task()), "", command.by());
        Rework.withdrawSettled(working);
    }

    private static String whyNotAgain(Working working, TaskState task) {
        if (working.state().shared().reviews().containsKey(task.id()) && task.status() == Status.ACCEPTED) {
            return "a verdict is given once; whoever claims again is reviewed again";
        }
        return switch (task.status()) {
            case FAILED, CANCELLED, ACCEPTED -> "";
            case SPLIT -> "others stand in its place: " + task.reason();
            case PENDING, READY, RUNNING, PARKED -> "it has not ended";
        };
    }

    /**
     * Lets tasks that have ended run again.
     *
     * @param note what their agents are told before they begin, or empty
     */
    public static void again(Working working, List<String> tasks, String note, String by) {
        for (var id : tasks) {
            boolean wasAccepted = working.state().work().task(id).orElseThrow().status() == Status.ACCEPTED;
            var subject = new Subject("", id, 0);
            working.causedBy(working.record(subject, new TaskResumed(by)));
            if (!note.isEmpty()) {
                working.record(subject, new MessageSaid("", id, note, by));
            }
            if (wasAccepted) {
                tellWhoNeeds(working, id, by);
            } else {
                AttemptEnds.tellDependents(working, id, "is tried again");
            }
        }
        tasks.forEach(id -> Readiness.readyIfFree(working, id));
    }

    /** Whoever has not begun waits for it; whoever is at work hears that it may come out otherwise. */
    private static void tellWhoNeeds(Working working, String id, String by) {
        for (var task : working.state().work().needing(id)) {
            switch (task.status()) {
                case PENDING -> working.record(new Subject("", task.id(), 0),
                        new TaskWaiting("needs " + id + ", which is done again"));
                case RUNNING, PARKED -> working.record(new Subject("", task.id(), 0), new MessageSaid("", task.id(),
                        id + ", on which you build, is done again and may come out otherwise.", by));
                case READY, ACCEPTED, FAILED, CANCELLED, SPLIT -> {
                    // A ready one became pending with the fact; what has ended is asked about, or was not built on it.
                }
            }
        }
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

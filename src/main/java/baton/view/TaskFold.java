package baton.view;

import java.util.function.UnaryOperator;

import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.TaskEvent;
import baton.engine.fact.TaskEvent.TaskAccepted;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.fact.TaskEvent.TaskCancelled;
import baton.engine.fact.TaskEvent.TaskClaimed;
import baton.engine.fact.TaskEvent.TaskFailed;
import baton.engine.fact.TaskEvent.TaskPaused;
import baton.engine.fact.TaskEvent.TaskProgressed;
import baton.engine.fact.TaskEvent.TaskReady;
import baton.engine.fact.TaskEvent.TaskReassigned;
import baton.engine.fact.TaskEvent.TaskReprioritised;
import baton.engine.fact.TaskEvent.TaskResumed;
import baton.engine.fact.TaskEvent.TaskSplit;
import baton.engine.fact.TaskEvent.TaskStarted;
import baton.engine.fact.TaskEvent.TaskWaiting;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;

/** What facts about tasks change in the view. */
final class TaskFold {
    private TaskFold() {}

    static SessionView apply(SessionView view, Subject subject, TaskEvent fact) {
        return switch (fact) {
            case TaskAdded added -> view.with(TaskCard.added(added.task(), added.parent()));
            case TaskReady ready -> change(view, subject, task -> task.stands(Stand.READY, ""));
            case TaskWaiting waiting -> change(view, subject, task -> waits(task, waiting.reason()));
            case TaskStarted started -> change(view, subject, task -> task.stands(Stand.AT_WORK, ""));
            case TaskProgressed progressed ->
                change(view, subject, task -> task.withProgress(progressed.percent(), progressed.text()));
            case TaskClaimed claimed ->
                change(view, subject, task -> task.stands(Stand.CLAIMED, "").withSummary(claimed.summary()));
            case TaskAccepted accepted -> change(view, subject, task -> accepted(task, accepted));
            case TaskFailed failed -> change(view, subject, task -> task.stands(Stand.FAILED, failed.reason()));
            case TaskCancelled cancelled ->
                change(view, subject, task -> task.stands(Stand.CANCELLED, cancelled.reason()));
            case TaskPaused paused -> change(view, subject, task -> task.withPause(paused.by()));
            case TaskResumed resumed -> change(view, subject, TaskFold::resumed);
            case TaskReassigned changed -> change(view, subject, task -> task.withSpec(given(task, changed.agent())));
            case TaskSplit split -> split(view, subject, split);
            case TaskReprioritised changed ->
                change(view, subject, task -> task.withPriority(changed.priority()));
        };
    }

    /** One that was only paused goes on as it stood; a parked attempt queues for a slot first. */
    private static TaskCard resumed(TaskCard task) {
        var free = task.withPause("");
        if (task.stand().isEnded()) {
            var again = task.stand().isAccepted() ? free.withProgress(0, "") : free;
            return again.withDoubt("").stands(Stand.WAITING, "");
        }
        return task.stand() == Stand.PAUSED ? free.stands(Stand.READY, "") : free;
    }

    private static TaskSpec given(TaskCard task, String agent) {
        var draft = TaskDraft.from(task.spec());
        draft.agent = agent;
        return draft.toTask();
    }

    /** Whoever needed the whole needs its parts. */
    private static SessionView split(SessionView view, Subject subject, TaskSplit split) {
        var changed = change(view, subject,
                task -> task.withPause("").stands(Stand.SPLIT, "split into " + String.join(", ", split.into())));
        for (var task : view.tasks()) {
            int at = task.spec().dependsOn().indexOf(subject.task());
            if (at >= 0 && !task.stand().isEnded()) {
                var draft = TaskDraft.from(task.spec());
                draft.dependsOn.remove(at);
                draft.dependsOn.addAll(at, split.into());
                changed = changed.with(task.withSpec(draft.toTask()));
            }
        }
        return changed;
    }

    private static TaskCard waits(TaskCard task, String reason) {
        return task.stands(task.stand().isUnderWay() ? Stand.PARKED : Stand.WAITING, reason);
    }

    private static TaskCard accepted(TaskCard task, TaskAccepted fact) {
        var stand = fact.degraded() ? Stand.DEGRADED : Stand.ACCEPTED;
        var summed = fact.summary().isBlank() ? task : task.withSummary(fact.summary());
        return summed.withProgress(100, task.note()).stands(stand, "");
    }

    static SessionView change(SessionView view, Subject subject, UnaryOperator<TaskCard> how) {
        return view.task(subject.task()).map(task -> view.with(how.apply(task))).orElse(view);
    }
}

package baton.engine;

import baton.engine.TaskState.Status;
import baton.engine.Work.ReadyKey;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.TaskEvent;
import baton.engine.fact.TaskEvent.TaskAccepted;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.fact.TaskEvent.TaskCancelled;
import baton.engine.fact.TaskEvent.TaskClaimed;
import baton.engine.fact.TaskEvent.TaskFailed;
import baton.engine.fact.TaskEvent.TaskProgressed;
import baton.engine.fact.TaskEvent.TaskReady;
import baton.engine.fact.TaskEvent.TaskReopened;
import baton.engine.fact.TaskEvent.TaskReprioritised;
import baton.engine.fact.TaskEvent.TaskStarted;
import baton.engine.fact.TaskEvent.TaskWaiting;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/** Folds facts about tasks. */
final class TaskFold {
    private TaskFold() {}

    static SessionState evolve(SessionState state, RecordedEvent recorded, TaskEvent event) {
        if (event instanceof TaskAdded added) {
            return added(state, added);
        }
        var id = recorded.subject().task();
        var task = state.work().task(id).orElseThrow(() -> new IllegalStateException("no task " + id));
        return switch (event) {
            case TaskAdded ignored -> state;
            case TaskReady ignored -> ready(state, task, recorded.seq());
            case TaskWaiting waiting ->
                state.with(state.work().withTask(task.withStatus(task.status(), waiting.reason())));
            case TaskStarted ignored -> moved(state, task, Status.RUNNING, "");
            case TaskProgressed progress -> state
                    .with(state.work().withTask(task.withProgress(progress.percent(), progress.text())));
            case TaskClaimed ignored -> state;
            case TaskAccepted accepted -> accepted(state, task, accepted);
            case TaskFailed failed -> ended(state, task, Status.FAILED, failed.reason());
            case TaskCancelled cancelled -> ended(state, task, Status.CANCELLED, cancelled.reason());
            case TaskReopened ignored -> reopened(state, task);
            case TaskReprioritised changed -> reprioritised(state, task, changed.priority());
        };
    }

    private static SessionState added(SessionState state, TaskAdded added) {
        var spec = added.task();
        var work = state.work();
        TreePSet<String> needs = TreePSet.from(spec.dependsOn());
        var task = new TaskState(spec, work.order().size(),
                Priorities.classOf(spec.priority(), state.setup().plan().priorities()),
                Status.PENDING, needs, 0, 0, TreePVector.empty(), "", 0, "", "", "", false, 0);
        var dependents = work.dependents();
        for (var need : needs) {
            var known = dependents.get(need);
            dependents = dependents.plus(need, (known == null ? TreePSet.<String>empty() : known).plus(spec.id()));
        }
        var left = work.phaseLeft().get(spec.phase());
        var totals = state.totals();
        return state
                .with(work.withTask(task).withOrder(work.order().plus(spec.id())).withDependents(dependents)
                        .withPhaseLeft(work.phaseLeft().plus(spec.phase(), left == null ? 1 : left + 1)))
                .with(totals.withTasks(totals.tasks() + 1, totals.accepted(), totals.failed(), totals.cancelled(),
                        totals.degraded()));
    }

    private static SessionState ready(SessionState state, TaskState task, long seq) {
        var next = TaskLife.TABLE.require(task.id(), task.status(), Status.READY);
        assert next == Status.READY;
        var ready = task.readyAt(seq);
        return state.with(state.work().withTask(ready).withReady(state.work().ready().plus(keyOf(ready))));
    }

    private static SessionState moved(SessionState state, TaskState task, Status to, String reason) {
        TaskLife.TABLE.require(task.id(), task.status(), to);
        var work = task.status() == Status.READY
                ? state.work().withReady(state.work().ready().minus(keyOf(task)))
                : state.work();
        return state.with(work.withTask(task.withStatus(to, reason)));
    }

    private static SessionState accepted(SessionState state, TaskState task, TaskAccepted accepted) {
        TaskLife.TABLE.require(task.id(), task.status(), Status.ACCEPTED);
        var totals = state.totals();
        var left = settle(state.with(countDown(state.work(), task)), task.id());
        return left.with(left.work().withTask(task.accepted(accepted.summary(), accepted.degraded())))
                .with(totals.withTasks(
                        totals.tasks(), totals.accepted() + 1, totals.failed(), totals.cancelled(),
                        totals.degraded() + (accepted.degraded() ? 1 : 0)));
    }

    private static SessionState ended(SessionState state, TaskState task, Status to, String reason) {
        var moved = moved(state, task, to, reason);
        var totals = moved.totals();
        return moved.with(countDown(moved.work(), task)).with(totals.withTasks(totals.tasks(), totals.accepted(),
                totals.failed() + (to == Status.FAILED ? 1 : 0), totals.cancelled() + (to == Status.CANCELLED ? 1 : 0),
                totals.degraded()));
    }

    private static SessionState reopened(SessionState state, TaskState task) {
        var totals = state.totals();
        var left = state.work().phaseLeft().get(task.spec().phase());
        var moved = moved(state, task, Status.PENDING, "");
        var fresh = moved.work().task(task.id()).orElseThrow().reopened();
        return moved
                .with(moved.work().withTask(fresh)
                        .withPhaseLeft(moved.work().phaseLeft().plus(task.spec().phase(), left == null ? 1 : left + 1)))
                .with(totals.withTasks(totals.tasks(), totals.accepted(),
                        totals.failed() - (task.status() == Status.FAILED ? 1 : 0),
                        totals.cancelled() - (task.status() == Status.CANCELLED ? 1 : 0), totals.degraded()));
    }

    private static SessionState reprioritised(SessionState state, TaskState task, String priority) {
        var changed = task.withPriority(Priorities.classOf(priority, state.setup().plan().priorities()));
        var work = state.work().withTask(changed);
        return state.with(task.status() == Status.READY
                ? work.withReady(work.ready().minus(keyOf(task)).plus(keyOf(changed)))
                : work);
    }

    private static Work countDown(Work work, TaskState task) {
        var left = work.phaseLeft().get(task.spec().phase());
        return work.withPhaseLeft(work.phaseLeft().plus(task.spec().phase(), left == null ? 0 : left - 1));
    }

    /** Takes an id out of what its dependents wait for. */
    static SessionState settle(SessionState state, String id) {
        var waiting = state.work().dependents().get(id);
        if (waiting == null) {
            return state;
        }
        var work = state.work();
        for (var dependent : waiting) {
            var task = work.task(dependent);
            if (task.isPresent()) {
                work = work.withTask(task.get().withWaitsFor(task.get().waitsFor().minus(id)));
            }
        }
        return state.with(work);
    }

    /** Makes tasks wait for a decision or blocker. */
    static SessionState gate(SessionState state, String id, Iterable<String> tasks) {
        var work = state.work();
        for (var gated : tasks) {
            var task = work.task(gated);
            if (task.isPresent() && task.get().status() == Status.PENDING) {
                var known = work.dependents().get(id);
                work = work.withTask(task.get().withWaitsFor(task.get().waitsFor().plus(id)))
                        .withDependents(work.dependents().plus(id,
                                (known == null ? TreePSet.<String>empty() : known).plus(gated)));
            }
        }
        return state.with(work);
    }

    private static ReadyKey keyOf(TaskState task) {
        return new ReadyKey(task.priority(), task.spec().deadline(), task.readySince(), task.order(), task.id());
    }
}

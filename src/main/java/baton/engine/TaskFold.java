package baton.engine;

import java.util.List;
import java.util.stream.Stream;

import baton.engine.TaskState.Status;
import baton.engine.fact.RecordedEvent;
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
            case TaskAccepted accepted -> NewsFold.accepted(accepted(state, task, accepted), task, accepted);
            case TaskFailed failed -> NewsFold.failed(ended(state, task, Status.FAILED, failed.reason()), task, failed);
            case TaskCancelled cancelled -> NewsFold.cancelled(
                    ended(state, task, Status.CANCELLED, cancelled.reason()), task, cancelled);
            case TaskPaused paused -> NewsFold.paused(
                    state.with(state.course().withPauses(state.course().pauses().withTask(id, paused.by()))), task,
                    paused);
            case TaskResumed ignored -> resumed(state, task);
            case TaskReprioritised changed -> reprioritised(state, task, changed.priority());
            case TaskReassigned changed -> reassigned(state, task, changed.agent());
            case TaskSplit split -> NewsFold.split(split(state, task, split.into()), task, split);
        };
    }

    private static SessionState added(SessionState state, TaskAdded added) {
        var spec = added.task();
        var work = state.work();
        TreePSet<String> needs = openNeeds(state, spec.dependsOn());
        var task = new TaskState(spec, work.order().size(),
                Priorities.classOf(spec.priority(), state.setup().plan().priorities()),
                Status.PENDING, needs, 0, 0, TreePVector.empty(), "", 0, "", "", "", false, 0,
                new TaskState.Origin(added.by(), added.brief(), added.parent()), TreePVector.empty());
        var dependents = work.dependents();
        for (var need : needs) {
            var known = dependents.get(need);
            dependents = dependents.plus(need, (known == null ? TreePSet.<String>empty() : known).plus(spec.id()));
        }
        var left = work.phaseLeft().get(spec.phase());
        var totals = state.totals();
        var parent = work.task(added.parent());
        work = parent.isEmpty() ? work : work.withTask(parent.get().withChild(spec.id()));
        var open = state.course().withMoreWork();
        var course = spec.id().startsWith("T-") ? PeopleFold.numbered(open, spec.id()) : open;
        return state.with(course)
                .with(work.withTask(task).withOrder(work.order().plus(spec.id())).withDependents(dependents)
                        .withPhaseLeft(work.phaseLeft().plus(spec.phase(), left == null ? 1 : left + 1)))
                .with(totals.withTasks(totals.tasks() + 1, totals.accepted(), totals.failed(), totals.cancelled(),
                        totals.degraded()));
    }

    /** Without tasks that are accepted and items that are settled already. */
    private static TreePSet<String> openNeeds(SessionState state, List<String> needs) {
        TreePSet<String> open = TreePSet.empty();
        for (var need : needs) {
            var item = state.people().items().get(need);
            boolean isDone = state.work().task(need).map(known -> known.status() == Status.ACCEPTED).orElse(false)
                    || state.course().phaseGates().get(need) == Course.RunGate.State.PASSED
                    || (item != null && !item.isOpen());
            open = isDone ? open : open.plus(need);
        }
        return open;
    }

    private static SessionState ready(SessionState state, TaskState task, long seq) {
        var next = TaskLife.TABLE.require(task.id(), task.status(), Status.READY);
        assert next == Status.READY;
        var ready = task.readyAt(seq);
        return queued(state.with(state.work().withTask(ready)), ready);
    }

    private static SessionState moved(SessionState state, TaskState task, Status to, String reason) {
        TaskLife.TABLE.require(task.id(), task.status(), to);
        var work = task.status() == Status.READY
                ? state.work().withReady(state.work().ready().without(task.id(), state.setup()))
                : state.work();
        return state.with(work.withTask(task.withStatus(to, reason)));
    }

    private static SessionState accepted(SessionState state, TaskState task, TaskAccepted accepted) {
        TaskLife.TABLE.require(task.id(), task.status(), Status.ACCEPTED);
        var totals = state.totals();
        var left = unpaused(settle(state.with(countDown(state.work(), task)), task.id()), task);
        return left.with(left.work().withTask(task.accepted(accepted.summary(), accepted.degraded())))
                .with(totals.withTasks(
                        totals.tasks(), totals.accepted() + 1, totals.failed(), totals.cancelled(),
                        totals.degraded() + (accepted.degraded() ? 1 : 0)));
    }

    private static SessionState ended(SessionState state, TaskState task, Status to, String reason) {
        var moved = unpaused(moved(state, task, to, reason), task);
        var totals = moved.totals();
        return moved.with(countDown(moved.work(), task)).with(totals.withTasks(totals.tasks(), totals.accepted(),
                totals.failed() + (to == Status.FAILED ? 1 : 0), totals.cancelled() + (to == Status.CANCELLED ? 1 : 0),
                totals.degraded()));
    }

    private static SessionState unpaused(SessionState state, TaskState task) {
        return state.with(state.course().withPauses(state.course().pauses().withTask(task.id(), "")));
    }

    /** A paused task may go on; one that has ended is brought back. */
    private static SessionState resumed(SessionState state, TaskState task) {
        var calm = unpaused(state, task);
        return task.status().isEnd()
                ? reopened(calm, task)
                : calm.with(Attempts.returning(calm.work().withTask(task.reopened())));
    }

    /** Attempts made by others count no more; a handoff that waits is for the new agent. */
    private static SessionState reassigned(SessionState state, TaskState task, String agent) {
        var draft = TaskDraft.from(task.spec());
        draft.agent = agent;
        var handoff = state.shared().handoffs().get(task.continues());
        var fresh = task.withSpec(draft.toTask()).reopened();
        var moved = state.with(state.work().withTask(fresh));
        return queued(handoff == null
                ? moved
                : moved.with(state.shared().withHandoff(handoff.toAgent(agent))), fresh);
    }

    /** It counts no more, and whoever needed it needs its parts. */
    private static SessionState split(SessionState state, TaskState task, List<String> into) {
        var moved = moved(state, task, Status.SPLIT, "split into " + String.join(", ", into));
        var totals = moved.totals();
        var work = countDown(moved.work(), task);
        var dependents = work.dependents();
        var waiting = dependents.get(task.id());
        for (var id : waiting == null ? TreePSet.<String>empty() : waiting) {
            var dependent = work.task(id).orElseThrow();
            var needs = dependent.waitsFor();
            if (needs.contains(task.id())) {
                work = work.withTask(needing(dependent, task.id(), into)
                        .withWaitsFor(needs.minus(task.id()).plusAll(into)));
                for (var part : into) {
                    var known = dependents.get(part);
                    dependents = dependents.plus(part,
                            (known == null ? TreePSet.<String>empty() : known).plus(id));
                }
            }
        }
        return unpaused(moved.with(work.withDependents(dependents)), task)
                .with(totals.withTasks(totals.tasks() - 1, totals.accepted(), totals.failed(), totals.cancelled(),
                        totals.degraded()));
    }

    private static TaskState needing(TaskState dependent, String whole, List<String> parts) {
        var draft = TaskDraft.from(dependent.spec());
        int at = draft.dependsOn.indexOf(whole);
        if (at >= 0) {
            draft.dependsOn.remove(at);
            draft.dependsOn.addAll(at, parts);
        }
        return dependent.withSpec(draft.toTask());
    }

    /** The task reads differently from now on; one that had not started may have other needs. */
    static SessionState edited(SessionState state, TaskSpec spec) {
        var task = state.work().task(spec.id()).orElseThrow();
        var work = state.work();
        if (task.status() == Status.READY) {
            work = work.withReady(work.ready().without(task.id(), state.setup()));
        }
        var changed = task.withSpec(spec);
        boolean moves = !spec.dependsOn().equals(task.spec().dependsOn());
        if (moves) {
            var open = openNeeds(state, spec.dependsOn());
            for (var gate : task.waitsFor()) {
                open = task.spec().dependsOn().contains(gate) ? open : open.plus(gate);
            }
            changed = changed.withWaitsFor(open);
            if (task.status() == Status.READY && !open.isEmpty()) {
                changed = changed.withStatus(Status.PENDING, "");
            }
            for (var need : open) {
                var known = work.dependents().get(need);
                work = work.withDependents(work.dependents().plus(need,
                        (known == null ? TreePSet.<String>empty() : known).plus(spec.id())));
            }
        }
        work = work.withTask(changed);
        return queued(state.with(work), changed);
    }

    private static SessionState reopened(SessionState state, TaskState task) {
        var totals = state.totals();
        var left = state.work().phaseLeft().get(task.spec().phase());
        boolean wasAccepted = task.status() == Status.ACCEPTED;
        var moved = moved(state, task, Status.PENDING, "");
        var fresh = moved.work().task(task.id()).orElseThrow().reopened();
        var again = moved.with(moved.course().withMoreWork())
                .with(moved.work().withTask(wasAccepted ? fresh.withProgress(0, "") : fresh)
                        .withPhaseLeft(moved.work().phaseLeft().plus(task.spec().phase(), left == null ? 1 : left + 1)))
                .with(totals.withTasks(totals.tasks(), totals.accepted() - (wasAccepted ? 1 : 0),
                        totals.failed() - (task.status() == Status.FAILED ? 1 : 0),
                        totals.cancelled() - (task.status() == Status.CANCELLED ? 1 : 0),
                        totals.degraded() - (wasAccepted && task.degraded() ? 1 : 0)));
        return wasAccepted ? needed(again, task) : again;
    }

    /** What a task names, and the gates of phases that it came after. */
    private static List<String> needsOf(SessionState state, TaskState task) {
        return Stream.concat(task.spec().dependsOn().stream(),
                state.setup().plan().phases().stream().map(phase -> Origins.PHASE_GATE + phase.id())
                        .filter(gate -> state.work().dependents().getOrDefault(gate, TreePSet.empty())
                                .contains(task.id())))
                .toList();
    }

    /** It waits for what it needs, and what has not begun waits for it again, and for the gate behind its phase. */
    private static SessionState needed(SessionState state, TaskState task) {
        var itself = state;
        for (var need : openNeeds(state, needsOf(state, task))) {
            itself = gate(itself, need, List.of(task.id()));
        }
        var waits = waiting(itself, task.id(), state.work().needing(task.id()).stream().map(TaskState::id).toList());
        var gate = Origins.PHASE_GATE + task.spec().phase();
        var behind = waits.work().dependents().get(gate);
        if (waits.course().phaseGates().get(gate) != Course.RunGate.State.PASSED) {
            return waits;
        }
        return waiting(waits.with(waits.course().withoutPhaseGate(gate)), gate,
                behind == null ? List.of() : List.copyOf(behind));
    }

    private static SessionState reprioritised(SessionState state, TaskState task, String priority) {
        var changed = task.withPriority(Priorities.classOf(priority, state.setup().plan().priorities()));
        return queued(state.with(state.work().withTask(changed)), changed);
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

    /** Makes tasks that have not begun wait for something, those included that are ready. */
    static SessionState waiting(SessionState state, String id, List<String> tasks) {
        var work = state.work();
        for (var waits : tasks) {
            var task = work.task(waits);
            if (task.isPresent() && task.get().status() == Status.READY) {
                work = work.withReady(work.ready().without(waits, state.setup()))
                        .withTask(task.get().withStatus(Status.PENDING, ""));
            }
        }
        return gate(state.with(work), id, tasks);
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

    /** A ready task queues with its agent, by what is known of it now. */
    private static SessionState queued(SessionState state, TaskState task) {
        if (task.status() != Status.READY) {
            return state;
        }
        var key = new ReadyTasks.Key(task.priority(), task.spec().deadline(), task.readySince(), task.order(),
                task.id(), state.agentFor(task));
        var others = state.work().ready().without(task.id(), state.setup());
        return state.with(state.work().withReady(others.with(key, state.setup())));
    }
}

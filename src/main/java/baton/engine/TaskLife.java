package baton.engine;

import static baton.engine.TaskState.Status.ACCEPTED;
import static baton.engine.TaskState.Status.CANCELLED;
import static baton.engine.TaskState.Status.FAILED;
import static baton.engine.TaskState.Status.PARKED;
import static baton.engine.TaskState.Status.PENDING;
import static baton.engine.TaskState.Status.READY;
import static baton.engine.TaskState.Status.RUNNING;
import static baton.engine.TaskState.Status.SPLIT;

/** The life cycle of a task. */
public final class TaskLife {
    public static final TransitionTable<TaskState.Status> TABLE = TransitionTable.of(TaskState.Status.class)
            .move(PENDING, READY, FAILED, CANCELLED, SPLIT).move(READY, PENDING, RUNNING, FAILED, CANCELLED, SPLIT)
            .move(RUNNING, READY, PARKED, ACCEPTED, FAILED, CANCELLED, SPLIT)
            .move(PARKED, RUNNING, READY, ACCEPTED, FAILED, CANCELLED, SPLIT)
            .move(FAILED, PENDING).move(CANCELLED, PENDING).move(ACCEPTED, PENDING).done();

    private TaskLife() {}
}

package baton.engine.rule.task;

import java.util.List;

import baton.engine.AttemptState;
import baton.engine.SessionState;
import baton.engine.TaskState;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;

/** What an agent that delegated watches, and what its own claim is weighed by. */
public final class Orchestrators {
    private Orchestrators() {}

    /** The attempt has delegated tasks of which some may still bring news. */
    public static boolean waitsForOthers(SessionState state, AttemptState attempt) {
        return openChildren(state, attempt.task()).stream().anyMatch(child -> mayMove(state, child));
    }

    /** Delegated tasks that have not ended. */
    public static List<TaskState> openChildren(SessionState state, String parent) {
        var task = state.work().task(parent);
        return task.isEmpty() || task.get().children().isEmpty()
                ? List.of()
                : task.get().children().stream().flatMap(id -> state.work().task(id).stream())
                        .filter(child -> !child.status().isEnd()).toList();
    }

    /** It is under way, or waits for something that is; a task behind a failed one never moves by itself. */
    private static boolean mayMove(SessionState state, TaskState child) {
        return child.status().isMoving() || (!child.waitsFor().isEmpty() && child.waitsFor().stream()
                .allMatch(need -> state.people().open().contains(need)
                        || state.work().task(need).map(task -> !task.status().isEnd()).orElse(false)));
    }

    /**
     * What a claim on this task is weighed by.
     *
     * <p>A task that delegated and states no criteria of its own is a goal: the goal itself is then the one criterion.
     */
    public static TaskSpec asked(SessionState state, String id) {
        var task = state.work().task(id).orElseThrow();
        boolean isGoal = !task.children().isEmpty() && task.spec().acceptance().isEmpty()
                && task.spec().outputs().isEmpty();
        if (!isGoal) {
            return task.spec();
        }
        var draft = TaskDraft.from(task.spec());
        draft.acceptance.add("the goal is met: " + task.spec().title());
        return draft.toTask();
    }
}

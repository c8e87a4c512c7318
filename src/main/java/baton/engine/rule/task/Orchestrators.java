package baton.engine.rule.task;

import java.util.List;
import java.util.Locale;

import baton.engine.AttemptState;
import baton.engine.SessionState;
import baton.engine.TaskState;
import baton.plan.AgentSpec;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;

/** Which agent breaks goals down and delegates, and what it watches. */
public final class Orchestrators {
    private Orchestrators() {}

    /** True for the agent of that id, and for one whose id or name has the word in it. */
    public static boolean isOne(SessionState state, String agent) {
        var known = state.setup().agents().get(agent);
        return agent.equals(PlanLint.ORCHESTRATOR) || (known != null && isCalledSo(known));
    }

    /** An orchestrator at work on something that nobody delegated; so a chain of delegations ends after one step. */
    public static boolean mayDelegate(SessionState state, AttemptState attempt) {
        return isOne(state, attempt.agent())
                && state.work().task(attempt.task()).orElseThrow().origin().parent().isEmpty();
    }

    /** The session's orchestrator; every session has one, also where its plan names none. */
    public static String of(SessionState state) {
        return state.setup().agents().containsKey(PlanLint.ORCHESTRATOR)
                ? PlanLint.ORCHESTRATOR
                : state.setup().agents().values().stream().filter(Orchestrators::isCalledSo).map(AgentSpec::id)
                        .findFirst().orElse(PlanLint.ORCHESTRATOR);
    }

    private static boolean isCalledSo(AgentSpec agent) {
        return hasWord(agent.id()) || hasWord(agent.name());
    }

    private static boolean hasWord(String name) {
        return List.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)).contains(PlanLint.ORCHESTRATOR);
    }

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

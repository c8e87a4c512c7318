package baton.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import baton.chat.ChatNames.Agent;
import baton.chat.ChatNames.Item;
import baton.chat.ChatNames.Task;
import baton.chat.ChatNames.Wait;
import baton.engine.People;
import baton.engine.SessionState;
import baton.engine.TaskState;

/** The names a line may use in a session as it stands. */
public final class SessionNames {
    private static final List<Wait> URGENCY = List.of(Wait.APPROVAL, Wait.BLOCKER, Wait.DECISION, Wait.QUESTION);

    private SessionNames() {}

    /** {@code lane} is the agent that plain words go to, or empty. */
    public static ChatNames of(SessionState state, String lane) {
        return new ChatNames(agents(state), tasks(state), open(state), state.setup().templates(),
                state.setup().orchestrator(), lane, paused(state));
    }

    private static List<Agent> agents(SessionState state) {
        return state.setup().agents().values().stream()
                .map(agent -> new Agent(agent.id(), agent.name(), agent.aliases(), agent.group())).toList();
    }

    private static List<Task> tasks(SessionState state) {
        return state.work().order().stream().flatMap(id -> state.work().task(id).stream())
                .map(task -> new Task(task.id(), task.spec().title(), task.spec().agent(), task.status().isEnd(),
                        working(state, task)))
                .toList();
    }

    private static String working(SessionState state, TaskState task) {
        return task.attempts() == 0
                ? ""
                : state.work().attempt(task.id() + "/" + task.attempts()).map(attempt -> attempt.agent()).orElse("");
    }

    private static List<Item> open(SessionState state) {
        return state.people().open().stream().map(id -> state.people().items().get(id)).filter(item -> item != null)
                .sorted(Comparator.comparingInt((People.Item item) -> URGENCY.indexOf(wait(item)))
                        .thenComparingLong(People.Item::seq))
                .map(item -> new Item(item.id(), wait(item), item.text(), item.options())).toList();
    }

    private static Wait wait(People.Item item) {
        return switch (item.kind()) {
            case BLOCKER -> Wait.BLOCKER;
            case QUESTION -> Wait.QUESTION;
            case DECISION -> Wait.DECISION;
            case APPROVAL -> Wait.APPROVAL;
        };
    }

    private static List<String> paused(SessionState state) {
        var pauses = state.course().pauses();
        var paused = new ArrayList<String>();
        if (!pauses.everybody().isEmpty()) {
            paused.add("");
        }
        paused.addAll(pauses.agents().keySet());
        paused.addAll(pauses.tasks().keySet());
        return paused;
    }
}

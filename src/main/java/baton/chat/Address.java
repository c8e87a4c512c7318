package baton.chat;

import java.util.List;

/** To whom words go. */
public sealed interface Address {
    /** Nobody was named: the focused agent, else the orchestrator. */
    record Unnamed() implements Address {}

    record ToAgent(String id) implements Address {}

    /** {@code @group}: everybody in it. */
    record ToGroup(String name, List<String> agents) implements Address {
        public ToGroup {
            agents = List.copyOf(agents);
        }
    }

    /** {@code @all}: everybody at work. */
    record ToAll() implements Address {}

    /** {@code #T-3}: whoever works at the task, now or later. */
    record ToTask(String id) implements Address {}
}

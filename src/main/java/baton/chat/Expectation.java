package baton.chat;

import java.util.OptionalInt;

/** What a script expects to hold, now or within a time. */
public sealed interface Expectation {
    /** How a task stands, in the words that people see. */
    enum TaskIs {
        WAITING, READY, RUNNING, PARKED, PAUSED, ACCEPTED, FAILED, CANCELLED, SPLIT
    }

    /** {@code expect task T-3 accepted}. */
    record TaskStands(String task, TaskIs is) implements Expectation {}

    /** {@code expect tasks accepted} for all of them, {@code expect tasks 3 accepted} for so many. */
    record TasksStand(OptionalInt count, TaskIs is) implements Expectation {}

    /** {@code expect event task.accepted}, {@code expect event handoff.created 2}: at least so many. */
    record EventSeen(String type, int times) implements Expectation {}

    /** {@code expect no event task.failed}. */
    record EventNotSeen(String type) implements Expectation {}

    /** {@code expect words "merged"}: somewhere in what was said; of one agent where {@code @name} stands before it. */
    record WordsSaid(String agent, String words) implements Expectation {}

    /** {@code expect inbox empty}. */
    record InboxEmpty() implements Expectation {}

    /** {@code expect inbox Q-1}: it waits for a person; without an id, anything does. */
    record InboxHas(String id) implements Expectation {}

    /** {@code expect file docs/a.md}, with words it holds where they follow. */
    record FileIs(String path, String words) implements Expectation {}

    /** {@code expect exit 0}: the session has ended so. */
    record Exit(int code) implements Expectation {}

    /** The state a session is in when nothing can go on by itself: {@code expect idle}. */
    record Idle() implements Expectation {}
}

package baton.tui.screen;

import java.util.Optional;

import baton.tui.frame.Ink;
import baton.tui.state.Lists;
import baton.tui.state.Scene;
import baton.view.AgentCard;
import baton.view.AttemptCard;
import baton.view.Tags;
import baton.view.TaskCard;
import baton.view.page.Reason;
import baton.view.text.Amounts;

/**
 * One agent as every view shows it.
 *
 * @param leftMs time left of its box; negative where it is over, and 0 with {@code boxMs} 0 where there is none
 */
record AgentRow(AgentCard agent, Tags.Tag tag, Optional<TaskCard> task, Mark mark, int percent, long leftMs,
        long boxMs) {

    static AgentRow of(Scene scene, Tags tags, AgentCard agent) {
        var session = scene.session();
        var task = Lists.task(session, agent);
        long boxMs = task.map(session::boxMs).orElse(0L);
        long workedMs = task.flatMap(TaskCard::lastAttempt).map(attempt -> attempt.workedMs(scene.runMs())).orElse(0L);
        return new AgentRow(agent, tags.of(agent.id()), task, task.map(card -> Mark.of(card.stand())).orElse(Mark.IDLE),
                task.map(TaskCard::percent).orElse(0), boxMs - workedMs, boxMs);
    }

    int ink() {
        return Ink.agent(tag.number());
    }

    boolean isAtWork() {
        return mark == Mark.RUN || mark == Mark.CHECKED;
    }

    /** The clock of its box, or the word that says why there is none. */
    String clock() {
        return switch (mark) {
            case RUN, CHECKED -> boxMs == 0 ? "" : (leftMs < 0 ? "-" : "") + Amounts.clock(Math.abs(leftMs));
            case ASKS -> "waits";
            case PAUSED -> "paused";
            case DONE -> "done";
            case FAILED -> "failed";
            case CANCELLED -> "off";
            case QUEUED -> "queued";
            case WATCHES -> "watches";
            case IDLE -> "";
        };
    }

    /** A box warns from 20 % on. */
    int clockInk() {
        if (!isAtWork() || boxMs == 0) {
            return mark == Mark.ASKS || mark == Mark.FAILED ? mark.ink : Ink.DIM;
        }
        return leftMs <= 0 ? Ink.BAD : leftMs * 5 < boxMs ? Ink.WARN : Ink.PLAIN;
    }

    /** What it does, or why it does nothing. */
    String doing(Scene scene) {
        if (task.isEmpty()) {
            return "";
        }
        String now = task.get().lastAttempt().map(AttemptCard::doing).orElse("");
        return switch (mark) {
            case RUN, CHECKED -> now.isEmpty() ? agent.note() : now;
            case DONE -> task.get().summary();
            case ASKS, PAUSED, FAILED, CANCELLED, QUEUED, WATCHES, IDLE -> Reason.of(scene.session(), task.get());
        };
    }
}

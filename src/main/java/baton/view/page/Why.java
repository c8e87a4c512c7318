package baton.view.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import baton.view.InboxItem;
import baton.view.SessionView;
import baton.view.Stand;
import baton.view.TaskCard;
import baton.view.Wording;
import baton.view.page.Table.Cell;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** For every task that does not run, one sentence why. */
public final class Why {
    private Why() {}

    /** All tasks that have neither been accepted nor are at work; one line that says so where there is none. */
    public static List<StyledLine> of(SessionView view, int columnsMax) {
        var table = new Table(columnsMax);
        var open = view.tasks().stream().filter(task -> !task.stand().isAccepted() && task.stand() != Stand.AT_WORK)
                .toList();
        if (open.isEmpty()) {
            return List.of(StyledLine.of("Nothing waits: every task is accepted or at work."));
        }
        open.forEach(task -> table.row(Cell.of(task.id()), Cell.of(task.spec().agent()),
                Cell.of(TaskSection.tone(task.stand()), task.stand().words()), Cell.of(sentence(view, task))));
        return table.lines(0);
    }

    /** One task in full: how it stands, why, its attempts, and what to type where a person is needed. */
    public static List<StyledLine> of(SessionView view, TaskCard task, String session) {
        var lines = new ArrayList<StyledLine>();
        lines.add(StyledLine.of(Tone.STRONG, task.id()).and(" " + task.spec().title()));
        lines.add(StyledLine.of("  " + task.spec().agent() + ": ")
                .and(TaskSection.tone(task.stand()), task.stand().words()).and(". " + sentence(view, task)));
        for (var attempt : task.attempts()) {
            String end = attempt.end().map(Wording::words).orElse("under way");
            lines.add(StyledLine.of(Tone.DIM, "  attempt " + attempt.number() + " by " + attempt.agent() + ": "
                    + Amounts.duration(attempt.workedMs(view.head().runMs())) + ", " + end
                    + (attempt.reason().isBlank() ? "" : ", " + attempt.reason())));
        }
        view.inbox().stream().filter(item -> item.isOpen() && concerns(item, task))
                .forEach(item -> lines.add(StyledLine.of("  ").and(Tone.ATTENTION, item.id())
                        .and(" " + item.ask().words() + "  ")
                        .and(Tone.DIM, NextCommands.answering(item, session))));
        return lines;
    }

    /** The one sentence; where the record gives no reason it follows from the plan and the board. */
    static String sentence(SessionView view, TaskCard task) {
        return switch (task.stand()) {
            case READY -> "Everything it needs is there; " + view.pool().active() + " of "
                    + view.pool().ceiling() + " agents are at work and the next free slot decides.";
            case AT_WORK -> task.lastAttempt().map(attempt -> "It is at work" + doing(attempt.doing()) + ".")
                    .orElse("It is at work.");
            case CLAIMED -> "Its agent says it is done, and the gate is checking.";
            case ACCEPTED, DEGRADED -> "It is done.";
            case WAITING, PARKED, FAILED, CANCELLED ->
                task.reason().isBlank() ? missing(view, task).orElse("It has not started.") : asSentence(task.reason());
        };
    }

    private static String doing(String what) {
        return what.isEmpty() ? "" : ", " + what;
    }

    private static Optional<String> missing(SessionView view, TaskCard task) {
        var needs = task.spec().dependsOn().stream()
                .filter(id -> view.task(id).map(other -> !other.stand().isAccepted()).orElse(true)).toList();
        return needs.isEmpty() ? Optional.empty() : Optional.of("It needs " + String.join(", ", needs) + " first.");
    }

    private static String asSentence(String reason) {
        String text = reason.strip();
        String first = text.substring(0, text.offsetByCodePoints(0, 1));
        String closed = text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? "" : ".";
        return first.toUpperCase(Locale.ROOT) + text.substring(first.length()) + closed;
    }

    private static boolean concerns(InboxItem item, TaskCard task) {
        return item.task().equals(task.id()) || item.ask().held().contains(task.id());
    }
}

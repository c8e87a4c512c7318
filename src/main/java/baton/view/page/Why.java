package baton.view.page;

import java.util.ArrayList;
import java.util.List;

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

    /**
     * All tasks that have neither been accepted nor are at work, and accepted ones of which a person is asked whether they
     * are done again; one line that says so where there is none.
     */
    public static List<StyledLine> of(SessionView view, int columnsMax) {
        var table = new Table(columnsMax);
        var open = open(view);
        if (open.isEmpty()) {
            return List.of(StyledLine.of("Nothing waits: every task is accepted or at work."));
        }
        open.forEach(task -> table.row(Cell.of(task.id()), Cell.of(task.spec().agent()),
                Cell.of(TaskSection.tone(task.stand()), task.stand().words()), Cell.of(Reason.of(view, task))));
        return table.lines(0);
    }

    /** The tasks that have neither been accepted nor are at work, and those that may be done again. */
    public static List<TaskCard> open(SessionView view) {
        return view.tasks().stream()
                .filter(task -> (!task.stand().isAccepted() && task.stand() != Stand.AT_WORK)
                        || !Reason.rework(view, task).isEmpty())
                .toList();
    }

    /** Why a task stands as it does, in one sentence. */
    public static String sentence(SessionView view, TaskCard task) {
        return Reason.of(view, task);
    }

    /** The ids of what a person must settle before the task can go on. */
    public static List<String> people(SessionView view, TaskCard task) {
        return view.inbox().stream().filter(item -> item.isOpen() && concerns(item, task)).map(InboxItem::id).toList();
    }

    /** One task in full: how it stands, why, its attempts, and what to type where a person is needed. */
    public static List<StyledLine> of(SessionView view, TaskCard task, String session) {
        var lines = new ArrayList<StyledLine>();
        lines.add(StyledLine.of(Tone.STRONG, task.id()).and(" " + task.spec().title()));
        lines.add(StyledLine.of("  " + task.spec().agent() + ": ")
                .and(TaskSection.tone(task.stand()), task.stand().words()).and(". " + Reason.of(view, task)));
        for (var attempt : task.attempts()) {
            String end = attempt.end().map(Wording::words).orElse("under way");
            lines.add(StyledLine.of(Tone.DIM, "  attempt " + attempt.number() + " by " + attempt.agent() + ": "
                    + Amounts.duration(attempt.workedMs(view.head().runMs())) + ", " + end
                    + (attempt.reason().isBlank() ? "" : ", " + attempt.reason())));
        }
        view.inbox().stream().filter(item -> item.isOpen() && concerns(item, task))
                .forEach(item -> lines.add(StyledLine.of("  ").and(Tone.ATTENTION, item.id())
                        .and(" " + item.ask().words() + "  ")
                        .and(Tone.DIM, new AnswerWay.ByResume(session).line(item))));
        return lines;
    }

    private static boolean concerns(InboxItem item, TaskCard task) {
        return item.task().equals(task.id()) || item.ask().held().contains(task.id())
                || item.ask().about().contains(task.id());
    }
}

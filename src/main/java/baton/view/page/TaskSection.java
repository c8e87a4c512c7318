package baton.view.page;

import java.util.ArrayList;
import java.util.List;

import baton.view.AttemptCard;
import baton.view.SessionView;
import baton.view.Stand;
import baton.view.TaskCard;
import baton.view.page.Table.Cell;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** Every task with who did it, how it stands and its time against its box. */
final class TaskSection {
    private TaskSection() {}

    static List<StyledLine> of(SessionView view, int columnsMax) {
        var table = new Table(columnsMax);
        for (var task : view.tasks()) {
            table.row(Cell.of(task.id()), Cell.of(agent(task)), Cell.of(tone(task.stand()), task.stand().words()),
                    Cell.of(Tone.DIM, time(view, task)), Cell.of(title(task)));
        }
        return new ArrayList<>(table.lines(2));
    }

    private static String agent(TaskCard task) {
        return task.lastAttempt().map(AttemptCard::agent).filter(agent -> !agent.isEmpty())
                .orElse(task.spec().agent());
    }

    private static String time(SessionView view, TaskCard task) {
        if (task.attempts().isEmpty()) {
            return "";
        }
        long boxMs = view.boxMs(task);
        int attempts = task.attempts().size();
        String worked = Amounts.duration(task.workedMs(view.head().runMs()));
        String box = boxMs == 0 ? "" : " of " + (attempts > 1 ? attempts + " × " : "") + Amounts.duration(boxMs);
        String tries = attempts > 1 && boxMs == 0 ? ", " + attempts + " attempts" : "";
        return worked + box + tries;
    }

    private static String title(TaskCard task) {
        if (task.stand().isAccepted() && !task.doubt().isEmpty()) {
            return task.spec().title() + ": built on " + task.doubt() + " before it was overturned";
        }
        boolean told = task.stand().isAccepted() || task.reason().isBlank();
        return told ? task.spec().title() : task.spec().title() + ": " + task.reason();
    }

    static Tone tone(Stand stand) {
        return switch (stand) {
            case ACCEPTED, DEGRADED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case PARKED, PAUSED, CANCELLED -> Tone.ATTENTION;
            case WAITING, READY, AT_WORK, CLAIMED, WATCHING, SPLIT -> Tone.PLAIN;
        };
    }
}

package baton.view.page;

import java.util.ArrayList;
import java.util.List;

import baton.view.AttemptCard;
import baton.view.InboxItem;
import baton.view.SessionView;
import baton.view.Stand;
import baton.view.Wording;
import baton.view.page.Table.Cell;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** Where a session stands now, short: how far it is, who is at work, what needs a person. */
public final class Standing {
    private Standing() {}

    /** {@code way} is how the reader would settle what needs a person. */
    public static List<StyledLine> of(SessionView view, AnswerWay way, int columnsMax) {
        var page = new Page(columnsMax);
        page.line(headline(view)).line(StyledLine.of(inShort(view)));
        page.section("At work", atWork(view, columnsMax));
        page.section("Needs you", open(view, way));
        return page.lines();
    }

    private static StyledLine headline(SessionView view) {
        var head = view.head();
        var result = head.result();
        return (head.isRehearsal() ? StyledLine.of(Tone.ATTENTION, "rehearsal").and(" · ") : StyledLine.EMPTY)
                .and(Tone.STRONG, head.planName()).and(" · ")
                .and(result.map(Wording::tone).orElse(Tone.PLAIN),
                        result.map(ended -> Wording.status(ended.status()))
                                .orElse(head.pausedBy().isEmpty() ? "at work" : "paused by " + head.pausedBy()));
    }

    /** One sentence for a status line; nothing in it changes unless the session does, except the time. */
    public static String inShort(SessionView view) {
        int accepted = view.count(Stand.ACCEPTED) + view.count(Stand.DEGRADED);
        long needed = view.inbox().stream().filter(InboxItem::isOpen).count();
        return accepted + " of " + Amounts.of(view.tasks().size(), "task") + " accepted, "
                + Amounts.of(view.pool().active(), "agent") + " at work"
                + (needed == 0 ? "" : ", " + Amounts.of(needed, "matter") + " for you") + ", "
                + Amounts.duration(view.head().runMs());
    }

    private static List<StyledLine> atWork(SessionView view, int columnsMax) {
        var table = new Table(columnsMax);
        view.tasks().stream().filter(task -> task.stand().isUnderWay()).forEach(task -> {
            String agent = task.lastAttempt().map(AttemptCard::agent).orElse(task.spec().agent());
            String done = task.percent() == 0 ? "" : task.percent() + " %";
            table.row(Cell.of(task.id()), Cell.of(agent),
                    Cell.of(TaskSection.tone(task.stand()), task.stand().words()), Cell.of(Tone.DIM, done),
                    Cell.of(task.note().isBlank() ? task.spec().title() : task.note()));
        });
        return table.lines(2);
    }

    /** Everything that waits for a person, each with the command that settles it. */
    public static List<StyledLine> open(SessionView view, AnswerWay way) {
        var lines = new ArrayList<StyledLine>();
        view.inbox().stream().filter(InboxItem::isOpen)
                .forEach(item -> lines.addAll(Asked.lines(item, way.line(item))));
        return lines;
    }
}

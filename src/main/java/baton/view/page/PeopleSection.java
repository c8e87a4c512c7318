package baton.view.page;

import java.util.ArrayList;
import java.util.List;

import baton.engine.fact.SessionEvent.SessionResult;
import baton.view.InboxItem;
import baton.view.InboxItem.Settlement;
import baton.view.SessionView;
import baton.view.page.Table.Cell;
import baton.view.text.Folding;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** What only people can settle: what was settled, and what is open with the command that settles it. */
final class PeopleSection {
    private static final int ASKED_LINES_MAX = 4;

    private PeopleSection() {}

    static List<StyledLine> settled(SessionView view, int columnsMax) {
        var table = new Table(columnsMax);
        for (var item : view.inbox()) {
            switch (item.settlement()) {
                case Settlement.Open open -> {
                }
                case Settlement.Settled done -> table.row(Cell.of(item.id()), Cell.of(item.ask().words()),
                        Cell.of(Tone.GOOD, done.how() + " (" + done.by() + ")"));
                case Settlement.Withdrawn withdrawn -> {
                }
                case Settlement.Assumed assumed -> table.row(Cell.of(item.id()), Cell.of(item.ask().words()),
                        Cell.of(Tone.ATTENTION, assumed.how() + " (assumed by " + assumed.by() + ")"));
            }
        }
        return table.lines(2);
    }

    static List<StyledLine> open(SessionView view, Summary.Frame frame) {
        var lines = new ArrayList<StyledLine>();
        var open = view.inbox().stream().filter(InboxItem::isOpen).toList();
        for (var item : open) {
            // What is asked is folded; the command stays whole, since it is there to be copied.
            Asked.lines(item, "")
                    .forEach(line -> lines.addAll(Folding.of(line, frame.columnsMax(), 8, ASKED_LINES_MAX)));
            lines.add(StyledLine.of("        ").and(Tone.DIM,
                    frame.typing().inSession(new AnswerWay.ByResume(frame.session()).line(item))));
        }
        view.head().result().map(SessionResult::humanTasks).orElse(List.of()).stream()
                .filter(sentence -> open.stream().noneMatch(item -> names(sentence, item.id())))
                .forEach(sentence -> lines.addAll(Folding.of(StyledLine.of("  " + sentence), frame.columnsMax(), 4,
                        ASKED_LINES_MAX)));
        return lines;
    }

    /** True where the sentence names the id as a word of its own. */
    private static boolean names(String sentence, String id) {
        int at = sentence.indexOf(id);
        int end = at + id.length();
        return at >= 0 && (end == sentence.length() || !Character.isLetterOrDigit(sentence.charAt(end)));
    }
}

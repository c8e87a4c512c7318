package baton.view.page;

import java.util.ArrayList;
import java.util.List;

import baton.engine.fact.SessionEvent.SessionResult;
import baton.view.InboxItem;
import baton.view.InboxItem.Settlement;
import baton.view.SessionView;
import baton.view.page.Table.Cell;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** What only people can settle: what was settled, and what is open with the command that settles it. */
final class PeopleSection {
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
        open.forEach(item -> lines.addAll(asked(item, frame)));
        view.head().result().map(SessionResult::humanTasks).orElse(List.of()).stream()
                .filter(sentence -> open.stream().noneMatch(item -> names(sentence, item.id())))
                .forEach(sentence -> lines.add(StyledLine.of("  " + sentence)));
        return lines;
    }

    private static List<StyledLine> asked(InboxItem item, Summary.Frame frame) {
        var lines = new ArrayList<StyledLine>();
        String who = item.agent().isEmpty() ? "" : " (" + item.agent() + ")";
        lines.add(StyledLine.of("  ").and(Tone.ATTENTION, item.id()).and("  " + item.ask().words()).and(Tone.DIM, who));
        options(item).forEach(option -> lines.add(StyledLine.of("        " + option)));
        lines.add(StyledLine.of("        ").and(Tone.DIM, NextCommands.answering(item, frame.session())));
        return lines;
    }

    private static List<String> options(InboxItem item) {
        return switch (item.ask()) {
            case InboxItem.Ask.Question question -> numbered(question.options(), question.recommendation());
            case InboxItem.Ask.Decision decision -> numbered(decision.options(), decision.recommendation());
            case InboxItem.Ask.Blocker blocker ->
                blocker.needs().isBlank() ? List.of() : List.of("needs " + blocker.needs());
            case InboxItem.Ask.Approval approval -> List.of();
        };
    }

    private static List<String> numbered(List<String> options, String recommendation) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < options.size(); i++) {
            boolean recommended = recommendation.equals(options.get(i))
                    || recommendation.equals(String.valueOf(i + 1));
            lines.add((i + 1) + "  " + options.get(i) + (recommended ? "  (recommended)" : ""));
        }
        if (!recommendation.isBlank() && lines.stream().noneMatch(line -> line.endsWith("(recommended)"))) {
            lines.add("recommended: " + recommendation);
        }
        return lines;
    }

    /** True where the sentence names the id as a word of its own. */
    private static boolean names(String sentence, String id) {
        int at = sentence.indexOf(id);
        int end = at + id.length();
        return at >= 0 && (end == sentence.length() || !Character.isLetterOrDigit(sentence.charAt(end)));
    }
}

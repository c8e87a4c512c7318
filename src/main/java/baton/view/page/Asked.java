package baton.view.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import baton.engine.fact.PeopleEvent.BlockerRaised;
import baton.engine.fact.PeopleEvent.DecisionOpened;
import baton.engine.fact.PeopleEvent.QuestionAsked;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.ToolEvent.ToolRequested;
import baton.view.InboxItem;
import baton.view.SessionView;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** One matter that only a person can settle, with its options by number and the command that settles it. */
public final class Asked {
    private static final String INDENT = "        ";

    private Asked() {}

    /**
     * What the fact asks of a person, where it is still open once everything that came with it has been decided; nothing for
     * every other fact. No part of it is shortened: who says yes to a command must have seen all of it.
     *
     * @param command how the reader would settle it
     */
    public static List<StyledLine> raised(SessionView view, RecordedEvent event, Function<InboxItem, String> command) {
        String id = switch (event.event()) {
            case QuestionAsked question -> question.id();
            case DecisionOpened decision -> decision.id();
            case BlockerRaised blocker -> blocker.id();
            case ToolRequested tool -> tool.approval();
            default -> "";
        };
        return view.inbox().get(id).filter(InboxItem::isOpen).map(item -> {
            var lines = new ArrayList<StyledLine>();
            lines.add(StyledLine.of(Tone.ATTENTION, need(item)));
            lines.addAll(lines(item, command.apply(item)));
            return List.copyOf(lines);
        }).orElse(List.of());
    }

    private static String need(InboxItem item) {
        return switch (item.ask()) {
            case InboxItem.Ask.Question question -> "A question for you";
            case InboxItem.Ask.Decision decision -> "A decision for you";
            case InboxItem.Ask.Blocker blocker -> "Blocked until you help (" + blocker.severity() + ")";
            case InboxItem.Ask.Approval approval -> "May this run?";
        };
    }

    /** {@code command} is whole, ready to be typed; empty where none is to be shown. */
    public static List<StyledLine> lines(InboxItem item, String command) {
        var lines = new ArrayList<StyledLine>();
        String who = item.agent().isEmpty() ? "" : " (" + item.agent() + ")";
        lines.add(StyledLine.of("  ").and(Tone.ATTENTION, item.id()).and("  " + item.ask().words()).and(Tone.DIM, who));
        options(item).forEach(option -> lines.add(StyledLine.of(INDENT + option)));
        if (!command.isEmpty()) {
            lines.add(StyledLine.of(INDENT).and(Tone.DIM, command));
        }
        return lines;
    }

    /** The options in their order, as a number stands for them; of a blocker what it needs. */
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
            lines.add((i + 1) + "  " + withoutNumber(options.get(i), i + 1) + (recommended ? "  (recommended)" : ""));
        }
        if (!recommendation.isBlank() && lines.stream().noneMatch(line -> line.endsWith("(recommended)"))) {
            lines.add("recommended: " + recommendation);
        }
        return lines;
    }

    /** A plan that numbers its options itself need not be read twice. */
    private static String withoutNumber(String option, int number) {
        String start = String.valueOf(number);
        boolean numbered = option.length() > start.length() + 1 && option.startsWith(start)
                && ":.)".indexOf(option.charAt(start.length())) >= 0;
        return numbered ? option.substring(start.length() + 1).strip() : option;
    }
}

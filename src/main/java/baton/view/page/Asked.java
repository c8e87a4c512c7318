package baton.view.page;

import java.util.ArrayList;
import java.util.List;

import baton.view.InboxItem;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** One matter that only a person can settle, with its options by number and the command that settles it. */
public final class Asked {
    private static final String INDENT = "        ";

    private Asked() {}

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

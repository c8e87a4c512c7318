package baton.view.page;

import java.util.ArrayList;
import java.util.List;

import baton.engine.fact.AttemptEvent.AttemptStarted;
import baton.engine.fact.PeopleEvent.MessageDelivered;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.ToolEvent;
import baton.engine.fact.ToolEvent.ToolApproved;
import baton.engine.fact.ToolEvent.ToolCancelled;
import baton.engine.fact.ToolEvent.ToolCompleted;
import baton.engine.fact.ToolEvent.ToolDenied;
import baton.engine.fact.ToolEvent.ToolFailed;
import baton.engine.fact.ToolEvent.ToolLost;
import baton.engine.fact.ToolEvent.ToolRequested;
import baton.engine.fact.ToolEvent.ToolStarted;
import baton.engine.fact.TurnEvent.TurnCompleted;
import baton.view.SessionView;
import baton.view.text.Amounts;
import baton.view.text.ScreenText;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** The conversations of a session as plain text: what agents were told, what they said, what they did. */
public final class Conversation {
    private static final int LINES_MAX = 40;

    private Conversation() {}

    /** The lines of one fact; none where it is no part of a conversation. */
    public static List<StyledLine> lines(SessionView view, RecordedEvent recorded) {
        return switch (recorded.event()) {
            case AttemptStarted started -> List.of(StyledLine.EMPTY,
                    speaker(view, recorded).and(Tone.STRONG, "begins, attempt " + recorded.subject().attempt()
                            + ", with " + started.model()));
            case MessageDelivered told ->
                said(speaker(view, recorded).and("is told (" + told.origin() + ")"), told.text());
            case TurnCompleted turn -> turn(view, recorded, turn);
            case ToolEvent tool -> tool(view, recorded, tool);
            default -> List.of();
        };
    }

    /** What somebody said, with who said it. */
    public static List<StyledLine> words(SessionView view, RecordedEvent recorded, String text) {
        return said(speaker(view, recorded).and("says"), text);
    }

    private static StyledLine speaker(SessionView view, RecordedEvent recorded) {
        var subject = recorded.subject();
        String who = (subject.task() + " " + subject.agent()).strip();
        return StyledLine.of(Tone.DIM, Amounts.clock(view.head().runMs()) + "  "
                + (view.head().isRehearsal() ? "rehearsal  " : "")).and(Tone.STRONG, who + " ");
    }

    private static List<StyledLine> turn(SessionView view, RecordedEvent recorded, TurnCompleted turn) {
        var lines = new ArrayList<StyledLine>();
        var reply = turn.reply();
        if (!reply.text().isBlank()) {
            lines.addAll(words(view, recorded, reply.text()));
        }
        for (var call : reply.calls()) {
            lines.addAll(said(speaker(view, recorded).and("calls " + call.tool()), call.argumentsJson()));
        }
        return lines;
    }

    private static List<StyledLine> tool(SessionView view, RecordedEvent recorded, ToolEvent tool) {
        return switch (tool) {
            case ToolCompleted done -> said(speaker(view, recorded).and(Tone.DIM, "gets from the tool"), done.text());
            case ToolFailed failed -> said(speaker(view, recorded).and(Tone.BAD, "the tool failed"), failed.text());
            case ToolDenied denied -> said(speaker(view, recorded).and(Tone.ATTENTION, "is not allowed"),
                    denied.reason());
            case ToolCancelled cancelled -> said(speaker(view, recorded).and("the tool was stopped"),
                    cancelled.reason());
            case ToolLost lost -> List.of();
            case ToolRequested requested -> List.of();
            case ToolApproved approved -> List.of();
            case ToolStarted started -> List.of();
        };
    }

    /** Words behind or below their speaker; of very long texts the beginning, with how much is left out. */
    private static List<StyledLine> said(StyledLine speaker, String text) {
        var words = ScreenText.lines(text.strip());
        if (words.size() == 1) {
            return List.of(speaker.and(": " + words.getFirst().value()));
        }
        var lines = new ArrayList<>(List.of(speaker.and(":")));
        words.stream().limit(LINES_MAX).forEach(line -> lines.add(StyledLine.of("    " + line.value())));
        if (words.size() > LINES_MAX) {
            lines.add(StyledLine.of(Tone.DIM, "    (" + (words.size() - LINES_MAX) + " more lines)"));
        }
        return lines;
    }
}

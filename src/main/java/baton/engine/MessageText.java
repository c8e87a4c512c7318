package baton.engine;

import baton.engine.fact.Event;
import baton.engine.fact.ModelReply;
import baton.engine.fact.PeopleEvent.MessageDelivered;
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

/** The text of a message as the event that holds it gives it; the same for the digest, the request and the reader. */
public final class MessageText {
    private MessageText() {}

    /** Empty for events that are no messages. */
    public static String of(Event event) {
        return switch (event) {
            case TurnCompleted completed -> ofReply(completed.reply());
            case MessageDelivered delivered -> delivered.text();
            case ToolEvent tool -> ofTool(tool);
            default -> "";
        };
    }

    /** What the model is told of the end of a call; empty where the event is no end. */
    static String ofTool(ToolEvent event) {
        return switch (event) {
            case ToolCompleted completed -> completed.text();
            case ToolFailed failed -> "Failed: " + failed.text();
            case ToolDenied denied -> "Not allowed: " + denied.reason();
            case ToolCancelled cancelled -> "Cancelled: " + cancelled.reason();
            case ToolLost ignored ->
                "Outcome unknown: the program stopped while this ran. Look at the workspace before you repeat it.";
            case ToolRequested ignored -> "";
            case ToolApproved ignored -> "";
            case ToolStarted ignored -> "";
        };
    }

    /** Text, reasoning and calls of a reply as one text; only its hash and size matter. */
    static String ofReply(ModelReply reply) {
        var text = new StringBuilder(reply.text()).append(reply.thinking()).append(reply.opaque());
        for (var call : reply.calls()) {
            text.append('\n').append(call.id()).append(' ').append(call.tool()).append(' ')
                    .append(call.argumentsJson());
        }
        return text.toString();
    }
}

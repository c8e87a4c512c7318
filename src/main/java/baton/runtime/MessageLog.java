package baton.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import baton.engine.Attempts;
import baton.engine.Effect.MessageRef;
import baton.engine.MessageText;
import baton.engine.fact.Event;
import baton.engine.fact.ModelReply.CallRequest;
import baton.engine.fact.PeopleEvent.MessageDelivered;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.ToolEvent;
import baton.engine.fact.TurnEvent.TurnCompleted;
import baton.runtime.AgentModel.ChatMessage;

/** Turns references to messages into their text, from a bounded memory of recent events and otherwise from the record. */
public final class MessageLog {
    private static final int EVENTS_MAX = 20_000;
    private static final long CHARS_MAX = 32_000_000;

    private final SessionRecord record;
    private final Map<Long, Event> recent = new LinkedHashMap<>();
    private long chars;

    public MessageLog(SessionRecord record) {
        this.record = record;
    }

    /** Remembers an event that may be asked for soon. */
    public synchronized void remember(RecordedEvent recorded) {
        switch (recorded.event()) {
            case TurnCompleted turn -> recent.put(recorded.seq(), turn);
            case MessageDelivered delivered -> recent.put(recorded.seq(), delivered);
            case ToolEvent tool -> recent.put(recorded.seq(), tool);
            default -> {
                return;
            }
        }
        chars += MessageText.of(recorded.event()).length();
        while (recent.size() > EVENTS_MAX || (chars > CHARS_MAX && recent.size() > 1)) {
            var oldest = recent.entrySet().iterator().next();
            chars -= MessageText.of(oldest.getValue()).length();
            recent.remove(oldest.getKey());
        }
    }

    /**
     * The messages in order.
     *
     * @throws IllegalStateException where a reference names an event that is no message
     */
    public List<ChatMessage> resolve(List<MessageRef> references) {
        var messages = new ArrayList<ChatMessage>();
        var requests = new LinkedHashMap<String, CallRequest>();
        for (var reference : references) {
            var event = eventAt(reference.seq());
            if (event instanceof TurnCompleted turn) {
                int number = 0;
                for (var call : turn.reply().calls()) {
                    requests.put(turn.turn() + "." + ++number, call);
                }
                messages.add(new ChatMessage.Assistant(turn.reply()));
            } else if (event instanceof ToolEvent tool) {
                messages.add(result(requests, tool, event));
            } else {
                messages.add(new ChatMessage.User(MessageText.of(event)));
            }
        }
        return messages;
    }

    private static ChatMessage result(Map<String, CallRequest> requests, ToolEvent tool, Event event) {
        var request = requests.get(tool.call());
        if (request == null) {
            throw new IllegalStateException("a result without its call: " + Attempts.turnOfCall(tool.call()));
        }
        return new ChatMessage.ToolResult(request.id(), request.tool(), MessageText.of(event));
    }

    private Event eventAt(long seq) {
        synchronized (this) {
            var known = recent.get(seq);
            if (known != null) {
                return known;
            }
        }
        try (var events = record.events(seq, seq)) {
            return events.findFirst().orElseThrow(() -> new IllegalStateException("no event " + seq)).event();
        }
    }
}

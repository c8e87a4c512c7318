package baton.replay;

import java.util.ArrayList;
import java.util.Optional;

import baton.engine.Effect.AskModel;
import baton.engine.Engine;
import baton.engine.SessionState;
import baton.engine.fact.ModelReply;
import baton.runtime.AgentModel.ChatMessage;
import baton.runtime.MessageLog;
import baton.runtime.SessionRecord;
import baton.view.page.RequestPage;
import baton.view.page.RequestPage.Part;
import org.jspecify.annotations.Nullable;

/** The requests that models got, made again from a record by deciding it anew. */
public final class Requests {
    private Requests() {}

    /**
     * The last request for a task, or that of one turn. Empty where no model was asked.
     *
     * @param subject a task's id, or a turn such as {@code T-3/1#2}
     */
    public static Optional<RequestPage> find(SessionRecord record, String subject) {
        boolean isTurn = subject.contains("#");
        var state = SessionState.EMPTY;
        @Nullable
        AskModel found = null;
        try (var inputs = record.inputs(1)) {
            for (var given = inputs.iterator(); given.hasNext();) {
                var step = Engine.handle(state, given.next());
                state = step.state();
                for (var effect : step.effects()) {
                    if (effect instanceof AskModel ask && (isTurn
                            ? ask.turn().equals(subject)
                            : ask.turn().startsWith(subject + "/"))) {
                        found = ask;
                    }
                }
            }
        }
        return Optional.ofNullable(found).map(ask -> page(ask, record));
    }

    private static RequestPage page(AskModel ask, SessionRecord record) {
        var parts = new ArrayList<Part>();
        ask.parts().forEach(part -> parts.add(new Part("system: " + part.name(), part.text())));
        for (var message : new MessageLog(record).resolve(ask.messages())) {
            parts.add(switch (message) {
                case ChatMessage.User user -> new Part("user", user.text());
                case ChatMessage.Assistant assistant -> new Part("assistant", text(assistant.reply()));
                case ChatMessage.ToolResult result -> new Part("tool result: " + result.tool(), result.text());
            });
        }
        ask.tools().forEach(tool -> parts.add(new Part("tool: " + tool.name(),
                tool.description() + "\n" + tool.parametersJson())));
        return new RequestPage(ask.turn(), ask.model().toString(), ask.outputTokensMax(), ask.tools().size(), parts);
    }

    private static String text(ModelReply reply) {
        var text = new StringBuilder(reply.text());
        reply.calls().forEach(call -> text.append(text.isEmpty() ? "" : "\n").append("-> ").append(call.tool())
                .append(' ').append(call.argumentsJson()));
        return text.toString();
    }
}

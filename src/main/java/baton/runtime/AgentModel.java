package baton.runtime;

import java.util.List;

import baton.engine.Effect.Brief;
import baton.engine.Effect.Part;
import baton.engine.fact.ModelReply;
import baton.engine.fact.ToolSpec;
import baton.engine.fact.Trouble;
import baton.engine.fact.Usage;
import baton.settings.ModelName;

/** Port: something that answers as an agent. Implementations may be called by many threads at once. */
public interface AgentModel extends AutoCloseable {
    /**
     * Starts one turn and returns at once.
     *
     * <p>Exactly one of {@link Listener#ended} and {@link Listener#broke} is called, from any thread, also after
     * {@link Running#cancel}; everything else comes before it.
     */
    Running ask(Call call, Listener listener);

    /** Ends every call in flight and frees connections. Calling it twice does no harm. */
    @Override
    void close();

    /**
     * One whole request.
     *
     * @param turn the turn's id, for logs and for the rehearsal's dice
     * @param parts the head of the request: one system message, in this order
     */
    record Call(String turn, ModelName model, List<Part> parts, List<ChatMessage> messages, List<ToolSpec> tools,
            int outputTokensMax, Brief brief) {
        public Call {
            parts = List.copyOf(parts);
            messages = List.copyOf(messages);
            tools = List.copyOf(tools);
        }
    }

    /** A message with its text. */
    sealed interface ChatMessage {
        record User(String text) implements ChatMessage {}

        record Assistant(ModelReply reply) implements ChatMessage {}

        /** The result of the call with the provider's id {@code callId}. */
        record ToolResult(String callId, String tool, String text) implements ChatMessage {}
    }

    /** Hears what happens; must return quickly and never throw. */
    interface Listener {
        /** Text as it streams in, redacted; may be left out wholly, the reply carries all of it. */
        void chunk(String text);

        /** A further try follows after {@code delayMs}; text streamed so far is void, {@code used} is what it was counted for. */
        void retrying(Trouble trouble, int attempt, long delayMs, String message, Usage used);

        /** Nobody may ask this provider before {@code untilMs} of wall time. */
        void paused(String provider, Trouble trouble, long untilMs, String message);

        void back(String provider);

        void ended(ModelReply reply);

        /** {@code used} is what the provider counted for the last try; earlier ones have told theirs. */
        void broke(Trouble trouble, String message, Usage used);

        /** The same where nothing was counted. */
        default void broke(Trouble trouble, String message) {
            broke(trouble, message, Usage.NONE);
        }
    }
}

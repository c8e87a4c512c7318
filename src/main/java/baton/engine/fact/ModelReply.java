package baton.engine.fact;

import java.util.List;
import java.util.Objects;

/**
 * A whole, judged-complete answer of a model.
 *
 * @param model as the provider names the one that answered
 * @param thinking shown reasoning, or empty
 * @param opaque what the provider must get back unchanged with the next request (signatures and the like), as JSON, or empty
 */
public record ModelReply(String model, String text, String thinking, String opaque, List<CallRequest> calls,
        Usage usage, Finish finish) {
    /** Why the model stopped; anything else is not a complete reply and never becomes one. */
    public enum Finish {
        STOP, TOOL_CALLS, LENGTH, FILTERED
    }

    /**
     * A tool call the model asks for.
     *
     * @param id the provider's id, needed to answer it
     * @param argumentsJson as sent, redacted
     * @param action what the arguments mean, parsed before the engine sees them
     */
    public record CallRequest(String id, String tool, String argumentsJson, Action action) {
        public CallRequest {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(tool, "tool");
            Objects.requireNonNull(argumentsJson, "argumentsJson");
            Objects.requireNonNull(action, "action");
        }
    }

    public ModelReply {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(thinking, "thinking");
        Objects.requireNonNull(opaque, "opaque");
        calls = List.copyOf(calls);
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(finish, "finish");
    }
}

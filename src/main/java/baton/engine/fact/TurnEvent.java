package baton.engine.fact;

import java.util.List;

/** Facts about model calls. A turn's id is {@code T-3/1#2}: task, attempt, turn. */
public sealed interface TurnEvent extends Event {
    String turn();

    /** One part of a request by hash; the text follows from the record. */
    record PartRef(String name, String sha256, int bytes) {}

    /**
     * The intent to ask.
     *
     * @param digest sha256 over the parts and messages, in order
     * @param reservedTokens the worst case that the budget holds back until the turn has ended
     * @param closing true for the last turn before a hard limit
     */
    record TurnRequested(String turn, String model, String digest, List<PartRef> parts, int messages,
            long reservedTokens, long reservedMicros, boolean closing) implements TurnEvent {
        public TurnRequested {
            parts = List.copyOf(parts);
        }
    }

    record TurnCompleted(String turn, ModelReply reply, long costMicros, boolean costKnown) implements TurnEvent {}

    /** {@code used} is what the provider counted for the try that broke, and what that cost. */
    record TurnFailed(String turn, Trouble trouble, String message, Usage used, long costMicros, boolean costKnown)
            implements
                TurnEvent {}

    /** Open when the process died; it is asked again. */
    record TurnLost(String turn) implements TurnEvent {}

    record TurnCancelled(String turn, String reason) implements TurnEvent {}

    /** The guard tries again by itself after {@code delayMs}; {@code used} is what the try before was counted for. */
    record TurnRetried(String turn, Trouble trouble, int attempt, long delayMs, String message, Usage used,
            long costMicros, boolean costKnown) implements TurnEvent {}

    /** The next turns of the attempt go to another model. */
    record ModelSwitched(String turn, String from, String to, String reason) implements TurnEvent {}
}

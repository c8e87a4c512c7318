package baton.engine;

import java.util.List;

import baton.engine.fact.CheckResult;
import baton.engine.fact.FileChange;
import baton.engine.fact.ModelReply;
import baton.engine.fact.Trouble;
import baton.engine.fact.Usage;

/** What became of an effect. Each effect has exactly one ending; a late or second one is recorded and ignored. */
public sealed interface Outcome extends Input {
    record TurnEnded(String turn, ModelReply reply) implements Outcome {}

    /** The call gave no complete reply; the guard has already tried what can be tried again. */
    record TurnBroke(String turn, Trouble trouble, String message, Usage used) implements Outcome {
        /** One for which the provider counted nothing. */
        public TurnBroke(String turn, Trouble trouble, String message) {
            this(turn, trouble, message, Usage.NONE);
        }
    }

    /** No ending: the guard waits {@code delayMs} and asks again; the try before was counted for {@code used}. */
    record TurnRetrying(String turn, Trouble trouble, int attempt, long delayMs, String message, Usage used)
            implements
                Outcome {}

    /** No ending: nobody may ask this provider before {@code untilMs} of wall time. */
    record ProviderPaused(String provider, Trouble trouble, long untilMs, String message) implements Outcome {}

    record ProviderBack(String provider) implements Outcome {}

    /** How a tool call ended. */
    enum ToolEnd {
        DONE, FAILED, CANCELLED,
        /** Not done, because a profile or the plan rules it out. */
        DENIED
    }

    /** {@code text} is what the model is told: redacted and shortened. */
    record ToolEnded(String call, ToolEnd end, String text, List<FileChange> changes) implements Outcome {
        public ToolEnded {
            changes = List.copyOf(changes);
        }
    }

    record ChecksEnded(String gate, List<CheckResult> results) implements Outcome {
        public ChecksEnded {
            results = List.copyOf(results);
        }
    }
}

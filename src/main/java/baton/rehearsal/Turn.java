package baton.rehearsal;

import java.util.List;
import java.util.Optional;

import baton.engine.fact.ModelReply.CallRequest;
import baton.engine.fact.Trouble;

/**
 * What the rehearsal model does in one turn.
 *
 * @param takesMs virtual time
 * @param trouble with what the turn breaks, where it does; text and calls are then void
 */
record Turn(String text, List<CallRequest> calls, long takesMs, Optional<Trouble> trouble) {
    Turn {
        calls = List.copyOf(calls);
    }

    static Turn says(String text, long takesMs) {
        return new Turn(text, List.of(), takesMs, Optional.empty());
    }

    static Turn does(String text, ToolCalls calls, long takesMs) {
        return new Turn(text, calls.made(), takesMs, Optional.empty());
    }

    static Turn breaks(Trouble trouble, long takesMs) {
        return new Turn("", List.of(), takesMs, Optional.of(trouble));
    }
}

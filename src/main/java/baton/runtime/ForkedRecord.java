package baton.runtime;

import java.util.List;

import baton.engine.Command.Fork;
import baton.engine.Engine;
import baton.engine.Input.Stamped;
import baton.engine.fact.RecordedEvent;

/** Records that a session goes its own way, before any process works on it. */
public final class ForkedRecord {
    private ForkedRecord() {}

    /**
     * Lets the engine decide the fork on what {@code store} holds, and writes it; nothing is asked or run.
     *
     * @return the facts, a refusal among them where an answer cannot be given
     * @throws IllegalStateException where the record cannot be folded by this version's rules
     */
    public static List<RecordedEvent> write(EventStore store, Fork fork, long wallMs) {
        var past = Past.of(store);
        var input = new Stamped(past.inputs() + 1, Math.max(past.atMs(), wallMs), past.elapsedMs(), fork);
        var step = Engine.handle(past.state(), input);
        store.append(new EventStore.Group(List.of(input), step.events(), List.of(), List.of()));
        return step.events();
    }
}

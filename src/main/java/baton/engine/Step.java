package baton.engine;

import java.util.List;

import baton.engine.fact.RecordedEvent;

/**
 * What one input led to.
 *
 * @param state equals the fold of {@code events} over the state before
 */
public record Step(SessionState state, List<RecordedEvent> events, List<Effect> effects) {
    public Step {
        events = List.copyOf(events);
        effects = List.copyOf(effects);
    }
}

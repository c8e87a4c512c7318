package baton.runtime;

import baton.engine.Fold;
import baton.engine.SessionState;

/** Where a record stands: the fold of its events, its last input, and the clocks then. */
record Past(SessionState state, long inputs, long atMs, long elapsedMs) {
    static final Past NONE = new Past(SessionState.EMPTY, 0, 0, 0);

    /**
     * Reads the whole record.
     *
     * @throws IllegalStateException where the record cannot be folded by this version's rules
     */
    static Past of(SessionRecord record) {
        var state = SessionState.EMPTY;
        long atMs = 0;
        try (var events = record.events(1, Long.MAX_VALUE)) {
            for (var iterator = events.iterator(); iterator.hasNext();) {
                var event = iterator.next();
                state = Fold.evolve(state, event);
                atMs = Math.max(atMs, event.atMs());
            }
        }
        long inputs = 0;
        long elapsedMs = 0;
        try (var all = record.inputs(1)) {
            for (var iterator = all.iterator(); iterator.hasNext();) {
                var input = iterator.next();
                inputs = input.n();
                elapsedMs = input.elapsedMs();
                atMs = Math.max(atMs, input.atMs());
            }
        }
        return new Past(state, inputs, atMs, elapsedMs);
    }
}

package baton.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import baton.engine.Input.Stamped;
import baton.engine.fact.Event;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.RecordedEvent.Subject;

/**
 * One input being handled: the state so far, what was recorded and what was asked of the world.
 *
 * <p>Rules change the state only by {@link #record}; so the state always equals the fold of what was recorded.
 */
public final class Working {
    private final Stamped input;
    private final List<RecordedEvent> events = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final LinkedHashSet<String> touched = new LinkedHashSet<>();
    private SessionState state;
    private long cause;

    Working(SessionState state, Stamped input) {
        this.state = state;
        this.input = input;
    }

    public SessionState state() {
        return state;
    }

    /** Run time of the input, in milliseconds. */
    public long elapsedMs() {
        return input.elapsedMs();
    }

    /** Wall time of the input, UTC, in milliseconds. */
    public long atMs() {
        return input.atMs();
    }

    /** Records a fact and folds it in; returns its seq. */
    public long record(Subject subject, Event event) {
        long seq = state.course().nextSeq();
        var recorded = new RecordedEvent(seq, input.n(), input.atMs(), subject, cause, event);
        state = Fold.evolve(state, recorded);
        events.add(recorded);
        if (!subject.task().isEmpty()) {
            touched.add(Attempts.id(subject));
        }
        return seq;
    }

    /** What is recorded from now on was caused by the event {@code seq}; 0 for the input itself. */
    public void causedBy(long seq) {
        cause = seq;
    }

    public long cause() {
        return cause;
    }

    /** Asks something of the world; what was asked for by this very input and is cancelled again never leaves. */
    public void ask(Effect effect) {
        boolean neverLeft = effect instanceof Effect.Cancel cancel
                && effects.removeIf(asked -> idOf(asked).equals(cancel.id()));
        if (!neverLeft) {
            effects.add(effect);
        }
    }

    private static String idOf(Effect effect) {
        return switch (effect) {
            case Effect.AskModel ask -> ask.turn();
            case Effect.CallTool call -> call.call();
            case Effect.RunChecks checks -> checks.gate();
            case Effect.WakeAt ignored -> "";
            case Effect.Cancel ignored -> "";
        };
    }

    /** The next free short id, such as {@code B-3}; it counts as given once an event with it is recorded. */
    public String nextId(String prefix) {
        return prefix + "-" + state.course().next(prefix);
    }

    /** Looks at this attempt again before the input is done. */
    public void touch(String attempt) {
        touched.add(attempt);
    }

    /** Takes one attempt that something happened to; empty text where there is none left. */
    String takeTouched() {
        if (touched.isEmpty()) {
            return "";
        }
        return touched.removeFirst();
    }

    Step done() {
        return new Step(state, events, effects);
    }
}

package baton.engine.fact;

import java.util.List;

/** Facts about attempts; task, agent and attempt number are the subject of the record. */
public sealed interface AttemptEvent extends Event {
    /**
     * An agent began.
     *
     * @param model the model it starts with
     * @param softAtMs run time of the soft limit; 0 for no box
     * @param continues the handoff it goes on from, or empty
     * @param concerns ids of handoffs, decisions, blockers and findings it is told of at the start
     */
    record AttemptStarted(String model, long softAtMs, String continues, List<String> concerns)
            implements
                AttemptEvent {
        public AttemptStarted {
            concerns = List.copyOf(concerns);
        }
    }

    /** What a parked attempt waits for. */
    enum Hold {
        PERSON,
        /** A model that can be asked. */
        PROVIDER,
        /** The end of a pause. */
        PAUSE,
        /** News of the tasks it delegated. */
        OTHERS,
        /** Another agent's verdict on its claim. */
        REVIEW
    }

    /** It gave its slot back until something comes from outside; the box stands still. */
    record AttemptParked(String reason, long boxLeftMs, Hold hold) implements AttemptEvent {
        /** It waits for a person. */
        public AttemptParked(String reason, long boxLeftMs) {
            this(reason, boxLeftMs, Hold.PERSON);
        }
    }

    /** It has a slot again; {@code softAtMs} is the box's new end. */
    record AttemptContinued(long softAtMs) implements AttemptEvent {}

    /** Time is up: one closing turn, then the hard limit at {@code hardAtMs} of run time. */
    record TimeboxSoft(long hardAtMs) implements AttemptEvent {}

    /** The grace is over; whatever runs is cancelled. */
    record TimeboxHard() implements AttemptEvent {}

    record TimeboxExtended(long byMs, long softAtMs, String by) implements AttemptEvent {}

    /** Why an attempt ended. */
    enum End {
        ACCEPTED, HANDED_OFF, TIME_BOX, FAILED, PROVIDER, BUDGET, CANCELLED, LOOPED
    }

    record AttemptEnded(End end, String reason) implements AttemptEvent {}
}

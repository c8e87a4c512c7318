package baton.engine.fact;

/** A fact, past tense; the fold of a session's facts is its state. Each group below holds the facts of one topic. */
public sealed interface Event permits SessionEvent, TaskEvent, AttemptEvent, TurnEvent, ToolEvent, PeopleEvent,
        SharingEvent, GateEvent, LimitEvent, ChangeEvent {}

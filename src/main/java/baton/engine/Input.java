package baton.engine;

/** Something that reaches the engine from outside: a command of a person or script, the outcome of an effect, or time. */
public sealed interface Input permits Command, Outcome, Input.Tick {
    /** The moment named by the last {@link Effect.WakeAt} has come, or may have. */
    record Tick() implements Input {}

    /**
     * An input as it is recorded.
     *
     * @param n counted from 1 without gaps
     * @param atMs wall time, UTC, milliseconds; never decreasing
     * @param elapsedMs run time of the session; stands still while no process runs
     */
    record Stamped(long n, long atMs, long elapsedMs, Input input) {}
}

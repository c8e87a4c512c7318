package baton.engine.fact;

/** What went wrong with a model call; the engine decides by it, so the list is closed. */
public enum Trouble {
    /** Asked too often; the limiter waits and tries again by itself. */
    RATE_LIMITED,
    /** The account's quota is used up; waiting does not help. */
    QUOTA,
    /** The provider failed or is overloaded. */
    OVERLOADED,
    /** No first byte, or no further byte, in time. */
    TIMED_OUT,
    /** Cut off, without a known finish reason, or with tool arguments that do not parse. */
    INCOMPLETE,
    /** The request is more than the model's window holds. */
    TOO_LONG,
    /** The provider refuses the request as malformed. */
    REJECTED,
    /** The key is missing or refused. */
    UNAUTHORISED,
    /** No connection. */
    UNREACHABLE,
    /** A bug or a full buffer on our side. */
    INTERNAL
}

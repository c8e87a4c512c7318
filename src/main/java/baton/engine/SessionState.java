package baton.engine;

/** What a session knows: the fold of its facts. Immutable; every change gives a new one that shares what stays. */
public final class SessionState {
    /** Before the first input. */
    public static final SessionState EMPTY = new SessionState();

    private SessionState() {}
}

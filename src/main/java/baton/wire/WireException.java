package baton.wire;

/** JSON that is not what it should be: not JSON, of another type, or from a newer program. */
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why it cannot be read. */
    public enum Kind {
        /** No JSON, or not of the expected shape. */
        MALFORMED,
        /** A type, version or word that only a newer program knows. */
        UNKNOWN,
        /** A text that is kept apart is not there any more. */
        CONTENT_MISSING
    }

    private final Kind kind;

    public WireException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public WireException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

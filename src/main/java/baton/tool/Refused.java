package baton.tool;

/** Something that is not done, with the reason in words for whoever asked. It is an expected outcome, never a bug. */
public sealed class Refused extends Exception permits Refused.Conflict, Refused.Denied {
    private static final long serialVersionUID = 1L;

    public Refused(String reason) {
        super(reason, null, false, false);
    }

    /** The reason; one or two plain sentences. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** A profile or the plan rules it out. */
    public static final class Denied extends Refused {
        private static final long serialVersionUID = 1L;

        public Denied(String reason) {
            super(reason);
        }
    }

    /** The file is not, or no longer, what the caller believes it to be. */
    public static final class Conflict extends Refused {
        private static final long serialVersionUID = 1L;

        public Conflict(String reason) {
            super(reason);
        }
    }
}

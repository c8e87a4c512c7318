package baton.engine;

/** Fixed words in the record that name who or what stands behind a fact. */
public final class Origins {
    /** baton itself, by a rule. */
    public static final String RULE = "baton";
    /** The message that begins an attempt. */
    public static final String BEGIN = "baton: begin";
    /** The message that tells an agent what is missing after an answer without a call. */
    public static final String NUDGE = "baton: nudge";
    /** The message that asks for the closing turn. */
    public static final String CLOSING = "baton: time box";
    /** The digest of what became of delegated tasks. */
    public static final String NEWS = "baton: news";
    /** The question what becomes of a task that a person stopped. */
    public static final String STOPPED = "stopped";
    /** Before the id of a matter, in the question what becomes of tasks that were accepted on its old answer. */
    public static final String OVERTURNED = "overturned ";
    /** Answers given in advance. */
    public static final String ANSWERS = "prepared answers";
    /** The plan itself. */
    public static final String PLAN = "plan";
    /** Id of the gate in front of the end of the run. */
    public static final String RUN_GATE = "run";

    /** Before the phase in the id of the gate at its end, for which the tasks behind it wait. */
    public static final String PHASE_GATE = "phase:";

    private Origins() {}
}

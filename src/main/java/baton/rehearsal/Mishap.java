package baton.rehearsal;

/** What goes wrong with one task of a rehearsal. The first three belong to every default rehearsal; the rest are for tests. */
public enum Mishap {
    /** All goes well. */
    NONE,
    /** The first claim leaves out the evidence for one criterion; the second has it all. */
    EVIDENCE_FORGOTTEN,
    /** The first claim is made before the output is written. */
    OUTPUT_FORGOTTEN,
    /** The first attempt needs longer than its time box and hands off with notes. */
    SLOW,
    /** Asks a question, with a recommendation, where the task says that somebody is to be asked. */
    ASKS,
    /** Reports a blocker where the task names inputs and none of them is there. */
    BLOCKED,
    /** The first turn of the first attempt breaks. */
    BREAKS_ONCE,
    /** Every turn breaks. */
    BREAKS_ALWAYS,
    /** Claims to be done in every turn and never does anything. */
    LIES,
    /** Asks for the same listing in every turn. */
    LOOPS,
    /** Talks in every turn and never calls a tool. */
    TALKS
}

package baton.reading.found;

/** What becomes of two mentions that may name one job. */
public enum Merging {

    /** Sure ones are one task; a doubtful one is said and does not run until somebody says what it is. */
    ASK,
    /** Only mentions in the same words are one task; all others run. */
    STRICT,
    /** Doubtful ones are one task too. */
    LOOSE
}

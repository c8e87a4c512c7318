package baton.view.text;

/** What a piece of text means; faces map it to a colour, to bold, or to nothing. Every meaning is also in the words. */
public enum Tone {
    /** Running text, in the terminal's own foreground. */
    PLAIN,
    /** A heading or the one word to look at first. */
    STRONG,
    /** Secondary: times, ids, units. */
    DIM,
    /** Done, passed, allowed. */
    GOOD,
    /** A person should look. */
    ATTENTION,
    /** Failed, refused, lost. */
    BAD,
    /** To be read letter by letter: code, commands, paths. */
    CODE,
    /** Said with stress. */
    EMPHASIS,
    /** Leads elsewhere. */
    LINK
}

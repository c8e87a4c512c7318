package baton.tui.state;

/**
 * Something a person can do, in the words of help, hints and palette.
 *
 * @param word one or two words for the line of hints
 * @param says a sentence's end for help and palette
 */
public record Deed(String word, String says, Act act) {}

package baton.tui.flow;

import baton.view.text.StyledLine;

/**
 * One row of the conversation.
 *
 * @param tag letters of the agent whose lane it is in, or empty
 * @param ink of the tag and its bar
 * @param line the words
 * @param right what stands at the right edge, or empty
 */
public record Row(String tag, int ink, StyledLine line, StyledLine right) {
    static final Row GAP = new Row("", 0, StyledLine.EMPTY, StyledLine.EMPTY);

    /** Air between two blocks. */
    public boolean isGap() {
        return equals(GAP);
    }

    /** The same with nothing at the right edge, for where a state that changes could not be painted again. */
    public Row plainAtTheRight() {
        return new Row(tag, ink, line, StyledLine.EMPTY);
    }

    static Row free(StyledLine line) {
        return new Row("", 0, line, StyledLine.EMPTY);
    }
}

package baton.tui.frame;

import java.util.ArrayList;
import java.util.List;

/** The rows of frames as text with their looks, for a terminal that is written to line by line. */
public final class FrameRows {
    private static final String ESC = "\u001b[";

    private final Theme theme;

    public FrameRows(Theme theme) {
        this.theme = theme;
    }

    /**
     * One row.
     *
     * @param bytes what to write for it; afterwards the usual look is set again
     * @param columns how wide it is without the spaces at its end
     */
    public record Line(String bytes, int columns) {}

    /** The rows of a frame from this one on. */
    public List<Line> of(Frame frame, int from) {
        var lines = new ArrayList<Line>();
        for (int row = Math.max(0, from); row < frame.size().rows(); row++) {
            lines.add(line(frame, row));
        }
        return lines;
    }

    private Line line(Frame frame, int row) {
        int columns = frame.size().columns();
        while (columns > 0 && frame.cell(columns - 1, row).equals(" ") && frame.ink(columns - 1, row) == Ink.PLAIN) {
            columns--;
        }
        var bytes = new StringBuilder();
        int ink = Ink.PLAIN;
        for (int column = 0; column < columns; column++) {
            if (frame.ink(column, row) != ink) {
                ink = frame.ink(column, row);
                bytes.append(ESC).append(theme.sequence(ink)).append('m');
            }
            bytes.append(frame.cell(column, row));
        }
        return new Line(bytes.append(ink == Ink.PLAIN ? "" : ESC + "0m").toString(), columns);
    }
}

package baton.wire;

import java.util.List;

import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** What a session at work tells a second terminal. */
public sealed interface ControlReply {
    /** The request was carried out; the lines say what was recorded, or what was asked for. */
    record Done(List<Line> lines) implements ControlReply {
        public Done {
            lines = List.copyOf(lines);
        }
    }

    /** The request was not carried out. */
    record Refused(String reason, String hint) implements ControlReply {}

    /** Something happened. */
    record Told(Line line) implements ControlReply {}

    /** So much happened so fast that this many lines were left out. */
    record LeftOut(long lines) implements ControlReply {}

    /** The session has its result; nothing follows. */
    record Over(String status, int exitCode) implements ControlReply {}

    /** A line for people: pieces of text with their meanings, made safe again by whoever shows it. */
    record Line(List<Piece> pieces) {
        public Line {
            pieces = List.copyOf(pieces);
        }

        public static Line of(StyledLine line) {
            return new Line(line.spans().stream().map(span -> new Piece(span.tone(), span.text().value())).toList());
        }

        public StyledLine styled() {
            var line = StyledLine.EMPTY;
            for (var piece : pieces) {
                line = line.and(piece.tone(), piece.text());
            }
            return line;
        }
    }

    /** A piece of a line. */
    record Piece(Tone tone, String text) {}
}

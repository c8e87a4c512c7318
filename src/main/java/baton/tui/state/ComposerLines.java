package baton.tui.state;

import java.util.ArrayList;
import java.util.List;

import baton.view.text.ScreenText;
import baton.view.text.TextWidth;

/**
 * The draft as rows, and where its caret stands among them.
 *
 * @param rows safe text, each at most as wide as asked
 * @param caretRow row of the caret, counted from 0
 * @param caretColumn its column
 */
public record ComposerLines(List<String> rows, int caretRow, int caretColumn) {
    public ComposerLines {
        rows = List.copyOf(rows);
    }

    /** Lays a text out by breaking it at the edge alone, so that every space typed is seen. */
    public static ComposerLines of(String text, int caret, int columns) {
        var rows = new ArrayList<String>();
        int caretRow = 0;
        int caretColumn = 0;
        int at = 0;
        for (String line : text.split("\n", -1)) {
            int inLine = caret - at;
            var pieces = pieces(line, Math.max(2, columns));
            if (inLine >= 0 && inLine <= line.length()) {
                var place = place(line.substring(0, inLine), Math.max(2, columns));
                caretRow = rows.size() + place.row();
                caretColumn = place.column();
            }
            rows.addAll(pieces);
            at += line.length() + 1;
        }
        while (caretRow >= rows.size()) {
            rows.add("");
        }
        return new ComposerLines(rows, caretRow, caretColumn);
    }

    private record Place(int row, int column) {}

    private static Place place(String before, int columns) {
        var pieces = pieces(before, columns);
        int column = TextWidth.of(pieces.getLast());
        return column >= columns ? new Place(pieces.size(), 0) : new Place(pieces.size() - 1, column);
    }

    private static List<String> pieces(String line, int columns) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        int used = 0;
        for (String cluster : TextWidth.clusters(new ScreenText(line).value())) {
            int width = TextWidth.ofCluster(cluster);
            if (used + width > columns) {
                pieces.add(piece.toString());
                piece.setLength(0);
                used = 0;
            }
            piece.append(cluster);
            used += width;
        }
        pieces.add(piece.toString());
        return pieces;
    }
}

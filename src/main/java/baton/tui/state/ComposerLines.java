package baton.tui.state;

import java.util.ArrayList;
import java.util.List;

import baton.view.text.ScreenText;
import baton.view.text.TextWidth;

/**
 * The rows of the draft around its caret. Only they are ever laid out, so that a key costs the same in a draft of any size.
 *
 * @param rows safe text, each at most as wide as asked; no more of them than can be shown on either side of the caret
 * @param caretRow row of the caret among them, counted from 0
 * @param caretColumn its column
 * @param above whether rows of the draft stand above these
 * @param below whether rows of the draft stand below these
 */
public record ComposerLines(List<String> rows, int caretRow, int caretColumn, boolean above, boolean below) {
    /** Rows on either side of the caret's; a draft never has more on the screen. */
    static final int ROWS = 8;

    public ComposerLines {
        rows = List.copyOf(rows);
    }

    /** Breaks at the edge alone, so that every space typed is seen. */
    public static ComposerLines of(String text, int caret, int columns) {
        int width = Math.max(2, columns);
        var here = Stretch.at(text, caret);
        var rows = new ArrayList<>(pieces(here.in(text), width));
        var place = place(text.substring(here.start(), caret), width);
        if (place.row() == rows.size()) {
            rows.add("");
        }
        int caretRow = place.row();
        var first = here;
        while (caretRow < ROWS && first.start() > 0) {
            first = Stretch.at(text, first.start() - 1);
            var before = pieces(first.in(text), width);
            rows.addAll(0, before);
            caretRow += before.size();
        }
        var last = here;
        while (rows.size() - caretRow <= ROWS && last.isFollowed(text)) {
            last = Stretch.at(text, last.next());
            rows.addAll(pieces(last.in(text), width));
        }
        int from = Math.max(0, caretRow - ROWS);
        int to = Math.min(rows.size(), caretRow + ROWS + 1);
        return new ComposerLines(rows.subList(from, to), caretRow - from, place.column(), from > 0 || first.start() > 0,
                to < rows.size() || last.isFollowed(text));
    }

    /**
     * A part of the text that is laid out by itself: a line, or a piece of one that is far longer than any screen.
     *
     * <p>Such a line is cut at places of the text, which are found without looking at what stands far away.
     *
     * @param next where the stretch behind it begins; behind the line end, where it has one
     */
    private record Stretch(int start, int end, int next) {
        private static final int CUT = 1_000;
        /** Where so many characters on both sides of a place hold no line end, the line is cut there. */
        private static final int AROUND = CUT / 2;

        static Stretch at(String text, int index) {
            int from = Math.max(0, index - 4 * CUT);
            int start = from;
            for (int i = index - 1; i >= from; i--) {
                if (text.charAt(i) == '\n') {
                    start = i + 1;
                    break;
                }
            }
            for (int place = index / CUT * CUT; place > start; place -= CUT) {
                if (isCut(text, place)) {
                    start = place;
                }
            }
            return new Stretch(start, end(text, index), next(text, index));
        }

        private static int end(String text, int index) {
            int place = (index / CUT + 1) * CUT;
            for (int i = index; i < text.length(); i++) {
                if (text.charAt(i) == '\n' || (i == place && isCut(text, i))) {
                    return i;
                }
                place = i == place ? place + CUT : place;
            }
            return text.length();
        }

        private static int next(String text, int index) {
            int end = end(text, index);
            return end < text.length() && text.charAt(end) == '\n' ? end + 1 : end;
        }

        private static boolean isCut(String text, int place) {
            if (place >= text.length() || Character.isLowSurrogate(text.charAt(place))) {
                return false;
            }
            int last = Math.min(text.length(), place + AROUND);
            for (int i = place - AROUND; i < last; i++) {
                if (text.charAt(i) == '\n') {
                    return false;
                }
            }
            return true;
        }

        String in(String text) {
            return text.substring(start, end);
        }

        /** An end of the text behind a line end is a row of its own. */
        boolean isFollowed(String text) {
            return next > end || next < text.length();
        }
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

package baton.tui.frame;

import java.nio.charset.StandardCharsets;

/**
 * The bytes that bring a terminal from one frame to the next: equal cells are skipped, an ink is set only where it changes,
 * and the whole is bracketed as one synchronized update.
 *
 * <p>Terminals differ about the width of some clusters. Behind each such cluster the cursor is placed absolutely, its cells are
 * emptied before and those that it may have run into are written again, so that a difference stays inside it, moves no border
 * and leaves nothing behind.
 */
public final class FrameEncoder {
    private static final String ESC = "\u001b[";
    /** Equal cells up to this many are written again: that is shorter than moving the cursor. */
    private static final int GAP = 4;

    private final Theme theme;

    public FrameEncoder(Theme theme) {
        this.theme = theme;
    }

    /** The bytes for a terminal that shows {@code before}; none where nothing differs. */
    public byte[] change(Frame before, Frame after) {
        if (!before.size().equals(after.size())) {
            return whole(after);
        }
        var change = new Change(before, after);
        change.rows();
        if (change.out.isEmpty() && before.cursor().equals(after.cursor())) {
            return new byte[0];
        }
        return bracketed(change.out.toString(), after);
    }

    /** Every cell of a frame that the terminal shows already, in the colours of this theme, and nothing cleared. */
    public byte[] anew(Frame shown) {
        var change = new Change(Frame.unlike(shown), shown);
        change.rows();
        return bracketed(change.out.toString(), shown);
    }

    /** The bytes for a terminal that shows anything at all; the only ones that clear the screen. */
    public byte[] whole(Frame after) {
        var change = new Change(Frame.blank(after.size()), after);
        change.out.append(ESC).append("0m").append(ESC).append("2J");
        change.rows();
        return bracketed(change.out.toString(), after);
    }

    private static byte[] bracketed(String body, Frame after) {
        var out = new StringBuilder(body.length() + 48);
        out.append(ESC).append("?2026h").append(ESC).append("?25l").append(body).append(ESC).append("0m");
        after.cursor().ifPresent(cursor -> out.append(place(cursor.column(), cursor.row())).append(ESC)
                .append("?25h"));
        return out.append(ESC).append("?2026l").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String place(int column, int row) {
        return ESC + (row + 1) + ";" + (column + 1) + "H";
    }

    /** One way from a frame to the next. */
    private final class Change {
        private final Frame before;
        private final Frame after;
        private final int columns;
        private final StringBuilder out = new StringBuilder();
        private int ink = -1;
        /** Index of the cell the terminal's cursor is certain to stand at; -1 where it is not. */
        private int at = -1;
        /** Cells before this index may show something else than the frame before, whatever that says. */
        private int doubtfulEnd;

        private Change(Frame before, Frame after) {
            this.before = before;
            this.after = after;
            this.columns = after.size().columns();
        }

        private void rows() {
            for (int row = 0; row < after.size().rows(); row++) {
                row(row);
            }
        }

        private void row(int row) {
            int first = row * columns;
            int end = first + columns;
            int index = first;
            while (index < end) {
                index = index >= doubtfulEnd ? after.differing(before, index, end) : index;
                if (index < end) {
                    index = isShown(index) ? index + 1 : run(leading(index, first), end);
                }
            }
            at = -1;
        }

        private boolean isShown(int index) {
            return index >= doubtfulEnd && after.isSame(before, index);
        }

        /** A change in the second half of a wide cluster is written from its first half on. */
        private int leading(int index, int first) {
            int begin = index;
            while (begin > first && cluster(begin).isEmpty()) {
                begin--;
            }
            return begin;
        }

        private int run(int begin, int end) {
            moveTo(begin);
            int index = begin;
            while (index < end && differsWithin(index, end)) {
                index = write(index, end);
            }
            return index;
        }

        private boolean differsWithin(int index, int end) {
            int last = Math.min(end, index + GAP);
            for (int i = index; i < last; i++) {
                if (!isShown(i)) {
                    return true;
                }
            }
            return false;
        }

        private int write(int index, int end) {
            String cluster = cluster(index);
            int width = 1;
            while (index + width < end && cluster(index + width).isEmpty()) {
                width++;
            }
            moveTo(index);
            dip(after.ink(index % columns, index / columns));
            if (cluster.codePointCount(0, cluster.length()) > 1) {
                out.append(" ".repeat(width)).append(place(index % columns, index / columns));
                doubtfulEnd = Math.max(doubtfulEnd, Math.min(end, index + widest(cluster)));
            }
            out.append(cluster);
            at = isCertain(cluster, width) ? index + width : -1;
            return index + width;
        }

        private String cluster(int index) {
            return after.cell(index % columns, index / columns);
        }

        /** Columns that no terminal goes beyond, even one that shows every part of the cluster beside the one before. */
        private static int widest(String cluster) {
            return 2 * cluster.codePointCount(0, cluster.length());
        }

        /** Every terminal agrees about the width of a single code point that is narrow and of the basic plane. */
        private boolean isCertain(String cluster, int width) {
            return width == 1 && cluster.length() == 1;
        }

        private void moveTo(int index) {
            if (at != index) {
                out.append(place(index % columns, index / columns));
                at = index;
            }
        }

        private void dip(int wanted) {
            if (wanted != ink) {
                out.append(ESC).append(theme.sequence(wanted)).append('m');
                ink = wanted;
            }
        }
    }
}

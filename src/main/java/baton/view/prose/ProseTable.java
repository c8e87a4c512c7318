package baton.view.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/** A Markdown table laid out in columns; a cell that does not fit is cut. */
final class ProseTable {
    private static final Pattern RULE = Pattern.compile("\\s*\\|?\\s*:?-+:?\\s*(\\|\\s*:?-+:?\\s*)*\\|?\\s*");
    private static final int GAP = 2;

    private ProseTable() {}

    static boolean isRow(String line) {
        return line.strip().startsWith("|") && line.strip().length() > 1;
    }

    static boolean isRule(String line) {
        return line.contains("-") && line.contains("|") && RULE.matcher(line).matches();
    }

    /** The rows as written, the rule between head and body included. */
    static List<StyledLine> of(List<String> source, int columns) {
        var rows = source.stream().filter(line -> !isRule(line)).map(ProseTable::cells).toList();
        int count = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = widths(rows, count, columns);
        var lines = new ArrayList<StyledLine>();
        boolean headed = source.size() > 1 && isRule(source.get(1));
        for (int i = 0; i < rows.size(); i++) {
            lines.add(line(rows.get(i), widths, headed && i == 0 ? Tone.STRONG : Tone.PLAIN));
            if (headed && i == 0) {
                lines.add(StyledLine.of(Tone.DIM, "─".repeat(Math.min(columns, total(widths)))));
            }
        }
        return lines;
    }

    private static List<String> cells(String line) {
        String inner = line.strip();
        inner = inner.startsWith("|") ? inner.substring(1) : inner;
        inner = inner.endsWith("|") ? inner.substring(0, inner.length() - 1) : inner;
        var cells = new ArrayList<String>();
        for (String cell : inner.split("(?<!\\\\)\\|", -1)) {
            cells.add(Inline.of(cell.strip().replace("\\|", "|")).text());
        }
        return cells;
    }

    private static int[] widths(List<List<String>> rows, int count, int columns) {
        int[] widths = new int[count];
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
            }
        }
        // The widest column gives way until all fit; none becomes narrower than a word can be guessed from.
        while (total(widths) > columns) {
            int widest = 0;
            for (int i = 1; i < count; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= 4) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int total(int[] widths) {
        int total = Math.max(0, widths.length - 1) * GAP;
        for (int width : widths) {
            total += width;
        }
        return total;
    }

    private static StyledLine line(List<String> row, int[] widths, Tone tone) {
        var line = StyledLine.EMPTY;
        for (int i = 0; i < row.size(); i++) {
            boolean last = i == row.size() - 1;
            String cell = last ? TextWidth.cut(row.get(i), widths[i]) : TextWidth.fit(row.get(i), widths[i]);
            line = line.and(tone, cell).and(last ? "" : " ".repeat(GAP));
        }
        return line;
    }
}

package baton.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table written in HTML, as the same table that Markdown would make of it. */
final class HtmlTable {

    private static final Pattern PART = Pattern
            .compile("(?is)<tr\\b[^>]*>|<t[hd]\\b[^>]*>(.*?)(?=</t[hd]\\s*>|<t[hdr]\\b|</tr\\s*>|$)");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final int ROWS_MIN = 2;

    private HtmlTable() {}

    /** The table that these lines hold; the first row is its head. */
    static Optional<Block.Table> of(List<Block.TextLine> lines) {
        if (lines.isEmpty()
                || lines.stream().noneMatch(line -> line.raw().toLowerCase(Locale.ROOT).contains("<table"))) {
            return Optional.empty();
        }
        List<Block.Table.Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        int at = lines.getFirst().line();
        for (Block.TextLine line : lines) {
            Matcher part = PART.matcher(line.raw());
            while (part.find()) {
                if (part.group(1) == null) {
                    close(cells, at, rows);
                    at = line.line();
                } else {
                    cells.add(TAG.matcher(part.group(1)).replaceAll(" ").replace("&amp;", "&").strip());
                }
            }
        }
        close(cells, at, rows);
        return rows.size() < ROWS_MIN
                ? Optional.empty()
                : Optional.of(new Block.Table(rows.getFirst().cells(), rows.subList(1, rows.size()),
                        lines.getFirst().line(), lines.getLast().line()));
    }

    private static void close(List<String> cells, int line, List<Block.Table.Row> rows) {
        if (!cells.isEmpty()) {
            rows.add(new Block.Table.Row(cells, line));
            cells.clear();
        }
    }
}

package baton.reading.team;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import baton.reading.document.Block;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/**
 * The columns of a table of names that hold another spelling of each name: short words, all different, in capitals, with an
 * at sign, or below a heading that says so ("Short", "Handle").
 *
 * @param columns
 *            counted from 0
 */
record CodeColumns(List<Integer> columns) {

    private static final Pattern CODE = Pattern.compile("@?[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,13}");

    CodeColumns {
        columns = List.copyOf(columns);
    }

    /** Those beside the column that holds the names. */
    static CodeColumns beside(int names, Block.Table table) {
        return new CodeColumns(IntStream.range(0, table.header().size()).boxed()
                .filter(i -> i != names && isCode(table, i) && !(i < names && isNumbered(table, i))).toList());
    }

    List<String> in(Block.Table.Row row) {
        return columns.stream().map(at -> cell(row, at).replaceFirst("^@", "")).toList();
    }

    private static boolean isCode(Block.Table table, int at) {
        boolean headed = Lexicon.WORDS.words("SHORT_NAME").contains(Words.key(table.header().get(at)));
        List<String> cells = table.rows().stream().map(row -> cell(row, at)).toList();
        return cells.stream().allMatch(cell -> CODE.matcher(cell).matches() && !cell.matches("[\\d.]+")
                && (headed || cell.startsWith("@") || cell.equals(cell.toUpperCase(Locale.ROOT))))
                && cells.stream().distinct().count() == cells.size();
    }

    /** What is numbered before the names are rows of work, not spellings of the names. */
    private static boolean isNumbered(Block.Table table, int at) {
        return table.rows().stream().allMatch(row -> cell(row, at).matches(".*\\d.*"));
    }

    private static String cell(Block.Table.Row row, int at) {
        return at < row.cells().size() ? Words.plain(row.cells().get(at)) : "";
    }
}

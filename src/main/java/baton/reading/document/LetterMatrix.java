package baton.reading.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import baton.reading.language.Words;

/**
 * Who is responsible for what, from a table of letters (R, A, C, I) whose rows another table names: the areas are no jobs then,
 * and the jobs of that other table belong to whoever has the R of their area.
 */
public final class LetterMatrix {

    private static final Pattern LETTERS = Pattern.compile("(?:[RACIS](?:\\s*[/,&+]?\\s*[RACIS]){0,3}|[-–—]?)");
    private static final Pattern DOES = Pattern.compile(".*R.*");

    private LetterMatrix() {}

    /** True where every row of the table begins with an area and holds letters behind it. */
    static boolean is(Block.Table table) {
        return table.rows().size() > 1 && table.rows().stream().allMatch(row -> row.cells().size() > 2
                && row.cells().stream().skip(1).allMatch(cell -> LETTERS.matcher(Words.plain(cell)).matches()))
                && table.rows().stream().allMatch(row -> doing(table, row).isPresent());
    }

    /**
     * The areas of all such tables in a document.
     *
     * @param owners
     *            whoever is responsible, by area
     * @param named
     *            true where another table has a column with nothing but areas
     */
    public record Areas(Map<String, String> owners, boolean named) {

        public static Areas of(MarkdownDocument document) {
            Map<String, String> owners = new LinkedHashMap<>();
            List<Block.Table> tables = document.sections().flatMap(section -> section.blocks().stream())
                    .filter(Block.Table.class::isInstance).map(Block.Table.class::cast).toList();
            tables.stream().filter(LetterMatrix::is)
                    .forEach(table -> table.rows().forEach(row -> doing(table, row)
                            .ifPresent(who -> owners.putIfAbsent(Words.key(row.cells().getFirst()), who))));
            return new Areas(owners, tables.stream().anyMatch(table -> column(table, owners).isPresent()));
        }

        /** True for a table of letters whose areas another table names. */
        public boolean isNamed(Block.Table matrix) {
            return named && is(matrix);
        }
    }

    /** The column of a table that names areas. */
    public static Optional<Integer> column(Block.Table table, Map<String, String> owners) {
        return owners.isEmpty() || is(table) || table.rows().isEmpty()
                ? Optional.empty()
                : IntStream.range(0, table.header().size()).filter(i -> table.rows().stream()
                        .allMatch(row -> i < row.cells().size() && owners.containsKey(Words.key(row.cells().get(i)))))
                        .boxed().findFirst();
    }

    private static Optional<String> doing(Block.Table table, Block.Table.Row row) {
        return IntStream.range(1, Math.min(row.cells().size(), table.header().size()))
                .filter(i -> DOES.matcher(Words.plain(row.cells().get(i))).matches()).boxed().findFirst()
                .map(i -> Words.title(table.header().get(i)));
    }
}

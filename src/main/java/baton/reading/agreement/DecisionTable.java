package baton.reading.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import baton.plan.Place;
import baton.plan.PlannedDecision.Option;
import baton.reading.document.Block;
import baton.reading.document.Passage;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/** Decisions as rows of a table: what is to be decided, what there is to choose from, and what somebody recommends. */
final class DecisionTable {

    private static final Pattern ID = Pattern.compile("(?:\\p{Lu}{0,4}[- ]?)?\\d{1,3}[.)]?");

    private static final Pattern EACH = Pattern.compile("\\p{L}{3,14}\\s+(?:\\p{Lu}|\\d)");

    private DecisionTable() {}

    /** A table with a column of options and one that recommends. */
    static boolean isOne(Passage passage) {
        return passage.block() instanceof Block.Table table
                && table.header().stream().anyMatch(
                        head -> Lexicon.WORDS.words("OPTIONS").contains(Words.key(head)))
                && table.header().stream().anyMatch(head -> Label.all(head).contains(Label.RECOMMENDATION));
    }

    /** "D1", "D2" in the first column only count. */
    private static boolean isCount(Block.Table table) {
        return table.header().size() > 2 && table.rows().stream().allMatch(row -> !row.cells().isEmpty()
                && ID.matcher(Words.plain(row.cells().getFirst())).matches());
    }

    /** The header says which column holds the options and which the recommendation; else their usual places do. */
    static void row(Block.Table table, Block.Table.Row row, Passage passage, Findings findings) {
        List<String> cells = row.cells().stream().map(Words::plain).toList();
        int question = column(table, Label.QUESTION, isCount(table) ? 1 : 0);
        int choices = IntStream.range(0, table.header().size()).filter(i -> i != question
                && Label.all(table.header().get(i)).contains(Label.OPTION)).findFirst()
                .orElseGet(() -> column(table, Label.OPTION, question + 1) == question
                        ? question + 1
                        : column(table, Label.OPTION, question + 1));
        int advice = column(table, Label.RECOMMENDATION, choices + 1);
        List<Option> options = new ArrayList<>();
        List<Integer> each = IntStream.range(0, table.header().size())
                .filter(i -> EACH.matcher(Words.plain(table.header().get(i))).matches()
                        && Label.all(Words.plain(table.header().get(i))).contains(Label.OPTION))
                .boxed().toList();
        if (each.size() > 1) {
            // "Option A" and "Option B" have a column each.
            each.stream().filter(i -> !AgentFields.isNothing(cell(cells, i)) && !cell(cells, i).isBlank())
                    .forEach(i -> options.add(new Option(Words.plain(table.header().get(i)).replaceFirst("^.*\\s", ""),
                            cell(cells, i))));
        } else {
            for (String part : cell(cells, choices).split("\\s*(?:;|/| vs\\.? | or |<br\\s*/?>)\\s*", -1)) {
                if (!part.isBlank()) {
                    options.add(DecisionRecogniser.letter(part.strip(), options.size()));
                }
            }
        }
        String advised = cell(cells, advice);
        boolean offered = options.stream().anyMatch(option -> Words.key(option.text()).equals(Words.key(advised)));
        String said = AgentFields.isNothing(advised) && !offered ? "" : advised;
        DecisionRecogniser.add(cell(cells, question), "", options, said,
                new Place(passage.document().file(), row.line()), findings);
    }

    private static String cell(List<String> cells, int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    private static int column(Block.Table table, Label label, int usual) {
        for (int i = 0; i < table.header().size(); i++) {
            String key = Words.key(table.header().get(i));
            if (Label.all(key).contains(label) || Lexicon.WORDS.labels(key + " a").contains(label.name())) {
                return i;
            }
        }
        return usual;
    }
}

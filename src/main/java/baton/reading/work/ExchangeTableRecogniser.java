package baton.reading.work;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import baton.plan.Edge;
import baton.plan.Place;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundEdge;
import baton.reading.found.Recogniser;
import baton.reading.found.Roster;
import baton.reading.language.Words;

/**
 * Tables of what goes from whom to whom: two columns with nothing but agents' names, and the thing between them in a third.
 *
 * <p>
 * Who gives stands before who takes, as in an arrow.
 */
public final class ExchangeTableRecogniser implements Recogniser {

    private static final int ENDS = 2;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (findings.roster.isEmpty()) {
            return;
        }
        for (Passage passage : document.passages()) {
            if (passage.block() instanceof Block.Table table && !claims.isTaken(table.line())
                    && !findings.isOwn(document.file(), table.line())) {
                List<Integer> ends = IntStream.range(0, table.header().size()).boxed()
                        .filter(at -> isOfAgents(table, at, findings.roster)).toList();
                if (ends.size() == ENDS && table.rows().stream().noneMatch(row -> isOne(row, ends, findings.roster))) {
                    table.rows().forEach(row -> add(row, ends, document, findings));
                    passage.claim(claims);
                }
            }
        }
    }

    private static boolean isOfAgents(Block.Table table, int at, Roster roster) {
        return !table.rows().isEmpty() && table.rows().stream().allMatch(row -> at < row.cells().size()
                && roster.find(name(row.cells().get(at))).isPresent());
    }

    /** Two spellings of one agent in a row make it a line about that agent. */
    private static boolean isOne(Block.Table.Row row, List<Integer> ends, Roster roster) {
        return roster.find(name(row.cells().get(ends.getFirst())))
                .equals(roster.find(name(row.cells().get(ends.getLast()))));
    }

    private static String name(String cell) {
        return Words.plain(cell).replaceFirst("^@", "");
    }

    private static void add(Block.Table.Row row, List<Integer> ends, MarkdownDocument document, Findings findings) {
        Optional<String> thing = IntStream.range(0, row.cells().size()).filter(at -> !ends.contains(at))
                .mapToObj(at -> Words.plain(row.cells().get(at))).filter(cell -> !cell.isBlank()).findFirst();
        findings.edges.add(new FoundEdge(name(row.cells().get(ends.getFirst())), name(row.cells().get(ends.getLast())),
                thing.orElse(""), Edge.Source.TEXT, new Place(document.file(), row.line())));
    }
}

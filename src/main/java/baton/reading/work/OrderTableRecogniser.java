package baton.reading.work;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import baton.plan.Edge;
import baton.plan.Place;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundEdge;
import baton.reading.found.Recogniser;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/**
 * Tables that only say what waits for what, of jobs that stand elsewhere: a column of jobs, one for what each depends on, and
 * perhaps one for what it blocks.
 */
public final class OrderTableRecogniser implements Recogniser {

    private static final Pattern ID = Pattern
            .compile("(\\p{Lu}{1,8}-?\\d{1,4}(?:\\.\\d{1,3})*|\\d{1,3}\\.\\d{1,3})(?:[\\s:–—-].*)?");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            if (passage.block() instanceof Block.Table table && !claims.isTaken(table.line())
                    && !findings.isOwn(document.file(), table.line())) {
                int needs = column(table, Label.DEPENDS, "DEPENDS");
                if (needs > 0 && table.header().size() <= 4) {
                    read(table, needs, document, findings);
                    passage.claim(claims);
                }
            }
        }
    }

    private static int column(Block.Table table, Label label, String words) {
        return IntStream.range(1, table.header().size()).filter(i -> Label.all(table.header().get(i)).contains(label)
                || Lexicon.WORDS.words(words).contains(Words.key(table.header().get(i)))).findFirst().orElse(-1);
    }

    private static void read(Block.Table table, int needs, MarkdownDocument document, Findings findings) {
        int blocks = IntStream.range(1, table.header().size())
                .filter(i -> i != needs && Lexicon.WORDS.words("BLOCKS").contains(Words.key(table.header().get(i))))
                .findFirst().orElse(-1);
        for (Block.Table.Row row : table.rows()) {
            var place = new Place(document.file(), row.line());
            String job = name(cell(row, 0));
            if (job.isEmpty()) {
                continue;
            }
            names(cell(row, needs)).forEach(need -> findings.edges
                    .add(new FoundEdge(need, job, "", Edge.Source.TEXT, place)));
            names(cell(row, blocks)).forEach(later -> findings.edges
                    .add(new FoundEdge(job, later, "", Edge.Source.TEXT, place)));
        }
    }

    private static String cell(Block.Table.Row row, int at) {
        return at < 0 || at >= row.cells().size() ? "" : Words.plain(row.cells().get(at)).strip();
    }

    private static List<String> names(String cell) {
        return AgentFields.isNothing(cell) || cell.isBlank()
                ? List.of()
                : AgentFields.parts(cell).stream().map(OrderTableRecogniser::name).toList();
    }

    /** An id stands for its job, whatever words are beside it. */
    private static String name(String written) {
        return Optional.of(ID.matcher(written)).filter(Matcher::matches).map(id -> id.group(1)).orElse(written);
    }
}

package baton.reading.work;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Topic;
import baton.reading.found.Clause;
import baton.reading.found.Findings;
import baton.reading.found.OrderEnds;
import baton.reading.found.Recogniser;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/**
 * Order that is written in words: "A depends on B and C", "once A is done, B can start", or arrows.
 *
 * <p>
 * Below a title about order every line is read so; elsewhere sentences count whose ends are plainly jobs of the plan.
 */
public final class DependencyRecogniser implements Recogniser {

    private static final Pattern ARROWS = Pattern.compile("\\s*(?:-+>|→|=+>|⟶)\\s*");
    /** "Comes last, after A and B" says with "after" what counts. */
    private static final Pattern PLACE = Pattern
            .compile("(?i)\\s+(?:comes?|goes|runs?|is|starts?)\\s+(?:last|first|second|third|next|then)\\s*,?\\s+");
    /** Statements that stand side by side in one line. */
    private static final Pattern SENTENCES = Pattern.compile(
            "(?iu);\\s*|(?<=[.!?])\\s+(?=(?-i:\\P{Ll}))|,\\s+(?:and|und|et|y|e|en|i|и)\\s+(?=\\S+\\s+\\S+\\s+\\S)|[。；]");
    /** "Order: nobody begins before the tables are there." */
    private static final Pattern LEADS = Pattern.compile("(?iu)^" + Lexicon.WORDS.pattern("ORDER_TITLE") + "\\s*[:：]");
    private static final Pattern ITS = Pattern.compile("(?iu)(?:^|[,;:]\\s+|\\s" + Lexicon.WORDS.pattern("BUT")
            + "\\s+)(?:" + Lexicon.WORDS.pattern("IT") + "|" + Lexicon.WORDS.pattern("ITS_JOB") + "|"
            + Lexicon.WORDS.pattern("ME") + ")\\s");
    private static final int CHARS_MAX = 600;

    private final boolean told;

    private DependencyRecogniser(boolean told) {
        this.told = told;
    }

    /** Reads what nobody else has read, once lists and tables have given all their jobs. */
    public static DependencyRecogniser ofPlans() {
        return new DependencyRecogniser(false);
    }

    /** Reads letters and minutes again, whose sentences give the jobs too. */
    public static DependencyRecogniser ofToldPlans() {
        return new DependencyRecogniser(true);
    }

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if ((findings.tasks.isEmpty() && findings.agents.isEmpty())
                || (told && !findings.told.contains(document.file()))) {
            return;
        }
        var ends = new OrderEnds(findings);
        document.sections().forEach(section -> {
            boolean near = Topic.in(section.key()).contains(Topic.DEPENDENCIES)
                    || Lexicon.WORDS.words("ORDER_TITLE").contains(section.key());
            Stream<Block.TextLine> items = section.items().map(item -> new Block.TextLine(item.raw(), item.line()));
            Stream<Block.TextLine> lines = section.blocks().stream().filter(Block.Paragraph.class::isInstance)
                    .flatMap(block -> near
                            ? ((Block.Paragraph) block).lines().stream()
                            : whole((Block.Paragraph) block));
            Stream.concat(told ? Stream.empty() : items, lines).filter(line -> line.raw().length() <= CHARS_MAX
                    && !findings.isOwn(document.file(), line.line()) && (near || told || !claims.isTaken(line.line())))
                    .forEach(line -> {
                        boolean any = false;
                        boolean leads = near || LEADS.matcher(Words.plain(line.raw())).find();
                        for (String part : near ? parts(line.raw()) : List.of(SENTENCES.split(line.raw(), -1))) {
                            if (told && givesWork(Words.plain(part), findings)) {
                                continue;
                            }
                            any |= ends.read(PLACE.matcher(Words.plain(part)).replaceFirst(" "), leads,
                                    new Place(document.file(), line.line()));
                        }
                        if (any) {
                            claims.take(line.line(), line.line());
                            claims.take(section.line(), section.line());
                        }
                    });
        });
    }

    /** What a sentence that gives work says of order belongs to that work and was read with it. */
    private static boolean givesWork(String sentence, Findings findings) {
        return ITS.matcher(sentence.strip()).find()
                || !Clause.told(sentence.replaceFirst("[.;!]+$", ""), findings.roster, true).isEmpty()
                || !Clause.told(sentence.replaceFirst("[.;!]+$", ""), findings.roster, false).isEmpty();
    }

    /** A paragraph in one line: its sentences break where the page does. */
    private static Stream<Block.TextLine> whole(Block.Paragraph paragraph) {
        return Stream.of(new Block.TextLine(String.join(" ", paragraph.lines().stream().map(Block.TextLine::raw)
                .toList()), paragraph.line()));
    }

    /** Several statements of one line: at semicolons, and at commas where every piece is an arrow of its own. */
    private static List<String> parts(String raw) {
        return Stream.of(SENTENCES.split(raw, -1)).flatMap(part -> {
            List<String> pieces = List.of(part.split(",(?![^(]*\\))\\s*", -1));
            boolean arrows = pieces.size() > 1 && pieces.stream().filter(piece -> !piece.isBlank())
                    .allMatch(piece -> ARROWS.matcher(piece).find());
            return arrows ? pieces.stream() : Stream.of(part);
        }).toList();
    }
}

package baton.reading.work;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Edge;
import baton.plan.Place;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Topic;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundEdge;
import baton.reading.found.Recogniser;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/** Order that is written in words: "A depends on B and C", or arrows in a list of dependencies. */
public final class DependencyRecogniser implements Recogniser {

    private static final Pattern NEEDS = Pattern.compile("(?iu)(.{2,80}?)\\s*(?::\\s*)?(?:→\\s*)?(?<![\\p{L}])"
            + Lexicon.WORDS.pattern("DEPENDS") + "(?![\\p{L}])\\s*:?\\s*(.{2,200}?)[.]?");
    private static final Pattern ONCE = Pattern.compile(
            "(?iu)(.{2,80}?)\\s+(?:can |may |must )?(?:start|begin)s?\\s+(?:once|when|after)\\s+(.{2,200}?)(?:\\s+(?:is|are|has|have)\\s+(?:done|finished|complete|ready))?[.]?");
    private static final Pattern FEEDS = Pattern
            .compile("(?iu)(.{2,60}?)\\s+(?:feeds(?: into)?|unblocks|blocks|hands off to|hands over to"
                    + "|passes to|comes before|precedes)\\s+(.{2,200}?)[.]?");
    /** "Comes last, after A and B" says with "after" what counts. */
    private static final Pattern PLACE = Pattern
            .compile("(?i)\\s+(?:comes?|goes|runs?|is|starts?)\\s+(?:last|first|second|third|next|then)\\s*,?\\s+");
    private static final Pattern ARROWS = Pattern.compile("\\s*(?:-+>|→|=+>|⟶)\\s*");
    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        document.sections().filter(section -> Topic.in(section.key()).contains(Topic.DEPENDENCIES)
                || Lexicon.WORDS.words("ORDER_TITLE").contains(section.key())).forEach(section -> {
                    Stream<Block.TextLine> items = section.items()
                            .map(item -> new Block.TextLine(item.raw(), item.line()));
                    Stream<Block.TextLine> lines = section.blocks().stream().filter(Block.Paragraph.class::isInstance)
                            .flatMap(block -> ((Block.Paragraph) block).lines().stream());
                    Stream.concat(items, lines).filter(line -> !findings.isOwn(document.file(), line.line()))
                            .forEach(line -> {
                                boolean any = false;
                                for (String part : parts(line.raw())) {
                                    any |= order(new Block.TextLine(part, line.line()), document, findings);
                                }
                                if (any) {
                                    claims.take(line.line(), line.line());
                                    claims.take(section.line(), section.line());
                                }
                            });
                });
    }

    /** Several statements of one line: at semicolons, and at commas where every piece is an arrow of its own. */
    private static List<String> parts(String raw) {
        return Stream.of(raw.split(";\\s*", -1)).flatMap(part -> {
            List<String> pieces = List.of(part.split(",(?![^(]*\\))\\s*", -1));
            boolean arrows = pieces.size() > 1 && pieces.stream().filter(piece -> !piece.isBlank())
                    .allMatch(piece -> ARROWS.matcher(piece).find());
            return arrows ? pieces.stream() : Stream.of(part);
        }).toList();
    }

    private static boolean order(Block.TextLine line, MarkdownDocument document, Findings findings) {
        String text = PLACE.matcher(Words.plain(line.raw())).replaceFirst(" ");
        var place = new Place(document.file(), line.line());
        Matcher needs = NEEDS.matcher(text);
        if (needs.matches()) {
            return pairs(AgentFields.parts(needs.group(2)), AgentFields.parts(needs.group(1)), place, findings);
        }
        Matcher once = ONCE.matcher(text);
        if (once.matches()) {
            return pairs(AgentFields.parts(once.group(2)), AgentFields.parts(once.group(1)), place, findings);
        }
        Matcher feeds = FEEDS.matcher(text);
        if (feeds.matches()) {
            return pairs(AgentFields.parts(feeds.group(1)), AgentFields.parts(feeds.group(2)), place, findings);
        }
        String[] chain = ARROWS.split(text, -1);
        boolean found = false;
        for (int i = 0; i + 1 < chain.length; i++) {
            found |= pairs(AgentFields.parts(chain[i]), AgentFields.parts(chain[i + 1]), place, findings);
        }
        return found;
    }

    /** Only ends that were found as agents or tasks count; in running text anything may stand beside an arrow. */
    private static boolean pairs(List<String> from, List<String> to, Place place, Findings findings) {
        boolean known = !from.isEmpty() && !to.isEmpty() && Stream.concat(from.stream(), to.stream())
                .allMatch(findings::names);
        if (known) {
            from.forEach(first -> to.forEach(second -> findings.edges
                    .add(new FoundEdge(first, second, "", Edge.Source.TEXT, place))));
        }
        return known;
    }
}

package baton.reading.work;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.reading.document.Block;
import baton.reading.found.AgentFields;
import baton.reading.language.AgentName;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Words;

/**
 * What a sheet of work says without a label: whose it is, in brackets behind its title, and which others it needs, in a line of
 * its own such as "needs Task 3 and Task 4".
 *
 * @param owner
 *            a name of the form that agent files have or one that calls itself an agent, or nothing
 * @param needs
 *            the other sheets as they are named, such as "Task 3"
 */
record SheetWords(String owner, List<String> needs) {

    private static final Pattern GIVEN = Pattern.compile("(\\S.{2,}?)\\s*[(\\[]@?`?([^()\\[\\]`]{2,40})`?[)\\]][*_]*");
    private static final Pattern NEEDS = Pattern.compile("(?iu)(?:[\\p{L} ]{2,24}:\\s*)?(?<![\\p{L}])"
            + Lexicon.WORDS.pattern("DEPENDS") + "\\s*:?\\s+(.{1,120}?)[.]?");
    private static final Pattern COUNTED = Pattern.compile("(?:\\p{L}{2,14}[ -]?)?#?\\d{1,4}(?:\\.\\d{1,3})*");

    SheetWords {
        needs = List.copyOf(needs);
    }

    static SheetWords of(String title, List<Block> body) {
        Matcher given = GIVEN.matcher(title.strip());
        return new SheetWords(given.matches() && isName(given.group(2)) ? given.group(2).strip() : "",
                body.stream().flatMap(SheetWords::lines).flatMap(SheetWords::needs).distinct().toList());
    }

    /** The title in plain words, without the name in brackets. */
    static String title(String raw) {
        Matcher given = GIVEN.matcher(raw.strip());
        return Words.plain(given.matches() && isName(given.group(2)) ? given.group(1) : raw);
    }

    private static boolean isName(String written) {
        return AgentName.of(written.strip()).isIdentifier() || NameIndex.saysAgent(written);
    }

    private static Stream<String> lines(Block block) {
        return switch (block) {
            case Block.Paragraph(var lines) -> lines.stream().map(Block.TextLine::raw);
            case Block.Listing list -> list.items().stream().map(Block.Item::raw);
            case Block.Fence _,Block.Table _,Block.Aside _ -> Stream.of();
        };
    }

    /** Only where nothing but other sheets are named. */
    private static Stream<String> needs(String raw) {
        Matcher needs = NEEDS.matcher(Words.plain(raw).strip());
        List<String> parts = needs.matches() ? AgentFields.parts(needs.group(1)) : List.of();
        return parts.stream().allMatch(part -> COUNTED.matcher(part.strip()).matches()) ? parts.stream() : Stream.of();
    }
}

package baton.reading.work;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
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
 * @param estimate
 *            what else the brackets say: "2d"; or nothing
 * @param needs
 *            the other sheets as they are named, such as "Task 3"
 * @param said
 *            the sentences below the title
 */
record SheetWords(String owner, String estimate, List<String> needs, List<String> said) {

    private static final Pattern GIVEN = Pattern.compile("(\\S.{2,}?)\\s*[(\\[]@?`?([^()\\[\\]`]{2,40})`?[)\\]][*_]*");
    private static final Pattern NEEDS = Pattern.compile("(?iu)(?:[\\p{L} ]{2,24}:\\s*)?(?<![\\p{L}])"
            + Lexicon.WORDS.pattern("DEPENDS") + "\\s*:?\\s+(.{1,120}?)[.]?");
    private static final Pattern NAMED = Pattern
            .compile("(?<![\\p{L}\\p{N}-])\\p{L}[\\p{L}\\p{N}]{0,13}[-_ ]?\\d{1,5}(?:[.-]\\d{1,5})*(?![\\p{L}\\p{N}])");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.;!?])\\s+");
    private static final Pattern ESTIMATE = Pattern
            .compile("(?iu)~?\\d+(?:[.,]\\d+)?\\s*(?:" + Lexicon.WORDS.pattern("PERIOD")
                    + "|d|w|wk|wks|h|hrs?|sp|pt|pts)");
    private static final Pattern ORDER = Pattern
            .compile("(?iu)(?<![\\p{L}])(?:" + Lexicon.WORDS.pattern("DEPENDS") + "|"
                    + Lexicon.WORDS.pattern("ONLY_WHEN") + ")(?![\\p{L}])");
    private static final Pattern COUNTED = Pattern.compile("(?:\\p{L}{2,14}[ -]?)?#?\\d{1,4}(?:\\.\\d{1,3})*");

    SheetWords {
        needs = List.copyOf(needs);
        said = List.copyOf(said);
    }

    static SheetWords of(String title, List<Block> body) {
        List<String> given = given(title);
        List<String> lines = body.stream().flatMap(SheetWords::lines).toList();
        return new SheetWords(given.stream().filter(SheetWords::isName).findFirst().orElse(""),
                given.stream().filter(part -> ESTIMATE.matcher(part).matches()).findFirst().orElse(""),
                lines.stream().flatMap(SheetWords::needs).distinct().toList(),
                lines.stream().map(Words::plain).flatMap(SENTENCE::splitAsStream).toList());
    }

    /** What stands in brackets behind the title, where one part of it is a name. */
    private static List<String> given(String title) {
        Matcher given = GIVEN.matcher(title.strip());
        List<String> parts = given.matches()
                ? Stream.of(given.group(2).split(",", -1)).map(String::strip).toList()
                : List.of();
        return parts.stream().anyMatch(SheetWords::isName) ? parts : List.of();
    }

    /** The other sheets that a sentence about order names by their ids: "After SP-2 is deployed". */
    List<String> after(Set<String> ids, String own) {
        Set<String> named = new LinkedHashSet<>();
        said.stream().filter(sentence -> ORDER.matcher(sentence).find())
                .forEach(sentence -> NAMED.matcher(sentence).results().map(MatchResult::group)
                        .filter(id -> ids.contains(id) && !id.equals(own)).forEach(named::add));
        return List.copyOf(named);
    }

    /** The title in plain words, without the name in brackets. */
    static String title(String raw) {
        Matcher given = GIVEN.matcher(raw.strip());
        return Words.plain(given.matches() && !given(raw).isEmpty() ? given.group(1) : raw);
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

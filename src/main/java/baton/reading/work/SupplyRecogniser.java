package baton.reading.work;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Edge;
import baton.plan.Place;
import baton.reading.document.Chains;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundEdge;
import baton.reading.found.Recogniser;
import baton.reading.found.Roster;
import baton.reading.language.FirstWords;
import baton.reading.language.Lexicon;
import baton.reading.language.Signs;
import baton.reading.language.Words;

/**
 * Sentences that say who gets what from whom: "Kite needs the wind table from Vane", "Vane supplies Kite with the table".
 *
 * <p>
 * Both must be known agents by their whole names, wherever in the document the sentence stands.
 */
public final class SupplyRecogniser implements Recogniser {

    private static final String NOBODY_ELSE = "([^,;:.]{2,50}?)";
    private static final String GIVER = "\\s+" + Lexicon.WORDS.pattern("SUPPLIED") + "\\s+([^,;:]{2,50}?)[.;]?";
    private static final Pattern TAKES = Pattern.compile(
            "(?iu)" + NOBODY_ELSE + "\\s+(?:\\p{L}+\\s+)?" + Lexicon.WORDS.pattern("TAKES") + "\\s+(.{2,120}?)"
                    + GIVER);
    private static final Pattern GIVES_TO = Pattern.compile("(?iu)" + NOBODY_ELSE + "\\s+"
            + Lexicon.WORDS.pattern("GIVES") + "\\s+(.{2,120}?)\\s+" + Lexicon.WORDS.pattern("GIVEN_TO")
            + "\\s+([^,;:]{2,50}?)[.;]?");
    private static final Pattern WAITS = Pattern.compile("(?iu)" + NOBODY_ELSE + "\\s+"
            + Lexicon.WORDS.pattern("WAITS") + "\\s+([^;:]{2,80}?)(?:\\s+" + Lexicon.WORDS.pattern("STANDS")
            + ")?[.;]?");
    /** "Kite waits for Vane's table". */
    private static final Pattern OWNED = Pattern.compile("(?iu)" + NOBODY_ELSE + "\\s+(?:"
            + Lexicon.WORDS.pattern("TAKES") + "|" + Lexicon.WORDS.pattern("WAITS")
            + ")\\s+([^,;:]{2,40}?)['’]s?\\s+(.{2,80}?)[.;]?");
    /** "Kite waits for Vane for the table". */
    private static final Pattern FOR = Pattern.compile("(?iu)" + NOBODY_ELSE + "\\s+"
            + Lexicon.WORDS.pattern("WAITS") + "\\s+([^,;:]{2,50}?)\\s+" + Lexicon.WORDS.pattern("FOR_THING")
            + "\\s+(.{2,80}?)[.;]?");
    private static final Pattern NEGATED = Pattern.compile(
            "(?iu).*(?<![\\p{L}])(?:not|never|nothing|no longer|n't|nicht|nie|nichts|pas|rien|jamais|nunca|nada)(?![\\p{L}]).*");
    private static final Pattern ARTICLE = Pattern.compile("(?iu)^" + Lexicon.WORDS.pattern("ARTICLE") + "\\s+");
    private static final Pattern SENTENCES = Pattern.compile("(?<=[.;])\\s+");
    /** Without one of these a sentence tells of nothing that anybody hands over. */
    private static final FirstWords TAKING = new FirstWords(Lexicon.WORDS.words("TAKES"));
    private static final FirstWords GIVING = new FirstWords(Lexicon.WORDS.words("GIVES"));
    private static final FirstWords WAITING = new FirstWords(Lexicon.WORDS.words("WAITS"));
    private static final int CHARS_MAX = 400;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (findings.roster.isEmpty()) {
            return;
        }
        Set<Integer> told = new LinkedHashSet<>();
        findings.edges.stream().filter(edge -> edge.place().file().equals(document.file()))
                .forEach(edge -> told.add(edge.place().line()));
        document.sections().forEach(section -> Chains.lines(section.blocks())
                .filter(line -> line.raw().length() <= CHARS_MAX && !told.contains(line.line())).forEach(line -> {
                    for (String sentence : SENTENCES.split(Words.plain(line.raw()), -1)) {
                        if (read(sentence.strip(), new Place(document.file(), line.line()), findings)) {
                            claims.take(line.line(), line.line());
                        }
                    }
                }));
    }

    private static boolean read(String sentence, Place place, Findings findings) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        boolean mayTake = TAKING.mayBeIn(lower);
        boolean mayGive = GIVING.mayBeIn(lower);
        boolean mayWait = WAITING.mayBeIn(lower);
        if (!(mayTake || mayGive || mayWait) || NEGATED.matcher(sentence).matches()) {
            return false;
        }
        Matcher takes = TAKES.matcher(sentence);
        if (mayTake && takes.matches() && add(takes.group(3), takes.group(1), takes.group(2), place, findings)) {
            return true;
        }
        Matcher gives = GIVES_TO.matcher(sentence);
        if (mayGive && gives.matches() && add(gives.group(1), gives.group(3), gives.group(2), place, findings)) {
            return true;
        }
        Matcher owned = OWNED.matcher(sentence);
        if (Signs.any(sentence, "'’") && owned.matches()
                && add(owned.group(2), owned.group(1), owned.group(3), place, findings)) {
            return true;
        }
        Matcher thing = FOR.matcher(sentence);
        if (mayWait && thing.matches() && add(thing.group(2), thing.group(1), thing.group(3), place, findings)) {
            return true;
        }
        Matcher waits = WAITS.matcher(sentence);
        return mayWait && waits.matches() && add(waits.group(2), waits.group(1), "", place, findings);
    }

    private static boolean add(String giver, String taker, String thing, Place place, Findings findings) {
        List<String> from = agents(giver, findings.roster);
        List<String> to = agents(taker, findings.roster);
        String what = ARTICLE.matcher(thing.strip()).replaceFirst("");
        from.forEach(one -> to.stream().filter(other -> !other.equals(one)).forEach(
                other -> findings.edges.add(new FoundEdge(one, other, what, Edge.Source.TEXT, place))));
        return !from.isEmpty() && !to.isEmpty();
    }

    /** All the agents that the words name; nobody where one of the parts is somebody or something else. */
    private static List<String> agents(String words, Roster roster) {
        List<Optional<String>> found = AgentFields.parts(words.strip()).stream()
                .map(part -> ARTICLE.matcher(part.strip().replaceFirst("^@", "")).replaceFirst(""))
                .map(part -> roster.find(part)).toList();
        return found.stream().anyMatch(Optional::isEmpty)
                ? List.of()
                : found.stream().flatMap(Optional::stream).toList();
    }
}

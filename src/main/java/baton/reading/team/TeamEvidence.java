package baton.reading.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Sentences;
import baton.reading.language.EastAsian;
import baton.reading.language.FirstWords;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Phrases;
import baton.reading.language.Words;
import baton.reading.team.SiblingGroup.Sibling;

/**
 * How much speaks for it that the names of a group are the team of a document.
 *
 * <p>
 * No single sign decides: rooms and products also stand in lists with sentences beside them. What weighs most is that the names
 * come back where owners and ends of arrows stand, that the text counts as many members, that a title announces them, that they
 * sound like roles, and that each entry carries work.
 *
 * @param recurring
 *            the share of names that come back in such places
 * @param linked
 *            the share of names that stand beside those of known agents, as the ends of one arrow do
 * @param acting
 *            the share of names that are the subject of a sentence somewhere
 * @param counted
 *            the text says "four agents" and there are four
 * @param announced
 *            a title says that a team follows
 * @param sounding
 *            the share of names that sound like somebody
 * @param working
 *            the share of entries that carry work
 * @param spoken
 *            the document speaks of agents at all
 * @param called
 *            sections that all say "agent" in their names
 * @param ordered
 *            the share of entries that say that they need what another of them has
 */
public record TeamEvidence(double recurring, double linked, double acting, boolean counted, Announced announced,
        double sounding, double working,
        boolean spoken, boolean called, double ordered) {

    /** Whether a title above says that a team follows. */
    enum Announced {
        NO, TEAM, AGENTS
    }

    /** From here on a group is the team. */
    static final int ENOUGH = 7;

    private static final double MOST = 0.6;
    private static final double SOME = 0.3;
    private static final int COUNTS_MAX = 12;
    private static final int ORDERED_MAX = 40;
    private static final String WORKFORCE = "(?:" + Lexicon.WORDS.pattern("AGENT") + "|"
            + Lexicon.WORDS.pattern("WORKFORCE")
            + ")";
    private static final FirstWords FORCE = new FirstWords(Stream.of("AGENT", "WORKFORCE")
            .flatMap(list -> Lexicon.WORDS.words(list).stream()).toList());
    private static final Pattern ANY_FORCE = Pattern.compile("(?iu)" + WORKFORCE);
    private static final Map<Integer, Pattern> COUNTS = new ConcurrentHashMap<>();

    /** How much the signs weigh together. */
    int weight() {
        int weight = recurring >= MOST ? 3 : recurring >= SOME ? 1 : 0;
        weight += linked >= MOST ? 2 : linked >= SOME ? 1 : 0;
        weight += acting >= MOST ? 2 : 0;
        weight += counted ? 3 : 0;
        weight += switch (announced) {
            case NO -> 0;
            case TEAM -> 2;
            case AGENTS -> 3;
        };
        weight += sounding >= MOST ? 2 : sounding >= SOME ? 1 : 0;
        weight += working >= MOST ? 2 : working >= SOME ? 1 : 0;
        // Every name comes back and sounds like somebody with work to do: nothing else is told so, whatever it is called.
        weight += recurring == 1 && sounding == 1 && working == 1 ? 2 : 0;
        weight += called && working == 1 ? 2 : 0;
        weight += ordered >= SOME ? 2 : 0;
        return weight + (spoken ? 1 : -2);
    }

    static TeamEvidence of(SiblingGroup group, NamePlaces places, List<String> known) {
        Set<String> shared = group.sharedWords();
        double recurring = group.share(member -> recurs(member, group, places));
        double linked = group.share(member -> spellings(member, shared).stream()
                .anyMatch(name -> places.beside(name, known, group.line(), group.lastLine())));
        double acting = group.share(member -> spellings(member, shared).stream().anyMatch(places::acts));
        return new TeamEvidence(recurring, linked, acting, places.isCounted(group.members().size()),
                announced(group),
                group.share(member -> sounds(member, shared)), group.share(EntryWork::carriesWork), places.isSpoken(),
                group.form() == SiblingGroup.Form.SECTIONS
                        && group.share(member -> NameIndex.saysAgent(member.name().written())) == 1,
                group.members().size() > ORDERED_MAX ? 0 : group.share(member -> needs(member, group)));
    }

    /** "Depends on: ingest" below the name of another. */
    private static boolean needs(Sibling member, SiblingGroup group) {
        List<String> needs = Field.of(member.body()).stream().filter(field -> field.is(Label.DEPENDS))
                .map(field -> " " + Words.key(String.join(" ", field.texts())) + " ").toList();
        return !needs.isEmpty() && group.members().stream().filter(other -> other.line() != member.line())
                .map(other -> " " + Words.key(other.name().written()) + " ")
                .anyMatch(name -> needs.stream().anyMatch(need -> need.contains(name)));
    }

    /** True where one entry speaks for itself. */
    static boolean fits(Sibling member, SiblingGroup group, NamePlaces places) {
        boolean named = NameIndex.saysAgent(member.name().written()) || member.name().isIdentifier()
                || group.sharedWords().stream().anyMatch(Lexicon.WORDS.words("WORKFORCE")::contains);
        return named || recurs(member, group, places);
    }

    private static boolean recurs(Sibling member, SiblingGroup group, NamePlaces places) {
        // Sections of others name somebody as well as places around them do.
        boolean sections = group.form() == SiblingGroup.Form.SECTIONS;
        int line = sections ? member.line() : group.line();
        int lastLine = sections ? member.lastLine() : group.lastLine();
        return spellings(member, group.sharedWords()).stream()
                .anyMatch(name -> places.isOutside(name, line, lastLine));
    }

    private static List<String> spellings(Sibling member, Set<String> shared) {
        List<String> spellings = new ArrayList<>(member.name().aliases());
        spellings.addAll(member.codes());
        spellings.add(member.name().written());
        spellings.add(SiblingGroup.without(member.name().written(), shared));
        return spellings;
    }

    private static boolean sounds(Sibling member, Set<String> shared) {
        Set<String> force = Lexicon.WORDS.words("WORKFORCE");
        return member.name().soundsLikeSomebody() || member.name().isIdentifier()
                || shared.stream().anyMatch(force::contains)
                || force.contains(Words.key(member.name().written()))
                || member.name().aliases().stream()
                        .anyMatch(alias -> force.contains(Words.key(alias).split(" ", -1)[0]));
    }

    /** True where a text says that there are so many of them. */
    static boolean isCounted(MarkdownDocument document, int size) {
        if (size > COUNTS_MAX || size < 2) {
            return false;
        }
        var numbers = new FirstWords(Lexicon.WORDS.words("COUNT_" + size));
        String figure = Integer.toString(size);
        return document.sentences().stream().map(Sentences.Sentence::text)
                .filter(text -> (text.contains(figure) || numbers.mayBeIn(text)) && FORCE.mayBeIn(text))
                .anyMatch(text -> COUNTS.computeIfAbsent(size, TeamEvidence::count).matcher(text).find());
    }

    private static Announced announced(SiblingGroup group) {
        Announced announced = Announced.NO;
        for (Passage.Title title : group.titles().stream().limit(2).toList()) {
            boolean agents = NameIndex.saysAgent(title.text())
                    || (EastAsian.isIn(title.text()) && ANY_FORCE.matcher(title.text()).find());
            boolean team = says(title.key(), "WORKFORCE") || saysTeam(title.key());
            announced = agents ? Announced.AGENTS : team && announced == Announced.NO ? Announced.TEAM : announced;
        }
        return announced;
    }

    private static boolean says(String key, String list) {
        Set<String> words = Lexicon.WORDS.words(list);
        return List.of(key.split(" ", -1)).stream().anyMatch(words::contains);
    }

    private static boolean saysTeam(String key) {
        Set<String> periods = Lexicon.WORDS.words("PERIOD");
        return Lexicon.WORDS.words("TEAM").stream().filter(word -> !periods.contains(word))
                .anyMatch(word -> EastAsian.isIn(word)
                        ? key.contains(word)
                        : (" " + key + " ").contains(" " + word + " "));
    }

    public static boolean isSpoken(MarkdownDocument document) {
        return document.sentences().stream()
                .anyMatch(sentence -> (Spoken.FIRST.mayBeIn(sentence.text())
                        && Spoken.ANY.matcher(sentence.text()).find())
                        || Spoken.LEADS.isIn(Words.key(sentence.text())));
    }

    /** Words for agents, made when a document is first asked for them. */
    private static final class Spoken {

        static final FirstWords FIRST = new FirstWords(Stream
                .concat(Lexicon.WORDS.words("AGENT").stream(), Lexicon.WORDS.words("AI").stream()).toList());
        /** "You hand out work": the document is written for whoever leads others. */
        static final Phrases LEADS = Phrases.of("TOLD_TO_LEAD");
        static final Pattern ANY = Pattern.compile("(?iu)(?<![\\p{L}])(?:" + Lexicon.WORDS.pattern("AGENT") + "|"
                + Lexicon.WORDS.pattern("AI") + ")(?![\\p{IsLatin}\\p{IsCyrillic}])");
    }

    /** "Four agents", "crew of four", "vier fleißige Agenten", "4 人のエージェント". */
    private static Pattern count(int size) {
        String number = "(?:" + size + "|" + Lexicon.WORDS.pattern("COUNT_" + size) + ")";
        return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + number
                + "(?![\\p{IsLatin}\\p{IsCyrillic}\\p{N}])\\s*(?:[\\p{L}-]+\\s+){0,2}?[つ个個人名体位的の ]{0,4}"
                + WORKFORCE + "(?![\\p{IsLatin}\\p{IsCyrillic}])|(?<![\\p{L}])" + WORKFORCE
                + "\\s+(?:of|aus|von|de|di|van|из|z)\\s+" + number + "(?![\\p{L}\\p{N}])");
    }
}

package baton.reading.team;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.reading.document.AgentTitle;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Recogniser;
import baton.reading.language.AgentName;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Words;

/**
 * Agents that running text sets off by marks: "the <b>safety agent</b> begins", "use the {@code editor} subagent to …".
 *
 * <p>
 * Without marks a text about agents names kinds of them and nobody in particular. Where nobody else is known it needs two.
 */
public final class NarratedTeamRecogniser implements Recogniser {

    private static final Pattern MARKED = Pattern.compile("(?:\\*\\*|__|`)([^*_`]{2,50})(?:\\*\\*|__|`)");
    private static final Pattern OWNER = Pattern
            .compile("(?iu)" + Lexicon.WORDS.pattern("OWNER") + "\\s*:\\s+([^:.]{2,40}?)\\.?");
    private static final Pattern CALLED = Pattern.compile("(?iu)`([\\p{L}][\\p{L}\\p{N}_-]{1,40})`\\s+(?:sub-?)?"
            + Lexicon.WORDS.pattern("AGENT") + "(?![\\p{L}])");
    private static final Pattern COUNTED = Pattern
            .compile("(?iu)(?<!\\d)([2-9]|1\\d) (?:\\p{L}+ )?" + Lexicon.WORDS.pattern("AGENTS") + "(?!\\p{L})");
    private static final Pattern SUBJECT = Pattern
            .compile("(?<![\\p{L}\\p{N}.-])(\\p{Lu}\\p{Ll}{1,20})\\s+(?=\\p{Ll}{2,})");
    private static final int NAMES_MIN = 2;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (findings.agents.isEmpty() && !PlanSigns.areIn(document)) {
            return;
        }
        List<FoundAgent> found = new ArrayList<>();
        for (Passage passage : document.passages()) {
            if (passage.block() instanceof Block.Paragraph(var lines) && !passage.inFence()) {
                for (Block.TextLine line : lines) {
                    var place = new Place(document.file(), line.line());
                    Matcher marked = MARKED.matcher(line.raw());
                    while (marked.find()) {
                        Matcher owner = OWNER.matcher(marked.group(1));
                        if (owner.matches()) {
                            add(owner.group(1), AgentTitle.isName(owner.group(1)), place, found);
                            continue;
                        }
                        boolean label = line.raw().startsWith(":", marked.end()) || marked.group(1).endsWith(":");
                        add(marked.group(1), !label && AgentTitle.isName(marked.group(1)), place, found);
                    }
                    Matcher called = CALLED.matcher(line.raw());
                    while (called.find()) {
                        add(called.group(1), true, place, found);
                    }
                }
            }
        }
        if (found.isEmpty() && findings.agents.isEmpty()) {
            found.addAll(named(document));
        }
        boolean several = found.stream().map(agent -> NameIndex.key(agent.name.written())).distinct()
                .count() >= NAMES_MIN;
        if (several || !findings.agents.isEmpty()) {
            findings.agents.addAll(found);
        }
    }

    /**
     * People who do things in the text, where it says how many agents there are and exactly so many names are the subject of
     * more than one sentence.
     */
    private static List<FoundAgent> named(MarkdownDocument document) {
        OptionalInt announced = document.sentences().stream().map(sentence -> COUNTED.matcher(sentence.text()))
                .filter(Matcher::find).mapToInt(count -> Integer.parseInt(count.group(1))).findFirst();
        Map<String, List<Integer>> doing = new LinkedHashMap<>();
        for (Passage passage : document.passages()) {
            if (announced.isPresent() && passage.block() instanceof Block.Paragraph(var lines)) {
                for (Block.TextLine line : lines) {
                    Matcher subject = SUBJECT.matcher(line.raw());
                    while (subject.find()) {
                        doing.computeIfAbsent(subject.group(1), _ -> new ArrayList<>()).add(line.line());
                    }
                }
            }
        }
        doing.values().removeIf(lines -> lines.size() < NAMES_MIN);
        doing.keySet().removeIf(name -> isCommon(Words.key(name)));
        List<FoundAgent> found = new ArrayList<>();
        if (announced.isPresent() && doing.size() == announced.getAsInt()) {
            doing.forEach((name, lines) -> add(name, true, new Place(document.file(), lines.getFirst()), found));
        }
        return found;
    }

    /** Words that begin sentences and name nobody. */
    private static boolean isCommon(String word) {
        return Stream.of("DETERMINER", "IT", "WHEN", "THEN", "WHILE", "ARTICLE", "PERIOD", "WEEKDAY", "NO_NAME")
                .anyMatch(list -> Lexicon.WORDS.words(list).contains(word));
    }

    private static void add(String written, boolean named, Place place, List<FoundAgent> found) {
        if (named) {
            var agent = new FoundAgent(AgentName.of(written), place);
            agent.mention = true;
            found.add(agent);
        }
    }
}

package baton.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.reading.Findings.FoundAgent;

/**
 * Agents that running text sets off by marks: "the <b>safety agent</b> begins", "use the {@code editor} subagent to …".
 *
 * <p>
 * Without marks a text about agents names kinds of them and nobody in particular. Where nobody else is known it needs two.
 */
final class NarratedTeamRecogniser implements Recogniser {

    private static final Pattern MARKED = Pattern.compile("(?:\\*\\*|__|`)([^*_`]{2,50})(?:\\*\\*|__|`)");
    private static final Pattern CALLED = Pattern.compile("(?iu)`([\\p{L}][\\p{L}\\p{N}_-]{1,40})`\\s+(?:sub-?)?"
            + Lexicon.WORDS.pattern("AGENT") + "(?![\\p{L}])");
    private static final int NAMES_MIN = 2;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        List<FoundAgent> found = new ArrayList<>();
        for (Passage passage : document.passages()) {
            if (passage.block() instanceof Block.Paragraph(var lines) && !passage.inFence()) {
                for (Block.TextLine line : lines) {
                    var place = new Place(document.file(), line.line());
                    Matcher marked = MARKED.matcher(line.raw());
                    while (marked.find()) {
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
        boolean several = found.stream().map(agent -> NameIndex.key(agent.name.written())).distinct()
                .count() >= NAMES_MIN;
        if (several || !findings.agents.isEmpty()) {
            findings.agents.addAll(found);
        }
    }

    private static void add(String written, boolean named, Place place, List<FoundAgent> found) {
        if (named) {
            var agent = new FoundAgent(AgentName.of(written), place);
            agent.mention = true;
            found.add(agent);
        }
    }
}

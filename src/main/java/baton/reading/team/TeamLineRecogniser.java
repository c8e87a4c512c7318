package baton.reading.team;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.found.AgentFields;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Recogniser;
import baton.reading.language.AgentName;
import baton.reading.language.Lexicon;
import baton.reading.language.Paths;
import baton.reading.language.Words;

/**
 * Agents that one line counts up: "Agents: <b>Oven</b> (planning), <b>Courier</b>", "we use two agents: the Digger and the Writer".
 *
 * <p>
 * The words before the colon must end in a word for agents, and every part behind it must be a short name; otherwise the line
 * says something about agents and names nobody.
 */
public final class TeamLineRecogniser implements Recogniser {

    private static final Pattern LINE = Pattern.compile("(.{2,60}?):\\s+(.{3,400}?)[.]?");
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\([^()]*\\)");
    private static final Pattern ARTICLE = Pattern.compile("(?iu)^(?:the|a|an|der|die|das|le|la|el|il)\\s+");
    /** Names in code marks may be words of any kind. */
    private static final Pattern CODE = Pattern.compile("`@?\\p{L}[\\p{L}\\p{N}_-]{1,30}`");
    private static final int LABEL_WORDS_MAX = 6;
    private static final int NAME_WORDS_MAX = 4;
    private static final int NAMES_MIN = 2;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            if (!passage.inFence() && passage.block() instanceof Block.Paragraph(var lines)) {
                lines.forEach(line -> line(line, document, claims, findings));
            }
        }
    }

    private static void line(Block.TextLine line, MarkdownDocument document, Claims claims, Findings findings) {
        Matcher said = LINE.matcher(Words.plain(line.raw().strip()));
        if (!said.matches() || !isOfAgents(Words.key(said.group(1)))) {
            return;
        }
        List<String> parts = AgentFields.parts(said.group(2));
        boolean coded = CODE.matcher(line.raw()).results().count() == parts.size() && TeamEvidence.isSpoken(document)
                && parts.stream().noneMatch(Paths::isPath);
        if (parts.size() < NAMES_MIN || !(coded || parts.stream().allMatch(TeamLineRecogniser::isName))) {
            return;
        }
        for (String part : parts) {
            var agent = new FoundAgent(AgentName.of(ARTICLE.matcher(part).replaceFirst("")),
                    new Place(document.file(), line.line()));
            agent.mention = true;
            agent.role = agent.name.role();
            findings.agents.add(agent);
        }
        claims.take(line.line(), line.line());
    }

    private static boolean isOfAgents(String key) {
        Set<String> agent = Lexicon.WORDS.words("AGENT");
        List<String> words = List.of(key.split(" ", -1));
        return words.size() <= LABEL_WORDS_MAX
                && (agent.contains(words.getLast()) || Lexicon.WORDS.words("TEAM_LINE").contains(key)
                        || Lexicon.WORDS.words("WORKFORCE").contains(words.getLast()));
    }

    /** A few words that begin as names do; a path, a figure or a sentence is none. */
    private static boolean isName(String part) {
        String bare = ARTICLE.matcher(BRACKETS.matcher(part).replaceAll("").strip()).replaceFirst("");
        boolean begins = !bare.isEmpty() && (Character.isUpperCase(bare.codePointAt(0)) || bare.startsWith("@")
                || AgentName.of(bare).isIdentifier());
        return begins && Words.count(bare) <= NAME_WORDS_MAX && !Paths.isPath(bare)
                && !AgentName.of(bare).id().isEmpty();
    }
}

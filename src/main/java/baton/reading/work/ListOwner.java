package baton.reading.work;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.found.Roster;
import baton.reading.language.AgentName;
import baton.reading.language.Lexicon;

/**
 * The agent that a title above a list names.
 *
 * @param agent
 *            the id; empty text for everybody
 * @param near
 *            true where a lead right above the list or the heading of its section names it
 */
record ListOwner(String agent, boolean near) {

    /** Titles about these lead to work. */
    static final Set<Topic> WORK = EnumSet.of(Topic.TASKS, Topic.FIRST_ACTIONS, Topic.TIMELINE);
    private static final Pattern WILL = Pattern
            .compile("(?iu)(.{2,60}?)\\s+" + Lexicon.WORDS.pattern("WILL") + "\\s*:?");
    private static final Pattern PRODUCES = Pattern
            .compile("(?iu)(.{2,60}?)\\s+" + Lexicon.WORDS.pattern("PRODUCES") + "\\s*:?");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^()\\[\\]]{2,60})[)\\]]\\s*$");
    private static final Pattern LABEL = Pattern.compile("(?iu)^(?:" + Lexicon.WORDS.pattern("AGENT") + "|"
            + Lexicon.WORDS.pattern("OWNER") + ")\\s*:\\s+");
    private static final Pattern OWNER = Pattern.compile("(?iu)^(.*[(\\[])" + Lexicon.WORDS.pattern("OWNER")
            + "\\s*:\\s*@?([^()\\[\\]]+)([)\\]]\\s*)$");
    /** "The lead, north-desk, delivers": one verb and nothing else behind a name. */
    private static final Pattern DOES = Pattern.compile("(?:.{2,40},\\s+)?(.{2,40}?),?\\s+\\p{Ll}{3,}(?:s|t)\\s*:?");

    static Optional<ListOwner> of(Passage passage, Findings findings) {
        int at = 0;
        for (Passage.Title title : passage.titles().toList()) {
            Set<Topic> topics = title.topics();
            if (PRODUCES.matcher(title.text()).matches()) {
                return Optional.empty();
            }
            Optional<String> agent = named(title.text(), findings.roster);
            boolean name = agent.isPresent() && isWhole(title.text(), findings.roster);
            if (agent.isPresent() && (name || topics.stream().allMatch(WORK::contains))) {
                return Optional.of(new ListOwner(agent.get(), at <= passage.leads().size()));
            }
            if (!topics.isEmpty() && topics.stream().noneMatch(WORK::contains)) {
                return Optional.empty();
            }
            at++;
        }
        return Optional.empty();
    }

    /** A title that is a name and nothing else is about its bearer, whatever its words mean elsewhere. */
    private static boolean isWhole(String title, Roster roster) {
        return roster.titled(LABEL.matcher(title).replaceFirst("")).isPresent();
    }

    private static Optional<String> named(String title, Roster roster) {
        Matcher will = WILL.matcher(title);
        String text = LABEL.matcher(will.matches() ? will.group(1) : title).replaceFirst("");
        if (AgentName.isEverybody(text)) {
            return Optional.of("");
        }
        Matcher brackets = BRACKETS.matcher(OWNER.matcher(text).replaceFirst("$1$2$3"));
        Matcher does = DOES.matcher(text);
        return roster.said(text).or(() -> roster.titled(text))
                .or(() -> does.matches() ? roster.find(does.group(1)) : Optional.empty())
                .or(() -> brackets.find()
                        ? roster.find(brackets.group(1)).or(() -> roster.said(brackets.group(1)))
                        : Optional.empty());
    }
}

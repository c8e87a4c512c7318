package baton.reading.team;

import java.util.List;
import java.util.Set;

import baton.reading.document.Section;
import baton.reading.document.Topic;
import baton.reading.language.EastAsian;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Period;

/** Whether a title speaks of a team, or of anything but a member of one. */
public final class TeamWords {

    private TeamWords() {}

    /** True for titles such as "Agent roles", "The team", "Wave 1: who does what". */
    public static boolean isOfAgents(String key) {
        Set<String> team = Lexicon.WORDS.words("TEAM");
        Set<String> agent = Lexicon.WORDS.words("AGENT");
        List<String> words = List.of(key.split(" ", -1));
        return words.stream().anyMatch(word -> team.contains(word) || agent.contains(word))
                || team.stream().anyMatch(phrase -> phrase.indexOf(' ') > 0 && key.contains(phrase));
    }

    /** True for titles that are nothing but words for a team: "Team", "Roles", "Our agents". */
    public static boolean isTeam(String key) {
        return Lexicon.WORDS.words("TEAM_LINE").contains(key)
                || List.of(key.split(" ", -1)).stream().anyMatch(Lexicon.WORDS.words("AGENTS")::contains)
                || (EastAsian.isIn(key) && NameIndex.saysAgent(key));
    }

    /** True for headings that say what a section is about, and so name nobody. */
    static boolean isNoName(Section section) {
        Set<String> none = Lexicon.WORDS.words("NO_NAME");
        return !Topic.in(section.key()).isEmpty() || Period.ofTitle(section.rawTitle()).isPresent()
                || List.of(section.key().split(" ", -1)).stream().anyMatch(none::contains);
    }
}

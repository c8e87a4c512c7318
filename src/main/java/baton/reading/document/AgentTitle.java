package baton.reading.document;

import java.util.List;
import java.util.Set;

import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Period;
import baton.reading.language.Words;

/** Whether a title, a cell or the whole of an item is the name of one agent, as "Seed Agent", "Agent B" and {@code @seeds} are. */
public final class AgentTitle {

    private static final int WORDS_MAX = 5;
    private static final int COUNT_CHARS_MAX = 2;

    private AgentTitle() {}

    /** True for a name that says of itself that it is an agent's; "Coding agents" and "The agent loop" name nobody. */
    public static boolean isName(String written) {
        if (!written.contains("@") && !NameIndex.saysAgent(written)) {
            return false;
        }
        String title = Words.title(written);
        AgentName name = AgentName.of(title);
        String bare = name.written();
        if (title.startsWith("@")) {
            return NameIndex.words(bare).stream().noneMatch(Lexicon.WORDS.words("NAME")::contains)
                    && AgentName.isName(bare) && Words.count(bare) <= 2 && name.role().isEmpty();
        }
        boolean counted = name.aliases().stream().anyMatch(AgentTitle::isOne);
        return (counted || isOne(bare)) && AgentName.isName(bare) && Topic.in(Words.key(bare)).isEmpty();
    }

    /** The leads of a block and its headings up to the first that speaks of anything but a time or jobs in general. */
    public static List<Passage.Title> near(Passage passage) {
        List<Passage.Title> titles = passage.titles().toList();
        int own = 0;
        while (own < titles.size() && (own < passage.leads().size() || leadsToWork(titles.get(own)))) {
            own++;
        }
        return titles.subList(0, Math.min(own + 1, titles.size()));
    }

    /** Between a name and its jobs only a time or a word for jobs may stand. */
    public static boolean leadsToWork(Passage.Title title) {
        List<Label> labels = Label.all(title.text());
        return Period.ofTitle(title.text()).isPresent() || Lexicon.WORDS.words("SLOT").contains(title.key())
                || labels.contains(Label.TASKS) || Lexicon.WORDS.words("WORK").contains(title.key())
                || title.topics().contains(Topic.TASKS);
    }

    /** The word for an agent stands behind the words of the name, or before its letter or number. */
    private static boolean isOne(String bare) {
        List<String> words = NameIndex.words(bare);
        Set<String> agent = Lexicon.WORDS.words("AGENT");
        Set<String> several = Lexicon.WORDS.words("AGENTS");
        boolean behind = words.size() > 1 && agent.contains(words.getLast());
        boolean before = words.size() == 2 && agent.contains(words.getFirst()) && isCount(words.getLast());
        List<String> rest = behind ? words.subList(0, words.size() - 1) : words.subList(1, words.size());
        return (behind || before) && words.size() <= WORDS_MAX && words.stream().noneMatch(several::contains)
                && rest.stream().noneMatch(AgentTitle::isAny);
    }

    private static boolean isCount(String word) {
        return word.length() <= COUNT_CHARS_MAX || Lexicon.WORDS.words("COUNT_NAME").contains(word);
    }

    /** Words that speak of agents in general. */
    private static boolean isAny(String word) {
        boolean period = Lexicon.WORDS.words("PERIOD").contains(word);
        return (Lexicon.WORDS.words("TEAM").contains(word) && !period) || Lexicon.WORDS.words("NO_NAME").contains(word)
                || Lexicon.WORDS.words("ANY_AGENT").contains(word);
    }
}

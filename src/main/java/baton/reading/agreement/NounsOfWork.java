package baton.reading.agreement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import baton.reading.document.MarkdownDocument;
import baton.reading.found.Findings;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a document itself calls those who work and the pieces they work on: "translators", "no room may take longer".
 *
 * <p>
 * A word that stands in the lines of several agents names them, one in the titles of several tasks names the pieces.
 */
final class NounsOfWork {

    private static final int LETTERS_MIN = 4;
    private static final int ENDING_MAX = 2;
    private static final int WORDS_MAX = 8;
    private static final int SEVERAL = 2;

    private final MarkdownDocument document;
    private final Findings findings;
    private @Nullable Set<String> agents;
    private @Nullable Set<String> work;

    NounsOfWork(MarkdownDocument document, Findings findings) {
        this.document = document;
        this.findings = findings;
    }

    /** True where one of the words names the agents in the plural. */
    boolean isAgentsIn(String key) {
        if (agents == null) {
            Map<String, Integer> lines = new HashMap<>();
            Set<Integer> seen = new HashSet<>();
            findings.agents.stream().filter(agent -> agent.place.file().equals(document.file()))
                    .filter(agent -> seen.add(agent.place.line())).forEach(agent -> {
                        count(agent.name.written() + " " + document.lines().get(agent.place.line() - 1), lines);
                    });
            agents = several(lines);
        }
        return names(agents, key);
    }

    /** True where the words speak of one piece of work: "no room", "per sheet". */
    boolean isWorkIn(String key) {
        if (work == null) {
            Map<String, Integer> titles = new HashMap<>();
            findings.tasks.forEach(task -> count(task.draft().title, titles));
            work = several(titles);
        }
        List<String> words = List.of(key.split(" ", -1));
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean each = Lexicon.WORDS.words("EACH_ONE").contains(words.get(i));
            if (each && names(work, words.get(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static void count(String text, Map<String, Integer> counts) {
        List<String> words = List.of(Words.key(text).split(" ", -1));
        new HashSet<>(words.subList(0, Math.min(WORDS_MAX, words.size()))).stream()
                .filter(word -> word.length() >= LETTERS_MIN).forEach(word -> counts.merge(word, 1, Integer::sum));
    }

    private static Set<String> several(Map<String, Integer> counts) {
        Set<String> words = new TreeSet<>();
        counts.forEach((word, count) -> {
            if (count >= SEVERAL) {
                words.add(word);
            }
        });
        return words;
    }

    private static boolean names(Set<String> nouns, String key) {
        for (String word : key.split(" ", -1)) {
            for (int end = 0; end <= ENDING_MAX && word.length() - end >= LETTERS_MIN; end++) {
                if (nouns.contains(word.substring(0, word.length() - end))) {
                    return true;
                }
            }
        }
        return false;
    }
}
